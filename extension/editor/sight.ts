/** Whether the person sees what they press: a page can lay something of its own over the frame, through which clicks fall. */
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

/** Watches whether anything covers this frame. A window of our own is never covered; Firefox cannot tell, and takes it for seen. */
export function watchSight(): Sight {
  if (window.top === window || !('isVisible' in IntersectionObserverEntry.prototype)) {
    return { isClear: async () => true };
  }
  let isVisible = false;
  const seen = Promise.withResolvers<void>();
  const observer = new IntersectionObserver((reports: readonly Report[]) => {
    isVisible = reports.at(-1)?.isVisible ?? false;
    if (isVisible) seen.resolve();
  }, options);
  observer.observe(document.documentElement);
  // The dialog comes in with a movement, during which nothing counts as seen.
  const begun = Promise.race([seen.promise, new Promise((resolve) => setTimeout(resolve, patienceMilliseconds))]);

  return {
    async isClear() {
      await begun;
      return isVisible;
    },
  };
}
