interface ImportMetaEnv {
  readonly NAMEPLATE_SERVER?: string;
  readonly NAMEPLATE_INTRANET?: string;
}

/** In Firefox, for content scripts alone. */
interface Element {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}
