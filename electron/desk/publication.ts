import type { PosEvent, Snapshot } from '../../shared/ipc/contract.ts';

type Slices = Omit<Snapshot, 'revision'>;
export type SliceName = keyof Slices;

/** Revisions grow over the whole run, also across a change of mode: a window can never mistake an old slice for a new one. */
export type Revisions = { value: number };

/**
 * Publishes what changed, once a turn of the event loop, with a revision that grows by one. A listener that sees a gap
 * asks for a snapshot, which carries the revision it is true for.
 */
export function createPublication(
  revisions: Revisions,
  broke: (cause: unknown) => void,
  read: { readonly [N in SliceName]: () => Slices[N] },
) {
  const dirty = new Set<SliceName>();
  const listeners = new Set<(event: PosEvent) => void>();
  let pending: ReturnType<typeof setImmediate> | null = null;

  function flush(): void {
    pending = null;
    revisions.value += 1;
    const slices = [...dirty];
    dirty.clear();
    const event: PosEvent = { revision: revisions.value };
    // One slice that cannot be read must not take the others with it, least of all the payment on the screen.
    for (const slice of slices) {
      try {
        Object.assign(event, { [slice]: read[slice]() });
      } catch (cause) {
        broke(cause);
      }
    }
    for (const listener of listeners) listener(event);
  }

  return {
    changed(...slices: readonly SliceName[]): void {
      for (const slice of slices) dirty.add(slice);
      pending ??= setImmediate(flush);
    },
    snapshot(): Snapshot {
      return { revision: revisions.value, desk: read.desk(), terminals: read.terminals(), today: read.today(), current: read.current() };
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
