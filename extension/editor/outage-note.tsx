import { Icon } from '../ui/icon.tsx';
import { useEditor, useLanguage, useTexts } from './context.ts';
import { problemSentence } from './problem-sentence.ts';

/** While the directory cannot be asked: how old the values are, and what becomes of a save. */
export function OutageNote() {
  const language = useLanguage();
  const texts = useTexts();
  const { outage } = useEditor().state.value;
  if (!outage) return null;
  return (
    <p class="note caution outage" role="status">
      <Icon name="clock" />
      <span>
        {problemSentence(outage, language)} {texts.outageMeaning}
      </span>
    </p>
  );
}
