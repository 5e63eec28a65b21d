import type { ComponentChildren } from 'preact';
import { useTexts } from '../context.ts';
import { Glyph } from '../glyph.tsx';

export type StepState = 'done' | 'now' | 'todo';

/** One of the first steps, with how it stands. */
export function StepCard(props: {
  readonly state: StepState;
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  const { state, title, children } = props;
  const texts = useTexts('firstSteps');
  return (
    <li class={`first-step ${state}`} aria-current={state === 'now' ? 'step' : undefined}>
      <span class="step-number">{state === 'done' && <Glyph name="check" />}</span>
      <div>
        <h2>
          {title}{' '}
          <span class={state === 'done' ? 'tag good' : state === 'now' ? 'tag accent' : 'tag'}>{texts[state]}</span>
        </h2>
        {children}
      </div>
    </li>
  );
}
