import type { Fault } from '#shared/contract/problem.ts';
import { usePage, useTexts } from '../context.ts';
import { faultSentence } from '../form/fault-sentence.ts';
import { Glyph } from '../glyph.tsx';

/** What was saved although one of several directories cannot take it, or could not be asked. */
export function FieldWarnings({ warnings }: { readonly warnings: readonly Fault[] }) {
  const { language } = usePage();
  const texts = useTexts('fields');
  if (warnings.length === 0) return null;
  return (
    <section class="notice caution" role="status" aria-labelledby="warnings">
      <Glyph name="alert" />
      <div>
        <h2 id="warnings">{texts.warnings}</h2>
        <ul>
          {warnings.map((warning) => (
            <li key={`${warning.field} ${warning.detail}`}>
              <code>{warning.field}</code> {faultSentence(warning, language)}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
