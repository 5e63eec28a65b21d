import { useMemo } from 'preact/hooks';
import type { FieldServices } from '#shared/fields/services.ts';
import { createFieldServices } from '../../editor/field-services.ts';
import { usePage } from '../context.ts';

const mostFound = 8;

/** What widgets get on this page: pictures of this person, and people of all directories. */
export function useFieldServices(personId = ''): FieldServices {
  const { background } = usePage();
  return useMemo(
    () =>
      createFieldServices(
        {
          loadPicture: background.loadPicture,
          findPeople: (q) => background.call('findPeople', { query: { q, limit: mostFound } }),
        },
        () => ({ id: personId, directory: null }),
      ),
    [background, personId],
  );
}
