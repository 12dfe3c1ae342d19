import type { PosEvent, SliceChanges, SliceName, Slices, Snapshot } from '../../shared/ipc/contract.ts';

type Published = {
  readonly slices: { readonly [N in SliceName]: () => Slices[N] };
  /** What an event contains instead of the whole slice. */
  readonly changes: { readonly [N in SliceName]?: () => SliceChanges[N] };
};

/** The revision grows over the whole run, also when the world is replaced, so that a window never takes an old slice for a new one. */
export type Revisions = { value: number };

/** Says that these slices have changed. */
export type Changed = (...slices: readonly SliceName[]) => void;

/**
 * Publishes the slices that changed, once in each turn of the event loop, with a revision that grows by one. A listener that sees a gap
 * asks for a snapshot, which has the revision for which it is true. A slice that could not be read leaves such a gap.
 *
 * @param published called only when there is something to publish, so that the parts may be made after this
 */
export function createPublication(revisions: Revisions, broke: (cause: unknown) => void, published: () => Published) {
  const dirty = new Set<SliceName>();
  const listeners = new Set<(event: PosEvent) => void>();
  let pending: ReturnType<typeof setImmediate> | null = null;

  function flush(): void {
    pending = null;
    const names = [...dirty];
    dirty.clear();
    const read: Partial<PosEvent> = {};
    let isWhole = true;
    // If one slice cannot be read, the others are still published, above all the payment in the window.
    const { slices, changes } = published();
    for (const name of names) {
      try {
        Object.assign(read, { [name]: (changes[name] ?? slices[name])() });
      } catch (cause) {
        isWhole = false;
        broke(cause);
      }
    }
    // A gap tells the window that something is missing.
    revisions.value += isWhole ? 1 : 2;
    for (const listener of listeners) listener({ ...read, revision: revisions.value });
  }

  const changed: Changed = (...slices) => {
    for (const slice of slices) dirty.add(slice);
    pending ??= setImmediate(flush);
  };

  return {
    changed,
    /** Publishes every slice, for a window that knows nothing of this world yet. */
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
