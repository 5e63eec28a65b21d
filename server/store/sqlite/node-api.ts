import { Problem } from '../../problem.ts';

/** better-sqlite3 is built for Node-API 10; an older Node crashes without a word when it loads it. */
export function checkNodeAPI(version: string | undefined): void {
  if (Number(version) >= 10) return;
  throw new Problem('internal', 'This Node is too old for the store. Run Nameplate with Node 22.14 or newer.', {
    rule: 'nodeTooOld',
  });
}
