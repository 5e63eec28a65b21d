import { useState } from 'preact/hooks';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import { usePage, useTexts } from '../context.ts';
import { Dialog } from '../form/dialog.tsx';
import { Glyph } from '../glyph.tsx';
import { problemSentence } from '../problem-sentence.ts';
import { useLoaded } from '../view/use-loaded.ts';

/** Takes a directory away, after it was said whom and what that touches. */
export function RemoveDirectory({ directory, name }: { readonly directory: string; readonly name: string }) {
  const texts = useTexts('directories');
  const [isAsking, setAsking] = useState(false);
  return (
    <div class="danger-zone">
      <button type="button" class="button danger" onClick={() => setAsking(true)}>
        <Glyph name="trash" />
        {texts.remove}
      </button>
      {isAsking && <Question directory={directory} name={name} onCancel={() => setAsking(false)} />}
    </div>
  );
}

function Question(props: { readonly directory: string; readonly name: string; onCancel(): void }) {
  const { directory, name, onCancel } = props;
  const { background, language, go, guard } = usePage();
  const texts = useTexts('directories');
  const form = useTexts('form');
  const params = { key: directory };
  const impact = useLoaded(() => background.call('getDirectoryImpact', { params }));
  const [problem, setProblem] = useState<ProblemDetails>();
  const { people, localValues } = impact.value ?? {};

  async function remove() {
    // What it touches was shown of the configuration as it is now, so the revision is read now too.
    const now = await background.call('getDirectories', {});
    const result = now.ok ? await background.call('removeDirectory', { params, revision: now.revision ?? '' }) : now;
    if (!result.ok) return setProblem(result.problem);
    guard(false);
    go({ view: 'directories' });
  }
  const failed = problem ?? impact.problem;
  return (
    <Dialog
      id="remove"
      title={texts.removeTitle(name)}
      onCancel={onCancel}
      actions={
        <>
          <button type="button" class="button primary" onClick={onCancel}>
            {form.cancel}
          </button>
          <button
            type="button"
            class="button danger"
            aria-disabled={!impact.value}
            onClick={() => impact.value && remove()}
          >
            {texts.remove}
          </button>
        </>
      }
    >
      {failed && <p role="alert">{problemSentence(failed, language)}</p>}
      <p aria-live="polite">
        {people === undefined || localValues === undefined ? texts.counting : texts.removeMeaning(people, localValues)}
      </p>
      <p>{texts.removeUndo}</p>
    </Dialog>
  );
}
