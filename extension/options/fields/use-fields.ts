import { useMemo, useState } from 'preact/hooks';
import type { Fault } from '#shared/contract/problem.ts';
import type { Result } from '../../messages.ts';
import { usePage } from '../context.ts';
import { type Document, type Source, useDocument } from '../document/use-document.ts';
import type { FieldDraft } from './field-draft.ts';

/** The definitions of all fields, to be edited. */
export interface Fields {
  readonly document: Document<readonly FieldDraft[]>;
  /** What speaks against a field in one of several directories, after the last save. */
  readonly warnings: readonly Fault[];
}

export function useFields(): Fields {
  const { background } = usePage();
  const [warnings, setWarnings] = useState<readonly Fault[]>([]);
  const source = useMemo<Source<readonly FieldDraft[]>>(() => {
    // What a newer server knows of a field travels along, whatever its type is called.
    type Answer = Awaited<ReturnType<typeof background.call<'getFields'>>>;
    const listOf = (result: Answer): Result<readonly FieldDraft[]> =>
      result.ok ? { ...result, value: result.value.fields as unknown as FieldDraft[] } : result;
    type Body = Parameters<typeof background.call<'putFields'>>[1]['body'];
    return {
      load: async () => listOf(await background.call('getFields', {})),
      async save(fields, revision) {
        const result = await background.call('putFields', { body: { fields } as unknown as Body, revision });
        setWarnings((result.ok && result.value.warnings) || []);
        return listOf(result);
      },
    };
  }, [background]);
  return { document: useDocument(source), warnings };
}
