import type { OptionsTexts } from '../../ui/messages/options-texts.ts';
import type { Change } from './what-changed.ts';

/** What is another than it was, in words. */
export function changeSentence({ kind, before, after }: Change, name: string, texts: OptionsTexts['form']): string {
  if (kind === 'added') return texts.theyAdded(name);
  if (kind === 'removed') return texts.theyRemoved(name);
  if (kind === 'reordered') return texts.theyReordered(name);
  return texts.theyChanged(name, plain(before), plain(after));
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
