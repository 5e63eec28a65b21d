import { useState } from 'preact/hooks';
import type { Impact } from '#shared/contract/admin.ts';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import type { Result } from '../../messages.ts';
import { usePage, useTexts } from '../context.ts';
import { problemSentence } from '../problem-sentence.ts';
import { useLoaded } from '../view/use-loaded.ts';
import { Dialog } from './dialog.tsx';

/** Asks before something is taken away, with how many people and values that touches. */
export function ImpactDialog(props: {
  readonly title: string;
  readonly action: string;
  /** How it can be brought back. */
  readonly undo: string;
  say(people: number, localValues: number): string;
  load(): Promise<Result<Impact>>;
  /** Takes it away; what went wrong, where it did. */
  onConfirm(): Promise<ProblemDetails | undefined>;
  onCancel(): void;
}) {
  const { title, action, undo, say, load, onConfirm, onCancel } = props;
  const { language } = usePage();
  const texts = useTexts('form');
  const impact = useLoaded(load);
  const [problem, setProblem] = useState<ProblemDetails>();
  const failed = problem ?? impact.problem;
  const { value } = impact;
  return (
    <Dialog
      id="remove"
      title={title}
      onCancel={onCancel}
      actions={
        <>
          <button type="button" class="button primary" onClick={onCancel}>
            {texts.cancel}
          </button>
          <button
            type="button"
            class="button danger"
            aria-disabled={!value}
            onClick={async () => value && setProblem(await onConfirm())}
          >
            {action}
          </button>
        </>
      }
    >
      {failed && <p role="alert">{problemSentence(failed, language)}</p>}
      <p aria-live="polite">{value ? say(value.people, value.localValues) : texts.counting}</p>
      <p>{undo}</p>
    </Dialog>
  );
}
