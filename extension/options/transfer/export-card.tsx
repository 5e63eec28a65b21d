import { useState } from 'preact/hooks';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import { usePage, useTexts } from '../context.ts';
import { FaultSummary } from '../document/fault-summary.tsx';
import { Glyph } from '../glyph.tsx';
import { saveFile } from './save-file.ts';

/** Saves the configuration as a file. */
export function ExportCard() {
  const { background, announce } = usePage();
  const texts = useTexts('transfer');
  const [problem, setProblem] = useState<ProblemDetails>();

  async function download() {
    const result = await background.call('exportConfiguration', {});
    setProblem(result.ok ? undefined : result.problem);
    if (!result.ok) return;
    saveFile('nameplate.json', 'application/json', `${JSON.stringify(result.value, null, 2)}\n`);
    announce(texts.downloaded);
  }
  return (
    <section class="card">
      <h2>{texts.export}</h2>
      <p>{texts.exportMeaning}</p>
      <FaultSummary problem={problem} faults={[]} />
      <div class="actions card-actions">
        <button type="button" class="button primary" onClick={download}>
          <Glyph name="transfer" />
          {texts.download}
        </button>
      </div>
    </section>
  );
}
