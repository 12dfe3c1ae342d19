import type { PosEvent, Snapshot } from '../../shared/ipc/contract.ts';

type Follower = {
  /** An event arrived, in whatever order. */
  readonly receive: (event: PosEvent) => void;
  /** Asks for a snapshot. While one is awaited, another call does nothing. */
  readonly refetch: () => Promise<void>;
};

/**
 * Keeps the mirror equal to main: one snapshot, then every event in the order of its revision. If a revision is missing, it asks for a new
 * snapshot and never guesses. If there is none, it shows what the events carry.
 */
export function createRevisionFollower(ports: {
  /** Null if no snapshot could be loaded; then `failed` was called. */
  readonly fetchSnapshot: () => Promise<Snapshot | null>;
  readonly applySnapshot: (snapshot: Snapshot) => void;
  readonly applyEvent: (event: PosEvent) => void;
}): Follower {
  let revision: number | null = null;
  let early: PosEvent[] = [];
  let fetching = false;
  /** Something was missed, and no snapshot has brought it yet. */
  let hasGap = false;

  const refetch = async (): Promise<void> => {
    if (fetching) return;
    fetching = true;
    const snapshot = await ports.fetchSnapshot();
    fetching = false;
    if (snapshot === null && revision === null) return;
    const waiting = early.sort((a, b) => a.revision - b.revision);
    early = [];
    if (snapshot === null) {
      // What they carry is true all the same, above all the payment in the window. The next event asks again.
      hasGap = true;
      for (const event of waiting) apply(event);
      return;
    }
    hasGap = false;
    revision = snapshot.revision;
    ports.applySnapshot(snapshot);
    for (const event of waiting) receive(event);
  };

  const apply = (event: PosEvent): void => {
    revision = event.revision;
    ports.applyEvent(event);
  };

  const receive = (event: PosEvent): void => {
    if (revision !== null && event.revision <= revision) return;
    if (revision !== null && event.revision === revision + 1 && !fetching && !hasGap) {
      apply(event);
      return;
    }
    early.push(event);
    void refetch();
  };

  return { receive, refetch };
}
