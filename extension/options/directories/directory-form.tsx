import { useMemo } from 'preact/hooks';
import { problemKinds } from '#shared/contract/problem.ts';
import { usePage, useTexts } from '../context.ts';
import { type Source, useDocument } from '../document/use-document.ts';
import { ViewHead } from '../view/view-head.tsx';
import { type DirectoryDraft, toDraft, toInput } from './directory-draft.ts';
import { DirectoryFields } from './directory-fields.tsx';
import { RemoveDirectory } from './remove-directory.tsx';

/** A directory that is there: its form, its test, and the way to take it away. */
export function DirectoryForm({ name: key }: { readonly name: string }) {
  const { background } = usePage();
  const texts = useTexts('directories');
  const source = useMemo<Source<DirectoryDraft>>(
    () => ({
      async load() {
        const result = await background.call('getDirectories', {});
        if (!result.ok) return result;
        const found = result.value.directories.find((directory) => directory.key === key);
        if (found) return { ...result, value: toDraft(found) };
        const { status, title } = problemKinds.notFound;
        return {
          ok: false,
          problem: { type: 'about:blank', status, title, kind: 'notFound', detail: texts.notThere },
        };
      },
      async save(draft, revision) {
        const result = await background.call('putDirectory', { params: { key }, body: toInput(draft), revision });
        return result.ok ? { ...result, value: toDraft(result.value) } : result;
      },
    }),
    [background, key, texts],
  );
  const document = useDocument(source, key);
  const title = document.base?.name ?? key;
  return (
    <>
      <ViewHead title={title} back={{ view: 'directories' }} />
      <DirectoryFields document={document} isNew={false} />
      {document.phase === 'ready' && <RemoveDirectory directory={key} name={title} />}
    </>
  );
}
