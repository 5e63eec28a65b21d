import type { Diagnosis } from '#shared/contract/diagnosis.ts';
import { usePage, useTexts } from '../context.ts';
import { Outcome } from '../diagnosis/outcome.tsx';
import { useCheck } from '../diagnosis/use-check.ts';
import { Glyph } from '../glyph.tsx';
import { hrefOf } from '../route.ts';

/** The test of the connection, and the way to mend it. */
export function TestStep(props: {
  readonly directory: string;
  readonly test: Diagnosis | undefined;
  onTest(test: Diagnosis): void;
}) {
  const { directory, test, onTest } = props;
  const { background } = usePage();
  const texts = useTexts('firstSteps');
  const check = useCheck<Diagnosis>();
  const run = () =>
    check.run(async () => {
      const result = await background.call('testDirectory', { params: { key: directory }, body: {} });
      if (result.ok) onTest(result.value);
      return result;
    });
  return (
    <>
      <p>{texts.testTodo}</p>
      <div class="actions">
        <button type="button" class="button small" aria-disabled={check.isRunning} onClick={run}>
          <Glyph name="play" />
          {texts.test}
        </button>
        {test && !test.ok && <a href={hrefOf({ view: 'directories', item: directory })}>{texts.more.directory}</a>}
      </div>
      <Outcome
        diagnosis={test && !check.isRunning ? test : undefined}
        problem={check.problem}
        isRunning={check.isRunning}
      />
    </>
  );
}
