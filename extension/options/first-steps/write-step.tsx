import { useTexts } from '../context.ts';
import { hrefOf } from '../route.ts';

export function WriteStep({ isOn }: { readonly isOn: boolean }) {
  const texts = useTexts('firstSteps');
  return (
    <p>
      {isOn ? texts.writeDone : texts.writeTodo} <a href={hrefOf({ view: 'write-access' })}>{texts.toWrite}</a>
    </p>
  );
}
