/** The views of the options page, in the order of its navigation. */
export const views = [
  'first-steps',
  'directories',
  'fields',
  'write-access',
  'roles',
  'sign-in',
  'sync',
  'changes',
  'settings',
  'transfer',
] as const;
export type View = (typeof views)[number];

/** Where in the page one is: a view, and in it perhaps one thing, such as a directory. */
export interface Route {
  readonly view: View;
  readonly item?: string;
}

/** Views that hold one thing over all their items: what was changed of one is still there at the next. */
const undivided: ReadonlySet<View> = new Set(['fields']);

/** Whether what was entered at one place is lost at the other. */
export function isLeft(from: Route, to: Route): boolean {
  return from.view !== to.view || (from.item !== to.item && !undivided.has(from.view));
}

/** Reads `#/directories/hq`; an address that is none leads to the first view. */
export function readRoute(hash: string): Route {
  const [, name, item] = /^#\/([a-z-]+)(?:\/([^/]+))?$/u.exec(hash) ?? [];
  const view = views.find((each) => each === name);
  if (!view) return { view: 'first-steps' };
  const decoded = item === undefined ? undefined : decode(item);
  return decoded === undefined ? { view } : { view, item: decoded };
}

export function hrefOf({ view, item }: Route): string {
  return item === undefined ? `#/${view}` : `#/${view}/${encodeURIComponent(item)}`;
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
