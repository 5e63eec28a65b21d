import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '#shared/fields/field-kind.ts';
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

export function useLanguage(): Language {
  return useEditor().state.value.language;
}

export function useTexts(): Catalogue['editor'] {
  return messagesIn(useLanguage()).editor;
}
