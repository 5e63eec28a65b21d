import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives back what loading the code has left, in the thread that calls: V8 itself keeps that garbage, a third of what the
 * server takes, until it gets short of memory (S10). It takes some 30 ms, so it belongs to a start; and since V8 lets go of
 * what it knows of the code by then, too, it comes before anything is put together that is to be quick.
 */
export function giveBackMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (options: object) => void;
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
