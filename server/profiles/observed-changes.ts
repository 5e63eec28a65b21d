import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { NewChange } from '../store/history.ts';
import type { Person, StoredAttributes } from '../store/store.ts';
import { attributeOf, joinedId, keptAs } from './field-source.ts';
import { digest, ownValues, showValues } from './field-value.ts';
import { surroundingsOf } from './show-profile.ts';
import { fromStored, typedAsStored } from './stored-values.ts';

export interface Observing {
  readonly fields: readonly FieldDefinition[];
  readonly directories: readonly DirectoryDefinition[];
  readonly at: Date;
}

/**
 * What somebody else changed in a directory, told by what is kept and what was read now: bytes decide. What was never
 * read before is no change, nor what another entry completes the person with (F12), nor what is no text.
 */
export function observedChanges(
  kept: Person,
  read: StoredAttributes,
  { fields, directories, at }: Observing,
): NewChange[] {
  const surroundings = surroundingsOf({ directories }, kept);
  return fields.flatMap((field): NewChange[] => {
    const { source } = field;
    if (source.kind === 'local' || attributeOf(field, kept) === undefined) return [];
    const name = keptAs(source);
    const [before, after] = [kept.attributes[name], read[name]];
    if (!before || !after || isToldByAnother(field, name, fields)) return [];
    const { directory: joined } = source;
    if (joined !== undefined && joinedId(kept.attributes, joined) !== joinedId(read, joined)) return [];
    const [old, now] = [before, after].map((values) => ownValues(field, fromStored(field, values))) as [[], []];
    if (digest(old) === digest(now)) return [];
    const [from, to] = [showValues(field, old, surroundings), showValues(field, now, surroundings)];
    if (!from.isText || !to.isText) return [];
    const common = {
      at,
      personId: kept.id,
      field: field.key,
      actorId: null,
      source: 'directory',
      reason: null,
    } as const;
    const [exactFrom, exactTo] = [typedAsStored(field, old), typedAsStored(field, now)];
    return [{ ...common, from: from.value, to: to.value, exactFrom, exactTo, undoes: null }];
  });
}

/** Where several fields show an attribute, the one that writes it has its history. */
function isToldByAnother(field: FieldDefinition, name: string, fields: readonly FieldDefinition[]): boolean {
  const isWritten = ({ source }: FieldDefinition) =>
    source.kind === 'directory' && source.edit === 'writeBack' && keptAs(source) === name;
  return !isWritten(field) && fields.some(isWritten);
}
