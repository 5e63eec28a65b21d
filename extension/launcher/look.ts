/** Half the size is still readable. */
const smallest = 0.5;

/**
 * Whether the editor lies over the page as it was put there. What is drawn over its frame the frame sees itself, in Chromium;
 * here is seen what frames cannot see: that they are drawn tiny, or as a picture (view transition); and in Firefox, where a
 * frame sees nothing, and pages find ways into closed shadow roots (`caretPositionFromPoint`, `originalTarget`), all else.
 */
export async function isInSight(dialog: HTMLDialogElement): Promise<boolean> {
  const root = dialog.getRootNode() as ShadowRoot;
  await whenStill(root);
  const page = document.documentElement;
  if (root.host.parentNode !== page || !dialog.matches(':modal')) return false;
  if (page.matches(':is(:active-view-transition)') || (dialog.currentCSSZoom ?? 1) < smallest) return false;
  if (!dialog.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return false;
  return !import.meta.env.FIREFOX || (isUntouched(dialog) && !isCovered(dialog));
}

/** The dialog comes in with a movement; one that does not end is not ours. */
async function whenStill(root: ShadowRoot): Promise<void> {
  const ends = root.getAnimations().map(({ finished }) => finished);
  await Promise.race([Promise.allSettled(ends), new Promise((resolve) => setTimeout(resolve, 5000))]);
}

/** What nobody sees, or sees something else in the place of, is not as this. Of style sheets pages can adopt more, unseen. */
const plain = {
  ...{ opacity: '1', visibility: 'visible', filter: 'none', mixBlendMode: 'normal', clip: 'auto', clipPath: 'none' },
  ...{ maskImage: 'none', outlineStyle: 'none', padding: '0px', content: 'normal' },
} as const satisfies Partial<CSSStyleDeclaration>;

function isUntouched(dialog: HTMLDialogElement): boolean {
  const [skeleton, frame, more] = dialog.children;
  if (!skeleton || !frame || more || getComputedStyle(skeleton).display !== 'none') return false;
  const isBare = ['::before', '::after'].every((pseudo) => getComputedStyle(dialog, pseudo).content === 'none');
  const isPlain = [dialog, frame].every((element) => {
    const style = getComputedStyle(element);
    return Object.entries(plain).every(([property, value]) => style[property as keyof typeof plain] === value);
  });
  const [inner, outer] = [frame.getBoundingClientRect(), dialog.getBoundingClientRect()];
  const isFull = inner.width > outer.width - 4 && inner.height > outer.height - 4;
  const isInside = outer.left > -1 && outer.top > -1 && outer.right < innerWidth + 1 && outer.bottom < innerHeight + 1;
  return isBare && isPlain && isFull && isInside && outer.width > 300 && outer.height > 200;
}

/** What may lie above a dialog that is modal, whatever it is; the list of a select may be as large as the window. */
const above = ':is(:popover-open, :modal, :fullscreen, select:open)';
/** A filter of the whole page is one of the dialog as well; those that leave words readable are let through. */
const blinding = /blur|opacity|brightness|contrast|url/;

function isCovered(dialog: HTMLDialogElement): boolean {
  const covers = (root: Document | ShadowRoot): boolean =>
    Array.from(root.querySelectorAll(above)).some((element) => element !== dialog) ||
    Array.from(root.querySelectorAll('*')).some(({ openOrClosedShadowRoot: inner }) => inner && covers(inner));
  return blinding.test(getComputedStyle(document.documentElement).filter) || covers(document);
}
