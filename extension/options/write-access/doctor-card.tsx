import type { DoctorReport } from '#shared/contract/diagnosis.ts';
import { usePage, useTexts } from '../context.ts';
import { Outcome, Verdict } from '../diagnosis/outcome.tsx';
import { StepList } from '../diagnosis/step-list.tsx';
import { useCheck } from '../diagnosis/use-check.ts';
import { Glyph } from '../glyph.tsx';

/** W2: every directory and every field in one go. */
export function DoctorCard() {
  const { background } = usePage();
  const texts = useTexts('diagnosis');
  const check = useCheck<DoctorReport>();
  const { value: report } = check;
  return (
    <section class="card">
      <div class="card-head">
        <div>
          <h2>{texts.doctor}</h2>
          <p>{texts.doctorMeaning}</p>
        </div>
        <button
          type="button"
          class="button"
          aria-disabled={check.isRunning}
          onClick={() => check.run(() => background.call('runDoctor', { query: {} }))}
        >
          <Glyph name="play" />
          {texts.runDoctor}
        </button>
      </div>
      <Outcome diagnosis={undefined} problem={check.problem} isRunning={check.isRunning} />
      {report && report.steps.length > 0 && <h3 class="report-title">{texts.everywhere}</h3>}
      {report && <StepList steps={report.steps} />}
      {report?.directories.map((directory) => (
        <section key={directory.key} class="report" aria-labelledby={`report-${directory.key}`}>
          <h3 class="report-title" id={`report-${directory.key}`}>
            {directory.name}
          </h3>
          <div role="status">
            <Verdict ok={directory.ok} steps={directory.steps} />
          </div>
          <StepList steps={directory.steps} />
        </section>
      ))}
    </section>
  );
}
