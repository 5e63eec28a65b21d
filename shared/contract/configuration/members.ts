import * as z from 'zod/mini';

/** What members of several definitions have in common. */
export const key = z.string().check(
  z.regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, { error: 'is no key: a letter, then letters, digits, - or _' }),
  // Values are kept by key in plain objects, which have members of such names already.
  z.refine((name) => !(name in Object.prototype), { error: 'is a name that every object of JavaScript has' }),
);

export const text = z.string().check(z.minLength(1), z.maxLength(4096));

/** RFC 4512 2.5: an attribute description with its options. */
export const attributeDescription = z
  .string()
  .check(z.regex(/^[A-Za-z][A-Za-z0-9-]*(?:;[A-Za-z0-9-]+)*$/, { error: 'is no attribute name' }), z.maxLength(128));

/** A list in which no key stands twice; said beside the faults of the items, as all rules over several members are. */
export function listOf<Item extends z.ZodMiniType<{ readonly key: string }>>(item: Item) {
  return z.array(item).check(
    z.superRefine(
      (items, context) => {
        const keys = items.map((each) => (isObject({ value: each }) ? each.key : undefined));
        for (const [index, repeated] of keys.entries()) {
          if (repeated === undefined || keys.indexOf(repeated) === index) continue;
          context.addIssue({ code: 'custom', path: [index, 'key'], message: 'is the key of another one in this list' });
        }
      },
      { when: ({ value }) => Array.isArray(value) },
    ),
  );
}

export function isObject({ value }: { readonly value: unknown }): boolean {
  return typeof value === 'object' && value !== null;
}
