import css from './launcher.css?inline';
import type { Listen } from './listening.ts';

/** So often the launcher goes back to where a page has removed it from; a page that insists is left alone. */
const patience = 20;
/** After so long without a removal it is as patient as at first. */
const calmMilliseconds = 60_000;

/** No event of ours tells the page anything: its hot keys and its clicks are its own. */
const isolated = [
  ...['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'change', 'focusin', 'focusout'],
  ...[
    'click',
    'dblclick',
    'auxclick',
    'contextmenu',
    'wheel',
    'mousedown',
    'mouseup',
    'mousemove',
    'mouseover',
    'mouseout',
  ],
  ...['pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout', 'touchstart', 'touchmove', 'touchend'],
];

/**
 * Puts elements on the page in a shadow root that the page cannot look into, and keeps them there as the page changes;
 * `onReturn` is called when a page had taken them from their place, and with them every frame and every dialog that was open.
 */
export function createHost(
  elements: readonly HTMLElement[],
  listen: Listen,
  signal: AbortSignal,
  onReturn: () => void,
) {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = css;
  root.append(style, ...elements);
  for (const type of isolated) listen(host, type, (event) => event.stopPropagation());

  let [patienceLeft, removedAt] = [patience, 0];
  // Beside the body, where a single-page app that replaces it does not reach.
  const place = () => document.documentElement.append(host);
  const isPlaced = () => host.parentNode === document.documentElement;
  const watch = () => {
    observer.observe(document, { childList: true });
    observer.observe(document.documentElement, { childList: true });
  };
  const wasMoved = (changes: readonly MutationRecord[]) =>
    changes.some(({ removedNodes }) => Array.from(removedNodes).includes(host));
  const observer = new MutationObserver((changes) => {
    if ((isPlaced() && !wasMoved(changes)) || !document.documentElement) return;
    const now = performance.now();
    if (now - removedAt > calmMilliseconds) patienceLeft = patience;
    removedAt = now;
    if (patienceLeft-- > 0) {
      if (!isPlaced()) place();
      watch();
    } else observer.disconnect();
    onReturn();
  });
  place();
  watch();
  signal.addEventListener('abort', () => observer.disconnect());

  return {
    isPlaced,
    remove: () => host.remove(),
  };
}
