import { Found } from './recorder.ts';
import { saw } from './saw.ts';

/** The moment at which a check is ended, whatever its directory does. */
export interface Deadline {
  readonly isOver: boolean;
  /** Ends with what the step that is under way found by then: that there is no time left. */
  readonly passed: Promise<never>;
}

export function createDeadline(seconds: number, directoryName: string): Deadline {
  const signal = AbortSignal.timeout(seconds * 1000);
  const passed = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Found(noTimeLeft(seconds, directoryName))));
  });
  // It may pass between two steps, when nobody looks.
  passed.catch(() => undefined);
  return {
    get isOver() {
      return signal.aborted;
    },
    passed,
  };
}

function noTimeLeft(seconds: number, directoryName: string) {
  return {
    ...saw('notInTime', { seconds }),
    rule: 'deadline',
    cause: `The directory "${directoryName}" answers too slowly, or not at all, so the check was ended.`,
    fix: 'See whether it is overloaded, and whether the address is that of a directory and not of something else.',
  };
}
