import type { Step } from '#shared/contract/diagnosis.ts';
import { useTexts } from '../context.ts';
import { Glyph } from '../glyph.tsx';
import { findingOf, sightSentence } from './step-words.ts';

/** The steps of a check with what each saw; where one failed, the cause and the mend. */
export function StepList({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol class="steps">
      {steps.map((step, index) => (
        // One step may be made several times, for several attributes.
        <StepItem key={index} step={step} />
      ))}
    </ol>
  );
}

function StepItem({ step }: { readonly step: Step }) {
  const texts = useTexts('diagnosis');
  const seen = sightSentence(step, useTexts('sights'));
  const found = findingOf(step, useTexts('findings'));
  const { ok, isWarning, attribute } = step;
  const { cause, fix } = found ?? step;
  const language = found ? undefined : 'en';
  const state = !ok ? 'failed' : isWarning ? 'warning' : 'passed';
  const glyph = ({ passed: 'check', warning: 'alert', failed: 'close' } as const)[state];
  return (
    <li class={`step ${state}`}>
      <span class="step-mark">
        <Glyph name={glyph} />
      </span>
      <div>
        <b>{texts.steps[step.step] ?? step.step}</b>
        {attribute && <code> {attribute}</code>}
        <span class="visually-hidden">, {texts[state]}</span>
        <p lang={seen === undefined ? 'en' : undefined}>{seen ?? step.detail}</p>
        {cause && (
          <p>
            <b>{texts.cause}:</b> <span lang={language}>{cause}</span>
          </p>
        )}
        {fix && (
          <p>
            <b>{texts.fix}:</b> <span lang={language}>{fix}</span>
          </p>
        )}
      </div>
    </li>
  );
}
