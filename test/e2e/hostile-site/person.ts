import { setTimeout as pause } from 'node:timers/promises';

/** Somebody who edits their own profile on a hostile page, in one browser or the other. */
export interface Person {
  readonly browser: 'Chromium' | 'Firefox';
  /** By which browsers tell extensions apart; anybody knows it. */
  readonly extensionId: string;
  /** Goes to a page of the hostile site and waits for the launcher. */
  visit(path: string): Promise<void>;
  /** Presses the launcher. */
  pressLauncher(): Promise<void>;
  /** Presses the launcher and waits until the editor shows the profile. */
  openEditor(): Promise<void>;
  /** How many frames of the page show a profile at this moment. */
  countEditors(): Promise<number>;
  /** How many frames of the page have such an element at this moment, by CSS. */
  countInFrames(selector: string): Promise<number>;
  /** How many other tabs show a profile in a frame at this moment. */
  countOtherEditors(): Promise<number>;
  /** What a function body returns that runs as a script of the page itself. */
  inPage<Value>(body: string): Promise<Value>;
  /** What a function body returns in the editor's frame. */
  inEditor<Value>(body: string): Promise<Value>;
  /** By keyboard, wherever the focus is. */
  type(text: string): Promise<void>;
  press(...together: readonly ('Control' | 'a' | 'c' | 's' | 'v')[]): Promise<void>;
  /** What the person sees, as PNG. */
  picture(): Promise<Buffer>;
  /** What the page would be on paper, as PNG. */
  paper(): Promise<Buffer>;
  /** The address of a file of the extension as web pages may load it. */
  addressOf(file: string): Promise<string>;
  /** The title that the directory has. */
  titleInDirectory(): Promise<string | undefined>;
}

/** Resolves once a frame of the page shows a profile. */
export async function untilShown(countEditors: () => Promise<number>): Promise<void> {
  for (const deadline = Date.now() + 15_000; (await countEditors()) === 0; await pause(20)) {
    if (Date.now() > deadline) throw new Error('No editor shows a profile');
  }
}
