import type { launcher } from '../ui/messages/en.ts';
import { createIcon } from './icon.ts';

/** The round button in the corner, and the note beside it that a page must be reloaded after an update. */
export function createButton(messages: typeof launcher, language: string) {
  const element = document.createElement('div');
  element.className = 'launcher';
  element.lang = language;

  const note = document.createElement('p');
  note.className = 'note';
  note.role = 'status';

  const button = document.createElement('button');
  button.type = 'button';
  button.ariaLabel = messages.open;
  button.title = messages.open;
  button.ariaHasPopup = 'dialog';
  button.append(createIcon());
  element.append(note, button);

  return {
    element,
    button,
    /** Says something beside the button; nothing takes it away. */
    say(text: string): void {
      note.textContent = text;
    },
  };
}
