import { inject } from 'vitest';
import type { ActiveDirectory } from './active-directory.ts';

/** The one domain controller of this test run; the first to ask waits about 10 s for it. Make an OU of your own. */
export async function sharedActiveDirectory(): Promise<ActiveDirectory> {
  const answer = await fetch(`http://127.0.0.1:${inject('activeDirectoryPort')}/`);
  if (!answer.ok) throw new Error(`The Active Directory for tests did not start: ${await answer.text()}`);
  return (await answer.json()) as ActiveDirectory;
}
