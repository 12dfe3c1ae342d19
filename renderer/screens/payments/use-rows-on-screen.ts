import { type RefObject, useLayoutEffect, useState } from 'react';
import { useHistory } from '../../stores/history.ts';

/** Rows drawn above and below the screen, so that the next ones are there when somebody scrolls. */
const BEYOND = 6;

/**
 * Which rows of a long list lie on the screen. All have the same height, so nothing is measured and nothing is kept for each of them: a
 * list of a hundred thousand opens like one of ten.
 *
 * @param rowPx the height of a row in CSS pixels
 */
export function useRowsOnScreen(scroller: RefObject<HTMLDivElement | null>, count: number, rowPx: number) {
  const [view, setView] = useState({ top: useHistory.getState().scrollTop, height: 0 });

  // Before the first paint: back from a payment, the list stands where it stood.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    element.scrollTop = useHistory.getState().scrollTop;
    const look = (): void => setView({ top: element.scrollTop, height: element.clientHeight });
    look();
    const resized = new ResizeObserver(look);
    resized.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);

  const first = Math.max(0, Math.min(count - 1, Math.floor(view.top / rowPx)) - BEYOND);
  const last = Math.min(count - 1, Math.ceil((view.top + view.height) / rowPx) + BEYOND);
  return {
    first,
    last,
    places: Array.from({ length: Math.max(0, last - first + 1) }, (_, next) => first + next),
    /** Scrolls as little as is needed to show this row. */
    show(place: number): void {
      const element = scroller.current;
      if (element === null) return;
      const [top, bottom] = [place * rowPx, (place + 1) * rowPx];
      if (top < element.scrollTop) element.scrollTop = top;
      else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
    },
  };
}
