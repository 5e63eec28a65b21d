import { useMemo } from 'preact/hooks';
import type { Settings } from '#shared/contract/configuration/settings.ts';
import { usePage } from '../context.ts';
import { type Document, type Source, useDocument } from '../document/use-document.ts';

/** The settings, to be edited. */
export function useSettings(): Document<Settings> {
  const { background } = usePage();
  const source = useMemo<Source<Settings>>(
    () => ({
      load: () => background.call('getSettings', {}),
      save: (body, revision) => background.call('putSettings', { body, revision }),
    }),
    [background],
  );
  return useDocument(source);
}
