import { hash } from 'node:crypto';
import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { Sweep } from '../directory/sweep.ts';
import { keptAs, pictureAttributes } from '../profiles/field-source.ts';
import type { Pictures } from '../store/pictures.ts';
import type { StoredAttributes } from '../store/store.ts';

/** A picture may have 100 KiB and more, so few are in the memory at once. */
const peopleAtOnce = 50;

export interface PictureReaderDeps {
  readonly sweep: Pick<Sweep, 'attributesOf'>;
  /** Undefined for a dry run. */
  readonly pictures: Pictures | undefined;
  /** The directory, where its entries complete people (F12). */
  readonly joined?: string;
}

/** Reads the pictures of entries that differ, and of no others, and keeps those that are new (F10). */
export function createPictureReader({ sweep, pictures, joined }: PictureReaderDeps) {
  return async function readPictures(
    entryIds: readonly string[],
    fields: readonly FieldDefinition[],
  ): Promise<ReadonlyMap<string, StoredAttributes>> {
    const attributes = [...pictureAttributes(fields, joined)];
    const found = new Map<string, StoredAttributes>();
    if (attributes.length === 0) return found;
    for (let from = 0; from < entryIds.length; from += peopleAtOnce) {
      const read = await sweep.attributesOf(entryIds.slice(from, from + peopleAtOnce), attributes);
      for (const [id, values] of read) {
        const stored: Record<string, { readonly sha256: string }[]> = {};
        for (const attribute of attributes) {
          stored[keptAs({ attribute, directory: joined })] = await Promise.all((values[attribute] ?? []).map(keep));
        }
        found.set(id, stored);
      }
    }
    return found;
  };

  async function keep(value: string | Uint8Array): Promise<{ readonly sha256: string }> {
    const bytes = typeof value === 'string' ? Buffer.from(value) : value;
    return { sha256: pictures ? await pictures.put(bytes) : hash('sha256', bytes) };
  }
}
