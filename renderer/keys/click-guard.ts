import type { Place } from './pointer-place.ts';

/** `detail` is the browser's count: 1 for a new click, 2 for a double one's second half, 0 where a key made it. */
type Clicked = { readonly detail: number; readonly clientX: number; readonly clientY: number };

/** A hand that rests, or a finger that taps the same button again. */
const SAME_PLACE_PX = 24;

export type ClickGuard = {
  /** A button of the mouse went down. */
  readonly pressed: (press: Pick<Clicked, 'detail'>) => void;
  /** The pointer is somewhere. Once it has been elsewhere, a click at the first place is meant for this screen. */
  readonly moved: (place: Place) => void;
  /** True when this click was meant for this screen. `at`: when the system had it. */
  readonly counts: (click: Clicked, at: number) => boolean;
};

type Opened = {
  readonly at: number;
  readonly settlingMs: number;
  /** Where the pointer was then; null where a click at that place is meant for what opened. */
  readonly pointer: Place | null;
};

/**
 * Judges clicks on a screen that just opened: the second half of a double click on the screen before must not press what
 * now lies under the pointer. A double click whose first half fell here is this screen's, however soon it comes.
 * A question opens while somebody presses Maksa once more because nothing seems to happen: that press has not read it.
 */
export function createClickGuard({ at: openedAt, settlingMs, pointer }: Opened): ClickGuard {
  let beganHere = false;
  let hasBeenElsewhere = false;
  const isThere = ({ x, y }: Place): boolean => pointer !== null && Math.hypot(x - pointer.x, y - pointer.y) <= SAME_PLACE_PX;
  const unmoved = ({ clientX, clientY }: Clicked): boolean => !hasBeenElsewhere && isThere({ x: clientX, y: clientY });
  return {
    moved: (place) => {
      hasBeenElsewhere ||= pointer !== null && !isThere(place);
    },
    pressed: ({ detail }) => {
      if (detail === 1) beganHere = true;
    },
    counts: (click, at) => {
      if (at - openedAt >= settlingMs || click.detail === 0) return true;
      // It waited while the page was busy opening this screen.
      if (at < openedAt) return false;
      return !unmoved(click) && (click.detail === 1 || beganHere);
    },
  };
}
