import { create } from 'zustand';
import type { PosError } from '../../shared/errors.ts';
import type { PosEvent, Snapshot } from '../../shared/ipc/contract.ts';
import { withChange } from '../../shared/today-change.ts';
import { client } from '../pos-client.ts';
import { createRevisionFollower } from './revision-follower.ts';

type Mirror = {
  /** What main published last; null until the first snapshot. */
  readonly snapshot: Snapshot | null;
  /** `performance.now()` at the moment when the current payment's `live` durations were right. */
  readonly currentReceivedAt: number;
  /** Why the first snapshot could not be loaded. */
  readonly trouble: PosError | null;
};

/** What main published. This window has no state of its own about payments. */
export const useMirror = create<Mirror>(() => ({ snapshot: null, currentReceivedAt: 0, trouble: null }));

function applySnapshot(snapshot: Snapshot): void {
  useMirror.setState({ snapshot, currentReceivedAt: performance.now(), trouble: null });
}

function applyEvent({ today: change, ...slices }: PosEvent): void {
  const { snapshot, currentReceivedAt } = useMirror.getState();
  if (snapshot === null) return;
  const today = change === undefined ? snapshot.today : withChange(snapshot.today, change);
  // It speaks of a row that this window has never seen.
  if (today === null) return void follower.refetch();
  useMirror.setState({
    // A slice that is not in the event has not changed.
    snapshot: { ...snapshot, ...(slices as Partial<Snapshot>), today },
    currentReceivedAt: slices.current === undefined ? currentReceivedAt : performance.now(),
  });
}

/** This PC's terminal with the name that this window shows now. */
export function shownTerminal(): { readonly terminalId: string; readonly name: string } | null {
  const chosen = useMirror.getState().snapshot?.terminals.chosen ?? null;
  return chosen === null ? null : { terminalId: chosen.terminalId, name: chosen.name };
}

async function fetchSnapshot(): Promise<Snapshot | null> {
  const result = await client.snapshot();
  if (result.ok) return result.value;
  useMirror.setState({ trouble: result.error });
  return null;
}

const follower = createRevisionFollower({ fetchSnapshot, applySnapshot, applyEvent });

/**
 * Starts following main. The listener is added before the snapshot is requested, so that no event is missed.
 * @param later when to request it; an event that comes before that requests it too. Null: now.
 */
export function followMain(later: Promise<void> | null): void {
  client.onEvent(follower.receive);
  if (later === null) void follower.refetch();
  else void later.then(follower.refetch);
}

export const refetchSnapshot = (): Promise<void> => follower.refetch();

/**
 * Resolves with true as soon as main's published state is as asked for, because the event may come after the command's answer. Resolves
 * with false if it has not come within a second.
 */
export function mirrorShows(isSo: (snapshot: Snapshot) => boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const isThere = (): boolean => {
      const { snapshot } = useMirror.getState();
      return snapshot !== null && isSo(snapshot);
    };
    if (isThere()) return resolve(true);
    const finish = (there: boolean): void => {
      clearTimeout(timer);
      unsubscribe();
      resolve(there);
    };
    const timer = setTimeout(() => finish(false), 1000);
    const unsubscribe = useMirror.subscribe(() => {
      if (isThere()) finish(true);
    });
  });
}
