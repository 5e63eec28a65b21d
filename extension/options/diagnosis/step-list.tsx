import type { Step } from '#shared/contract/diagnosis.ts';
import { useTexts } from '../context.ts';
import { Glyph } from '../glyph.tsx';

/** The steps of a check with what each saw, in the server's English; where one failed, the cause and the mend. */
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
  const findings = useTexts('findings');
  const { ok, isWarning, detail, attribute, rule = '' } = step;
  const own = Object.hasOwn(findings, rule) ? findings[rule] : undefined;
  const { cause, fix } = own ?? step;
  const language = own ? undefined : 'en';
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
        <p lang="en">{detail}</p>
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
