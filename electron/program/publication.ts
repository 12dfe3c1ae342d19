import type { PosEvent, SliceChanges, SliceName, Slices, Snapshot } from '../../shared/ipc/contract.ts';

type Published = {
  readonly slices: { readonly [N in SliceName]: () => Slices[N] };
  /** What an event carries in place of a slice. */
  readonly changes: { readonly [N in SliceName]?: () => SliceChanges[N] };
};

/** Revisions grow over the whole run, also across a change of mode: a window can never mistake an old slice for a new one. */
export type Revisions = { value: number };

/** Says that these slices are another now. */
export type Changed = (...slices: readonly SliceName[]) => void;

/**
 * Publishes what changed, once a turn of the event loop, with a revision that grows by one. A listener that sees a gap
 * asks for a snapshot, which carries the revision it is true for.
 *
 * @param published asked when there is something to publish; the parts that bring it may be made after this
 */
export function createPublication(revisions: Revisions, broke: (cause: unknown) => void, published: () => Published) {
  const dirty = new Set<SliceName>();
  const listeners = new Set<(event: PosEvent) => void>();
  let pending: ReturnType<typeof setImmediate> | null = null;

  function flush(): void {
    pending = null;
    revisions.value += 1;
    const names = [...dirty];
    dirty.clear();
    const event: PosEvent = { revision: revisions.value };
    // One slice that cannot be read must not take the others with it, least of all the payment on the screen.
    const { slices, changes } = published();
    for (const name of names) {
      try {
        Object.assign(event, { [name]: (changes[name] ?? slices[name])() });
      } catch (cause) {
        broke(cause);
      }
    }
    for (const listener of listeners) listener(event);
  }

  const changed: Changed = (...slices) => {
    for (const slice of slices) dirty.add(slice);
    pending ??= setImmediate(flush);
  };

  return {
    changed,
    /** A window that was told nothing of this world yet knows all of it after this. */
    allChanged: (): void => changed(...(Object.keys(published().slices) as SliceName[])),
    snapshot(): Snapshot {
      const read = Object.entries(published().slices).map(([slice, reader]) => [slice, reader()] as const);
      return { revision: revisions.value, ...(Object.fromEntries(read) as Slices) };
    },
    subscribe(listener: (event: PosEvent) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop(): void {
      if (pending !== null) clearImmediate(pending);
      listeners.clear();
    },
  };
}
