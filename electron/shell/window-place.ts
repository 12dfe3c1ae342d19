import type { Rectangle } from 'electron';

/** Where the window was: its bounds while it is not maximised, in the system's own units, and whether it was. */
export type KeptPlace = Rectangle & { readonly maximised: boolean };

export type Bounds = Rectangle & { readonly minWidth: number; readonly minHeight: number };

const WANTED = { width: 1280, height: 800 };
const SMALLEST = { width: 800, height: 500 };

/** In the middle of what the system's bars leave of the screen, and never larger: below its edge is where Maksa stands. */
export const windowBounds = (workArea: Rectangle): Bounds => inTheMiddle(WANTED, workArea);

/**
 * Brings the window back into the work areas that exist now: on the one that shows most of it, as large as it was if there is room, and
 * whole. If its monitor is gone, it comes to the middle of the usual one.
 */
export function placeWindow(kept: KeptPlace | null, workAreas: readonly Rectangle[], usual: Rectangle): Bounds {
  if (kept === null) return windowBounds(usual);
  const [best] = workAreas.map((area) => ({ area, shared: sharedPart(kept, area) })).sort((a, b) => b.shared - a.shared);
  if (best === undefined || best.shared === 0) return inTheMiddle(kept, usual);
  const { area } = best;
  const { width, height, ...least } = fitted(kept, area);
  return {
    x: between(kept.x, area.x, area.x + area.width - width),
    y: between(kept.y, area.y, area.y + area.height - height),
    ...{ width, height },
    ...least,
  };
}

function inTheMiddle(wanted: Size, area: Rectangle): Bounds {
  const fit = fitted(wanted, area);
  return {
    x: area.x + Math.floor((area.width - fit.width) / 2),
    y: area.y + Math.floor((area.height - fit.height) / 2),
    ...fit,
  };
}

type Size = Pick<Rectangle, 'width' | 'height'>;

function fitted(wanted: Size, area: Rectangle): Size & Pick<Bounds, 'minWidth' | 'minHeight'> {
  const minWidth = Math.min(SMALLEST.width, area.width);
  const minHeight = Math.min(SMALLEST.height, area.height);
  return {
    width: between(Math.round(wanted.width), minWidth, area.width),
    height: between(Math.round(wanted.height), minHeight, area.height),
    ...{ minWidth, minHeight },
  };
}

const between = (value: number, least: number, most: number): number => Math.max(least, Math.min(Math.round(value), most));

function sharedPart(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** A position further away than any desktop reaches is damage, and not a place. */
const FARTHEST = 100_000;

/** What a file holds, or null if it is no place. */
export function placeFrom(read: unknown): KeptPlace | null {
  if (typeof read !== 'object' || read === null) return null;
  const { x, y, width, height, maximised } = read as Readonly<Record<string, unknown>>;
  const isNear = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= FARTHEST;
  if (!isNear(x) || !isNear(y) || !isNear(width) || !isNear(height) || width < 1 || height < 1) return null;
  return { x, y, width, height, maximised: maximised === true };
}
