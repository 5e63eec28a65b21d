import type { DirectoryInput } from '#shared/contract/admin.ts';
import type { Diagnosis } from '#shared/contract/diagnosis.ts';
import { usePage, useTexts } from '../context.ts';
import { Glyph } from '../glyph.tsx';
import { Outcome } from './outcome.tsx';
import { useCheck } from './use-check.ts';

/** Tests a directory as it stands in the form, before it is saved. */
export function ConnectionTest(props: {
  readonly directory: string;
  /** Left out, the directory is tested as it is saved. */
  readonly definition?: DirectoryInput;
}) {
  const { directory, definition } = props;
  const { background } = usePage();
  const texts = useTexts('diagnosis');
  const check = useCheck<Diagnosis>();
  const test = () =>
    check.run(() =>
      background.call('testDirectory', {
        // A draft may have no key yet.
        params: { key: directory || 'draft' },
        body: definition ? { definition: { ...definition, key: directory || 'draft' } } : {},
      }),
    );
  return (
    <section class="card">
      <div class="card-head">
        <div>
          <h2>{texts.testTitle}</h2>
          <p>{texts.testMeaning}</p>
        </div>
        <button type="button" class="button" aria-disabled={check.isRunning} onClick={test}>
          <Glyph name="play" />
          {texts.test}
        </button>
      </div>
      <Outcome diagnosis={check.value} problem={check.problem} isRunning={check.isRunning} />
    </section>
  );
}
