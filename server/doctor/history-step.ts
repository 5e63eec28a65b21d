import type { Step } from '#shared/contract/diagnosis.ts';
import type { VerifiedHistory } from '../history/verify-history.ts';
import { saw } from './saw.ts';

const mostNamed = 20;

/** Whether the history is as Nameplate wrote it, and which lines of it are not (W8). */
export function historyStep({ lines, faults }: VerifiedHistory): Step {
  const step = 'history';
  if (faults.length === 0) return { step, ok: true, ...saw('historyWhole', { lines }) };
  const named = faults.slice(0, mostNamed).map(({ first, last, fault }) => {
    return first === last ? `line ${first} was ${fault}` : `lines ${first} to ${last} were ${fault}`;
  });
  const more = faults.length > mostNamed ? ` and ${faults.length - mostNamed} more places` : '';
  return {
    step,
    ok: false,
    detail: `${named.join(', ')}${more}`,
    rule: 'historyBroken',
    cause: 'Something other than Nameplate changed the history in nameplate.sqlite, or the disk damaged it.',
    fix: 'Do not rely on these lines, find out who can write the folder NAMEPLATE_DATA, and compare with a backup.',
  };
}
