import { useEffect, useRef } from 'preact/hooks';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import { usePage, useTexts } from '../context.ts';
import { attend } from '../form/faults.ts';
import { Glyph } from '../glyph.tsx';
import { isUncertain, problemSentence } from '../problem-sentence.ts';

/** A save that came to nothing: all that is wrong, each with the way to it, or why the whole of it failed. */
export function FaultSummary(props: {
  readonly problem: ProblemDetails | undefined;
  readonly faults: readonly { readonly name: string; readonly label: string; readonly sentence: string }[];
  /** Where the thing that is wrong is not in sight yet, brings it there. */
  readonly onAttend?: (name: string) => void;
}) {
  const { problem, faults, onAttend = attend } = props;
  const { language } = usePage();
  const texts = useTexts('form');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (problem) heading.current?.focus();
  }, [problem]);
  if (!problem) return null;
  return (
    <section class="notice bad" aria-labelledby="faults">
      <Glyph name="alert" />
      <div>
        <h2 id="faults" ref={heading} tabIndex={-1}>
          {faults.length > 0 ? texts.needs(faults.length) : problemSentence(problem, language)}
        </h2>
        {faults.length === 0 && <p>{isUncertain(problem) ? texts.perhapsSaved : texts.notSaved}</p>}
        <ul>
          {faults.map(({ name, label, sentence }) => (
            <li key={name}>
              <a
                href={`#${name}`}
                onClick={(event) => {
                  event.preventDefault();
                  onAttend(name);
                }}
              >
                {label}
              </a>
              {`: ${sentence}`}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
