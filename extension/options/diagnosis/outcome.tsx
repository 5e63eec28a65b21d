import type { Diagnosis } from '#shared/contract/diagnosis.ts';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import { usePage, useTexts } from '../context.ts';
import { Glyph } from '../glyph.tsx';
import { problemSentence } from '../problem-sentence.ts';
import { StepList } from './step-list.tsx';

/** What became of a check: said to screen readers as a whole, then step by step. */
export function Outcome(props: {
  readonly diagnosis: Diagnosis | undefined;
  readonly problem: ProblemDetails | undefined;
  readonly isRunning: boolean;
}) {
  const { diagnosis, problem, isRunning } = props;
  const { language } = usePage();
  const texts = useTexts('diagnosis');
  return (
    <>
      <div role="status" class="outcome">
        {isRunning && <p class="note">{texts.running}</p>}
        {problem && (
          <p class="note bad">
            <Glyph name="alert" />
            {problemSentence(problem, language)}
          </p>
        )}
        {diagnosis && <Verdict {...diagnosis} />}
      </div>
      {diagnosis && <StepList steps={diagnosis.steps} />}
    </>
  );
}

export function Verdict({ ok, steps }: Diagnosis) {
  const texts = useTexts('diagnosis');
  return (
    <p class={ok ? 'note good' : 'note bad'}>
      <Glyph name={ok ? 'check' : 'alert'} />
      {ok ? texts.allGood : texts.someBad(steps.filter((step) => !step.ok).length)}
    </p>
  );
}
