import type { Place } from './pointer-place.ts';

/** `detail` is the browser's click count: 1 for a new click, 2 for the second half of a double click, 0 if a key caused it. */
type Clicked = { readonly detail: number; readonly clientX: number; readonly clientY: number };

/** Within this distance the pointer counts as unmoved. */
const SAME_PLACE_PX = 24;

export type ClickGuard = {
  /** A button of the mouse went down. */
  readonly pressed: (press: Pick<Clicked, 'detail'>) => void;
  /** The pointer's place. After it was elsewhere, a click at the first place is meant for this screen. */
  readonly moved: (place: Place) => void;
  /** True if this click was meant for this screen. `at`: when the system received it. */
  readonly counts: (click: Clicked, at: number) => boolean;
};

type Opened = {
  readonly at: number;
  readonly settlingMs: number;
  /** Where the pointer was at that time; null if a click there is meant for the new screen. */
  readonly pointer: Place | null;
};

/**
 * Judges clicks on a screen that just opened: the second half of a double click on the previous screen must not press what is now under the
 * pointer. A double click that began on this screen counts, however soon it comes. Somebody may also press Maksa again because nothing
 * seems to happen, just when a question opens: that press is not an answer to it.
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
      // The click is older than this screen: it waited while the page was busy.
      if (at < openedAt) return false;
      return !unmoved(click) && (click.detail === 1 || beganHere);
    },
  };
}
