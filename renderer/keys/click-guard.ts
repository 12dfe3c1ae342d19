type Clicked = { readonly detail: number };

export type ClickGuard = {
  /** A button of the mouse went down; `detail` is the browser's count: 1 for a new click, 2 for a double one's second half. */
  readonly pressed: (press: Clicked) => void;
  /** True when this click was meant for this screen. */
  readonly counts: (click: Clicked, now: number) => boolean;
};

/**
 * Judges clicks on a screen that just opened: the second half of a double click on the screen before must not press what
 * now lies under the pointer. A double click whose first half fell here is this screen's, however soon it comes.
 */
export function createClickGuard(opened: { readonly at: number; readonly settlingMs: number }): ClickGuard {
  let beganHere = false;
  return {
    pressed: ({ detail }) => {
      if (detail === 1) beganHere = true;
    },
    counts: ({ detail }, now) => detail <= 1 || beganHere || now - opened.at >= opened.settlingMs,
  };
}
