import { usePage, useTexts } from '../context.ts';
import { Trouble } from '../diagnosis/trouble.tsx';
import { Glyph } from '../glyph.tsx';
import { problemSentence } from '../problem-sentence.ts';
import { hrefOf } from '../route.ts';
import { useLoaded } from '../view/use-loaded.ts';

/** S4: the exact filter that the next run will send, and the pattern that it goes by. */
export function SyncPreview({ directory }: { readonly directory: string }) {
  const { background, language } = usePage();
  const texts = useTexts('sync');
  const { value, problem } = useLoaded(() => background.call('previewSync', { params: { key: directory } }));
  if (problem) {
    return (
      <p class="note bad">
        <Glyph name="alert" />
        {problemSentence(problem, language)}
      </p>
    );
  }
  if (!value) return null;
  const { detectedPattern, configuredPattern, sample, problem: misfit } = value.timestamp;
  return (
    <dl class="facts">
      <div>
        <dt>{texts.preview}</dt>
        <dd>
          <code dir="ltr">{value.filter}</code>
          <small class="soft">
            {texts.previewBase} <code dir="ltr">{value.base}</code> · {texts.modes[value.mode][0]}
            {value.fullBecause && `: ${texts.fullBecause[value.fullBecause] ?? value.fullBecause}`}
          </small>
        </dd>
      </div>
      <div>
        <dt>{texts.pattern}</dt>
        <dd>
          {configuredPattern !== null && texts.patternSet(configuredPattern)}
          {configuredPattern === null &&
            detectedPattern !== null &&
            texts.patternDetected(detectedPattern, sample ?? '')}{' '}
          <a href={hrefOf({ view: 'directories', item: directory })}>{texts.changePattern}</a>
          {misfit && (
            <p class="note bad">
              <Glyph name="alert" />
              <Trouble problem={misfit} />
            </p>
          )}
        </dd>
      </div>
    </dl>
  );
}
