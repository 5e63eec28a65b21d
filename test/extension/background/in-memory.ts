import type { Stored } from '../../../extension/settings.ts';

/** A value of the browser's storage, which keeps copies and answers later, as the browser's does. */
export function inMemory<Value>(): Stored<Value> {
  let text: string | undefined;
  return {
    read: async () => (text === undefined ? undefined : JSON.parse(text)),
    write: async (value) => {
      text = JSON.stringify(value);
    },
    remove: async () => {
      text = undefined;
    },
  };
}
