import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { Editor } from './editor.ts';
import { focusId } from './focus-id.ts';
import { wouldLoseWork } from './would-lose-work.ts';

/** What the editor does to the page around it: keys, focus, language, and the guard of unsaved changes. */
export function usePage(editor: Editor): void {
  const { attention, language, phase, problem } = editor.state.value;
  const isGuarded = wouldLoseWork(editor.state.value);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  // A key that is pressed right after the person sees the change goes to where it belongs.
  useLayoutEffect(() => {
    if (attention) document.getElementById(focusId(attention.key))?.focus();
  }, [attention]);

  // A notice takes room from the form: what has the focus stays in sight (WCAG 2.4.11).
  useEffect(() => {
    if (problem) document.activeElement?.scrollIntoView({ block: 'nearest' });
  }, [problem]);

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('keydown', (event) => press(event, editor), { signal });
    // Over the page it would be the page's.
    document.addEventListener('dragstart', (event) => event.preventDefault(), { signal });
    window.addEventListener('focus', () => void editor.look(), { signal });
    return () => listening.abort();
  }, [editor]);

  useEffect(() => {
    if (!isGuarded) return;
    const guard = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, [isGuarded]);

  useLayoutEffect(() => {
    if (phase === 'editing' && document.activeElement === document.body) document.querySelector('h1')?.focus();
  }, [phase]);
}

function press(event: KeyboardEvent, editor: Editor): void {
  const { phase, isLeaving } = editor.state.peek();
  if (phase === 'unclaimed' || isLeaving || event.isComposing || event.defaultPrevented) return;
  // The history, and whatever else lies over the editor, has keys of its own.
  if (document.querySelector('dialog:modal')) return;
  const isSave =
    (event.ctrlKey || event.metaKey) && !event.altKey && (event.key.toLowerCase() === 's' || event.key === 'Enter');
  if (isSave) {
    event.preventDefault();
    if (!event.repeat) void editor.save();
  } else if (event.key === 'Escape') {
    event.preventDefault();
    editor.close();
  }
}
