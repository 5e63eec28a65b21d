import { isDeepStrictEqual } from 'node:util';
import { type Configuration, configuration as schema } from '#shared/contract/configuration.ts';

type JSONObject = Readonly<Record<string, unknown>>;
/** A key is never a default. */
type KeyedOrNot<Whole> = JSONObject & (Whole extends { readonly key: string } ? { readonly key: string } : unknown);

/**
 * The configuration as a file: members in the order of the schema, and without those that say what holds anyway, so
 * that it reads as somebody would have written it, and applies to what it was exported from.
 */
export function exportConfiguration(configuration: Configuration): string {
  return `${JSON.stringify(configurationDocument(configuration), null, 2)}\n`;
}

/** The same before it is written down. */
export function configurationDocument({ directories, fields, settings, roles, signIn }: Configuration) {
  return {
    directories: directories.map((each) => withoutDefaults(each, (directories) => ({ directories: [directories] }))),
    fields: fields.map((each) => withoutDefaults(each, (fields) => ({ fields: [fields] }))),
    settings: withoutDefaults(settings, (settings) => ({ settings })),
    roles: withoutDefaults(roles, (roles) => ({ roles })),
    signIn: withoutDefaults(signIn, (signIn) => ({ signIn })),
  } satisfies Record<keyof Configuration, unknown>;
}

/** Drops every member without which the document means the same. */
function withoutDefaults<Whole extends JSONObject>(
  whole: Whole,
  documentOf: (part: JSONObject) => unknown,
): KeyedOrNot<Whole> {
  const meant = meaning(documentOf(whole));
  const meansTheSame = (part: JSONObject) => isDeepStrictEqual(meaning(documentOf(part)), meant);
  return prune(whole, meansTheSame) as KeyedOrNot<Whole>;
}

function prune(object: JSONObject, meansTheSame: (candidate: JSONObject) => boolean): JSONObject {
  let kept = object;
  for (const [name, member] of Object.entries(object)) {
    const { [name]: _, ...others } = kept;
    if (meansTheSame(others)) kept = others;
    else if (isObject(member)) {
      const replaced = (candidate: JSONObject) => ({ ...kept, [name]: candidate });
      kept = replaced(prune(member, (candidate) => meansTheSame(replaced(candidate))));
    }
  }
  return kept;
}

function meaning(document: unknown): unknown {
  return schema.safeParse(document).data;
}

function isObject(value: unknown): value is JSONObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
