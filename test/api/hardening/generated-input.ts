import fc, { type Arbitrary } from 'fast-check';
import * as z from 'zod/mini';
import type { Endpoint } from '#shared/contract/endpoint.ts';

/** What has broken other programs: syntax of LDAP, SQL, search, HTTP, HTML and JSON, ends of texts, and odd characters. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '*',
  '**',
  '(',
  ')',
  '\\',
  '\\2a',
  '\\00',
  '*)(uid=*',
  '*)(|(uid=*',
  'x)(objectClass=*))(&(uid=x',
  '*))%00',
  '|(uid=*)',
  '&',
  '!(uid=x)',
  'uid=*,ou=people,dc=example,dc=org',
  'cn=admin,dc=example,dc=org',
  '#0403666f6f',
  'a,b=c+d="e";<f>',
  "' OR '1'='1",
  "'; DROP TABLE people; --",
  '" OR "',
  '"*',
  'NEAR(a b)',
  'names:a* OR helpdesk:b*',
  'a NOT b',
  '^a',
  '%',
  '%00',
  '%0d%0aSet-Cookie: a=b',
  '\r\nSet-Cookie: a=b',
  '\u0000',
  '\u0007',
  '../../etc/passwd',
  '..%2f..%2fetc',
  '__proto__',
  'constructor',
  'toString',
  '\u0024{7*7}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '=cmd|calc',
  '\ud800',
  '\ufeff',
  '\u202etxt',
  'é'.normalize('NFD'),
  '𝔘𝔫𝔦',
  '-1',
  '1e309',
  'null',
  'undefined',
  'true',
  'x'.repeat(5000),
];

/** Values that lead nowhere but to this machine, by the name of their member. */
const harmless: Readonly<Record<string, Arbitrary<unknown>>> = {
  url: fc.constantFrom('ldap://127.0.0.1:1', 'ldaps://127.0.0.1:1', 'http://[::1]:1'),
  issuer: fc.constant('http://127.0.0.1:1'),
  serverUrl: fc.constant('http://127.0.0.1:1'),
  caFile: fc.constantFrom('/dev/null', 'missing.pem'),
};

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
}

const text = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'grapheme', maxLength: 30 }));
const anything = fc.oneof(
  text,
  fc.integer(),
  fc.constantFrom(null, true, false, [], {}, 0.5),
  fc.object({ maxDepth: 2 }),
);

/** Values that fit a schema more or less: what is broken in them, a careful server finds. */
function fitting(schema: Schema, depth = 0): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices?.length) return fc.oneof(...choices.map((each) => fitting(each, depth)));
  if (schema.allOf?.[0]) return fitting(schema.allOf[0], depth);
  if (depth > 6) return anything;
  switch (schema.type) {
    case 'string':
      return text;
    case 'integer':
      return fc.oneof(fc.integer({ min: -1, max: 2000 }), fc.integer());
    case 'number':
      return fc.double();
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(fitting(schema.items ?? {}, depth + 1), { maxLength: 3 });
    case 'object':
      return objects(schema, depth);
    default:
      return anything;
  }
}

function objects(schema: Schema, depth: number): Arbitrary<unknown> {
  const members = Object.entries(schema.properties ?? {}).map(([name, member]): [string, Arbitrary<unknown>] => [
    name,
    harmless[name] ?? fitting(member, depth + 1),
  ]);
  const known = fc.record(Object.fromEntries(members), { requiredKeys: [...(schema.required ?? [])] });
  const more =
    typeof schema.additionalProperties === 'object' ? fitting(schema.additionalProperties, depth + 1) : anything;
  const extra = fc.dictionary(fc.constantFrom('title', 'phone', 'x', ...hostileTexts.slice(0, 8)), more, {
    maxKeys: 2,
  });
  return schema.additionalProperties === false
    ? known
    : fc.tuple(known, extra).map((both) => Object.assign({}, ...both));
}

export interface GeneratedRequest {
  readonly path: string;
  readonly body?: unknown;
}

/** Requests to an endpoint, made from its own schemas; now and then something of them is anything at all. */
export function requestsTo(endpoint: Endpoint): Arbitrary<GeneratedRequest> {
  const names = [...endpoint.path.matchAll(/:(\w+)/gu)].map(([, name]) => String(name));
  const params = fc.tuple(...names.map(() => fc.oneof(text, fc.constantFrom('hq', '1', 'title'))));
  const query = endpoint.query ? mostly(fitting(schemaOf(endpoint.query))) : fc.constant({});
  const body = endpoint.body ? mostly(fitting(schemaOf(endpoint.body))) : fc.constant(undefined);
  return fc.tuple(params, query, body).map(([values, asked, sent]) => {
    const path = names.reduce((left, name, at) => left.replace(`:${name}`, encoded(values[at])), endpoint.path);
    const pairs = Object.entries(Object(asked)).flatMap(([key, value]) =>
      value === undefined ? [] : [`${encoded(key)}=${encoded(value)}`],
    );
    return { path: pairs.length > 0 ? `${path}?${pairs.join('&')}` : path, ...(sent !== undefined && { body: sent }) };
  });
}

const mostly = (fit: Arbitrary<unknown>) => fc.oneof({ weight: 5, arbitrary: fit }, { weight: 1, arbitrary: anything });
const schemaOf = (schema: z.ZodMiniType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
/** In a path an empty part, or one of dots, would be another path. */
const encoded = (value: unknown) => encodeURIComponent(String(value).toWellFormed()).replace(/^\.+$/u, 'dots') || 'x';
