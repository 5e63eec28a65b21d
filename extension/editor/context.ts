import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '#shared/fields/field-kind.ts';
import type { FieldServices } from '#shared/fields/services.ts';
import type { Catalogue } from '../ui/messages/catalogue.ts';
import { messagesIn } from '../ui/messages/messages-in.ts';
import type { Editor } from './editor.ts';

/** The editor that a component belongs to. */
export const EditorContext = createContext<Editor | undefined>(undefined);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('This component belongs below an EditorContext');
  return editor;
}

/** What values are shown with where there is no editor around them. */
export interface Showing {
  readonly language: Language;
  readonly services: FieldServices;
}
export const ShowingContext = createContext<Showing | undefined>(undefined);

export function useShowing(): Showing {
  const showing = useContext(ShowingContext);
  const editor = useContext(EditorContext);
  if (showing) return showing;
  if (!editor) throw new Error('This component belongs below an EditorContext or a ShowingContext');
  return { language: editor.state.value.language, services: editor.services };
}

export function useLanguage(): Language {
  return useShowing().language;
}

export function useTexts(): Catalogue['editor'] {
  return messagesIn(useLanguage()).editor;
}
