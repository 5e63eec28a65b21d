import type { Stored } from '../settings.ts';

/** A frame that may be the editor, as long as it is claimed soon, and then until it is closed. */
interface Frame {
  /** The tab that it may be in; undefined for a window of our own, whose tab is known when it claims. */
  readonly tabId?: number;
  /** The frame that it has to be, where the browser tells the launcher. */
  readonly expected?: number;
  readonly expires: number;
  /** The frame that has claimed the token: 0 is the page itself, which over a page is never the editor. */
  readonly frameId?: number;
}

export type Frames = Readonly<Record<string, Frame>>;

/** Where a frame is: its tab, and its number there. */
export interface FramePlace {
  readonly tabId: number;
  readonly frameId: number;
}

/** Where a launcher says that its frame is; Chromium does not tell it the number. */
export interface ExpectedPlace {
  readonly tabId: number;
  readonly frameId: number | undefined;
}

const lifetimeMilliseconds = 30_000;
/** 128 bits and more. */
const tokenPattern = /^[0-9a-f]{32,64}$/;

/** Keeps which frames may be the editor. Kept in storage, since the background may end between any two messages. */
export function createFrameRegistry({ stored, now }: { stored: Stored<Frames>; now: () => number }) {
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: what a change was made from has been written. */
  function change<Value>(decide: (frames: Frames) => readonly [Frames, Value]): Promise<Value> {
    const next = last.then(async () => {
      const [frames, value] = decide((await stored.read()) ?? {});
      const alive = Object.entries(frames).filter(([, frame]) => frame.frameId !== undefined || frame.expires > now());
      await stored.write(Object.fromEntries(alive));
      return value;
    });
    last = next.catch(() => undefined);
    return next;
  }

  return {
    /**
     * Lets one frame of this tab (or one window of ours) claim the token within half a minute. False for a token seen before.
     * A tab has one editor: a frame that was it before is none any more.
     */
    expect: (token: string, place: ExpectedPlace | undefined): Promise<boolean> =>
      change((frames) => {
        if (!tokenPattern.test(token) || Object.hasOwn(frames, token)) return [frames, false];
        const expires = now() + lifetimeMilliseconds;
        if (!place) return [{ ...frames, [token]: { expires } }, true];
        const { tabId, frameId: expected } = place;
        const frame = { tabId, ...(expected === undefined ? {} : { expected }), expires };
        return [{ ...withoutTab(frames, tabId), [token]: frame }, true];
      }),

    claim: (token: string, { tabId, frameId }: FramePlace): Promise<boolean> =>
      change((frames) => {
        const frame = Object.hasOwn(frames, token) ? frames[token] : undefined;
        // A window of our own that is loaded anew is still ours; no page can open one or look into it.
        if (frame?.frameId === 0 && frameId === 0 && frame.tabId === tabId) return [frames, true];
        if (!frame || frame.frameId !== undefined || frame.expires <= now()) return [frames, false];
        const isOfLauncher = frame.tabId === tabId && frameId !== 0 && (frame.expected ?? frameId) === frameId;
        const fits = frame.tabId === undefined ? frameId === 0 : isOfLauncher;
        return fits ? [{ ...frames, [token]: { ...frame, tabId, frameId } }, true] : [frames, false];
      }),

    /** The token of a frame that is the editor. */
    tokenOf: ({ tabId, frameId }: FramePlace): Promise<string | undefined> =>
      change((frames) => [
        frames,
        Object.entries(frames).find(([, frame]) => frame.tabId === tabId && frame.frameId === frameId)?.[0],
      ]),

    /** The place of the editor that has claimed this token. */
    placeOf: (token: string): Promise<FramePlace | undefined> =>
      change((frames) => {
        const frame = Object.hasOwn(frames, token) ? frames[token] : undefined;
        const { tabId, frameId } = frame ?? {};
        return [frames, tabId !== undefined && frameId !== undefined ? { tabId, frameId } : undefined];
      }),

    forget: (token: string): Promise<void> => change(({ [token]: _, ...others }) => [others, undefined]),

    forgetTab: (tabId: number): Promise<void> => change((frames) => [withoutTab(frames, tabId), undefined]),
  };
}

const withoutTab = (frames: Frames, tabId: number): Frames =>
  Object.fromEntries(Object.entries(frames).filter(([, frame]) => frame.tabId !== tabId));

export type FrameRegistry = ReturnType<typeof createFrameRegistry>;
