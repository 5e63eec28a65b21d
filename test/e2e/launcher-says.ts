import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the editor, the popup and our other pages say to the background, and a launcher never does. */
export function saidByOthers(): string[] {
  const answering = readFileSync(join(import.meta.dirname, '../../extension/background/answer-messages.ts'), 'utf8');
  const answers = answering.split(/^ {2}(?=onMessage\()/mu).slice(1);
  return answers
    .filter((answer) => !answer.includes('fromLauncher('))
    .flatMap((answer) => /^onMessage\('(\w+)'/u.exec(answer)?.[1] ?? []);
}

/** A function for the launcher's world that says all of it, and tells what became of each. */
export const sayAll = (
  types: readonly string[],
) => `async () => Promise.all(${JSON.stringify(types)}.map(async (type) => {
  const data = { frameToken: '${'0'.repeat(32)}', personId: 'x', changes: {}, server: 'https://evil.example' };
  const answer = await chrome.runtime.sendMessage({ id: 1, type, data, timestamp: Date.now() });
  return [type, answer?.err?.message ?? answer?.res];
}))`;

export const refused = 'This message may not come from here';
