import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Deeds {
  /** By fractions of the element: to the right and down. */
  moveBy(right: number, down: number): void;
  zoomBy(factor: number): void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** One finger or the mouse drags, two fingers zoom as well, the wheel zooms. */
export function usePointers(target: RefObject<HTMLElement | null>, deeds: Deeds): void {
  const latest = useRef(deeds);
  latest.current = deeds;

  useEffect(() => {
    const element = target.current;
    if (!element) return;
    const listening = new AbortController();
    const { signal } = listening;
    const points = new Map<number, Point>();

    element.addEventListener(
      'pointerdown',
      (event) => {
        if (event.button !== 0) return;
        element.setPointerCapture(event.pointerId);
        points.set(event.pointerId, at(event));
      },
      { signal },
    );
    element.addEventListener(
      'pointermove',
      (event) => {
        if (!points.has(event.pointerId)) return;
        const before = [...points.values()];
        points.set(event.pointerId, at(event));
        const now = [...points.values()];
        const { width, height } = element.getBoundingClientRect();
        const [from, to] = [middleOf(before), middleOf(now)];
        latest.current.moveBy((to.x - from.x) / width, (to.y - from.y) / height);
        if (now.length > 1) latest.current.zoomBy(spreadOf(now) / spreadOf(before));
      },
      { signal },
    );
    for (const end of ['pointerup', 'pointercancel'] as const)
      element.addEventListener(end, ({ pointerId }) => points.delete(pointerId), { signal });
    element.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        latest.current.zoomBy(Math.exp(-event.deltaY / 500));
      },
      { signal, passive: false },
    );
    return () => listening.abort();
  }, [target]);
}

const at = ({ clientX, clientY }: PointerEvent): Point => ({ x: clientX, y: clientY });

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function spreadOf([one, other]: readonly Point[]): number {
  return one && other ? Math.max(1, Math.hypot(one.x - other.x, one.y - other.y)) : 1;
}
