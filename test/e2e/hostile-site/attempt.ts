import type { Person } from './person.ts';
import type { HostilePage } from './start-hostile-site.ts';

/** One thing that a page tries; what it comes to stands in the table of docs/hostile-page.md. */
export interface Attempt {
  /** Its row there. */
  readonly name: string;
  /** Pages of the site that it needs, by their paths. */
  readonly pages?: Readonly<Record<string, HostilePage>>;
  /** Tries it, and says what it came to, in the words of the table. */
  run(person: Person): Promise<string>;
}

/** What an attempt says that came to nothing at all. */
export const nothing = 'nothing';

export const listed = (gains: readonly string[]): string => [...new Set(gains)].join(', ') || nothing;

let count = 0;
const patience = 30_000;
const hearing = 1500;

/** Fills in another title, and notes when a save begins and when it ends. */
const prepare = `
  const title = document.getElementById('field-title');
  title.focus();
  title.select();
  const footer = document.querySelector('.footer');
  window.saving = 'not begun';
  window.watching?.disconnect();
  window.watching = new MutationObserver(() => {
    window.saving = footer.ariaBusy === 'true' ? 'begun' : window.saving === 'begun' ? 'over' : window.saving;
  });
  window.watching.observe(footer, { attributes: true });`;

/** Types another title and presses Ctrl+S; true once the directory has it, false when the editor refuses or hears nothing of it. */
export async function saves(person: Person): Promise<boolean> {
  const title = `Clerk ${++count}`;
  await person.inEditor(prepare);
  await person.type(title);
  await person.press('Control', 's');
  const pressed = Date.now();
  for (;;) {
    const saving = await person.inEditor<string>('return window.saving');
    if (saving === 'over') return (await person.titleInDirectory()) === title;
    // Keys that go elsewhere leave no trace here.
    if (Date.now() - pressed > (saving === 'begun' ? patience : hearing)) return false;
  }
}

/** A cover is noticed a moment after it was laid. */
export async function stopsSaving(person: Person): Promise<boolean> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; ) if (!(await saves(person))) return true;
  return false;
}
