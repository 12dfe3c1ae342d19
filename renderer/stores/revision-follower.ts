import type { PosEvent, Snapshot } from '../../shared/ipc/contract.ts';

type Follower = {
  /** An event arrived, in whatever order. */
  readonly receive: (event: PosEvent) => void;
  /** Asks for a snapshot; while one is on its way, asking again does nothing. */
  readonly refetch: () => Promise<void>;
};

/**
 * Keeps a mirror true: one snapshot, then every event in the order of its revision. A gap means that something was
 * missed, and the answer to that is always a new snapshot, never a guess.
 */
export function createRevisionFollower(ports: {
  /** Null when no snapshot could be had; `failed` was told then. */
  readonly fetchSnapshot: () => Promise<Snapshot | null>;
  readonly applySnapshot: (snapshot: Snapshot) => void;
  readonly applyEvent: (event: PosEvent) => void;
}): Follower {
  let revision: number | null = null;
  let early: PosEvent[] = [];
  let fetching = false;

  const refetch = async (): Promise<void> => {
    if (fetching) return;
    fetching = true;
    const snapshot = await ports.fetchSnapshot();
    fetching = false;
    if (snapshot === null) return;
    revision = snapshot.revision;
    ports.applySnapshot(snapshot);
    const waiting = early.sort((a, b) => a.revision - b.revision);
    early = [];
    for (const event of waiting) receive(event);
  };

  const receive = (event: PosEvent): void => {
    if (revision !== null && event.revision <= revision) return;
    if (revision !== null && event.revision === revision + 1 && !fetching) {
      revision = event.revision;
      ports.applyEvent(event);
      return;
    }
    early.push(event);
    void refetch();
  };

  return { receive, refetch };
}
