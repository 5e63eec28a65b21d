import type { Background } from './background.ts';

/** Whether a person has just pressed something that they see: a page can lay something of its own over the frame, through which clicks fall. */
export interface Sight {
  isClear(): Promise<boolean>;
}

/** https://w3c.github.io/IntersectionObserver/v2/, which TypeScript does not know yet. */
type Report = IntersectionObserverEntry & { readonly isVisible?: boolean };
const options: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
  trackVisibility: true,
  delay: 100,
};

const patienceMilliseconds = 5000;
/** What a press leads to begins at once. */
const pressMilliseconds = 1000;

/** A window of our own is never covered; Firefox cannot tell it of a frame, there the launcher alone looks. */
export function watchSight(background: Pick<Background, 'isInSight'>): Sight {
  const wasPressed = watchPresses();
  const isSeen = window.top !== window && 'isVisible' in IntersectionObserverEntry.prototype ? watchFrame() : undefined;
  return {
    isClear: async () => wasPressed() && (await background.isInSight()) && (isSeen === undefined || (await isSeen())),
  };
}

/** No script makes an event that the browser trusts. */
function watchPresses(): () => boolean {
  let pressed = Number.NEGATIVE_INFINITY;
  for (const type of ['keydown', 'click']) {
    const notice = ({ isTrusted }: Event) => {
      if (isTrusted) pressed = performance.now();
    };
    window.addEventListener(type, notice, { capture: true });
  }
  return () => performance.now() - pressed < pressMilliseconds;
}

/** Whether nothing at all is drawn over this frame, and nothing done to how it is drawn. */
function watchFrame(): () => Promise<boolean> {
  let watched = watchElement(topmost());
  const follow = () => {
    if (watched.element === topmost()) return;
    watched.stop();
    watched = watchElement(topmost());
  };
  // To the browser a dialog of our own covers the rest of the frame as anything else would.
  document.addEventListener('toggle', follow, { capture: true });
  return () => {
    follow();
    return watched.isVisible();
  };
}

/** What lies above all else in this frame. */
function topmost(): Element {
  return [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement;
}

function watchElement(element: Element) {
  let isVisible = false;
  const seen = Promise.withResolvers<void>();
  const observer = new IntersectionObserver((reports: readonly Report[]) => {
    isVisible = reports.at(-1)?.isVisible ?? false;
    if (isVisible) seen.resolve();
  }, options);
  observer.observe(element);
  // A dialog comes in with a movement, during which nothing counts as seen.
  const begun = Promise.race([seen.promise, new Promise((resolve) => setTimeout(resolve, patienceMilliseconds))]);
  return {
    element,
    async isVisible(): Promise<boolean> {
      await begun;
      return isVisible;
    },
    stop: () => observer.disconnect(),
  };
}
