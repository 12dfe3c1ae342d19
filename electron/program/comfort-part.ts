import { type Comfort, usualComfort, zoomed } from '../../shared/comfort.ts';
import { ok } from '../../shared/result.ts';
import type { Part } from './part.ts';
import type { Changed } from './publication.ts';

/** Where the comfort settings of this PC are, whichever world is open. */
export interface ComfortKeeper {
  read(): Comfort;
  change(change: Partial<Comfort>): void;
  /** Called after each change, also one that was made by a key. @returns a call that ends it */
  onChange(listener: () => void): () => void;
}

/** For this run only: a program without a window has nothing to store. */
export function comfortForThisRun(): ComfortKeeper {
  let comfort = usualComfort;
  const listeners = new Set<() => void>();
  return {
    read: () => comfort,
    change(change) {
      comfort = { ...comfort, ...change };
      for (const listener of listeners) listener();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function comfortPart(keeper: ComfortKeeper, changed: Changed) {
  const forget = keeper.onChange(() => changed('comfort'));
  return {
    slices: { comfort: keeper.read },
    commands: {
      stepZoom({ way }) {
        keeper.change({ zoom: zoomed(keeper.read().zoom, way) });
        return ok(null);
      },
      changeComfort(change) {
        keeper.change(change);
        return ok(null);
      },
    },
    close: () => void forget(),
  } satisfies Part;
}
