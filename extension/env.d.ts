interface ImportMetaEnv {
  readonly NAMEPLATE_SERVER?: string;
  readonly NAMEPLATE_INTRANET?: string;
}
