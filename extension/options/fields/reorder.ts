import type { FieldDraft } from './field-draft.ts';

type Fields = readonly FieldDraft[];

/** One step up or down among the fields of its section. */
export function step(fields: Fields, key: string, by: -1 | 1): Fields {
  const field = fields.find((each) => each.key === key);
  const own = fields.filter(({ section }) => section === field?.section);
  const neighbour = own[own.findIndex((each) => each.key === key) + by];
  if (!field || !neighbour) return fields;
  return place(fields, key, neighbour.key, by === -1 ? 'before' : 'after');
}

/** A field right before or after another one, and in its section. */
export function place(fields: Fields, key: string, target: string, side: 'before' | 'after'): Fields {
  const field = fields.find((each) => each.key === key);
  const others = fields.filter((each) => each.key !== key);
  const index = others.findIndex((each) => each.key === target);
  const section = others[index]?.section;
  if (!field || section === undefined) return fields;
  return others.toSpliced(side === 'before' ? index : index + 1, 0, { ...field, section });
}
