import { useMemo } from 'preact/hooks';
import { usePage, useTexts } from '../context.ts';
import { type Source, useDocument } from '../document/use-document.ts';
import { ViewHead } from '../view/view-head.tsx';
import { type DirectoryDraft, emptyDraft, toInput } from './directory-draft.ts';
import { DirectoryFields } from './directory-fields.tsx';

/** A directory that is still to be added. */
export function NewDirectory() {
  const { background, go, guard, announce } = usePage();
  const texts = useTexts('directories');
  const source = useMemo<Source<DirectoryDraft>>(
    () => ({
      async load() {
        const result = await background.call('getDirectories', {});
        return result.ok ? { ...result, value: emptyDraft } : result;
      },
      async save(draft, revision) {
        const result = await background.call('addDirectory', { body: toInput(draft), revision });
        return result.ok ? { ...result, value: draft } : result;
      },
    }),
    [background],
  );
  const document = useDocument(source);

  async function submit() {
    const key = document.draft?.key;
    if (!(await document.save()) || !key) return;
    guard(false);
    announce(texts.added);
    go({ view: 'directories', item: key });
  }
  return (
    <>
      <ViewHead title={texts.newTitle} back={{ view: 'directories' }} />
      <DirectoryFields document={document} isNew onSubmit={submit} />
    </>
  );
}
