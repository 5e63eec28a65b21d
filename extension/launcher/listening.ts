/** Listens, and goes on to after `renew`. */
export type Listen = <Kind extends Event>(
  target: EventTarget,
  type: string,
  hear: (event: Kind) => void,
  options?: AddEventListenerOptions,
) => void;

/** `document.open` takes all listeners from a page, ours too; those that are there are not added twice. */
export function createListening(): { readonly listen: Listen; renew(): void } {
  const listeners: (() => void)[] = [];
  return {
    listen(target, type, hear, options) {
      const add = () => target.addEventListener(type, hear as EventListener, options);
      listeners.push(add);
      add();
    },
    renew() {
      for (const add of listeners) add();
    },
  };
}
