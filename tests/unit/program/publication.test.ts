import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import type { SliceReaders } from '../../../electron/program/part.ts';
import { createPublication } from '../../../electron/program/publication.ts';
import { createRevisionFollower } from '../../../renderer/stores/revision-follower.ts';
import { type PosEvent, type Snapshot, slices } from '../../../shared/ipc/contract.ts';

const silent = Object.fromEntries(Object.keys(slices).map((name) => [name, () => null])) as unknown as SliceReaders;

/** A world of which the test says what is in the window, and which slices cannot be read. */
function publishing() {
  let shown = 'waiting';
  const unreadable = new Set<string>();
  const broke = vi.fn();
  const read = (name: string) => () => {
    if (unreadable.has(name)) throw new Error(`${name} cannot be read`);
    return shown as never;
  };
  const readers: SliceReaders = { ...silent, current: read('current'), browsing: read('browsing') };
  const publication = createPublication({ value: 0 }, broke, () => ({ slices: readers, changes: {} }));
  const events: PosEvent[] = [];
  publication.subscribe((event) => void events.push(event));
  return {
    ...{ unreadable, broke, publication, events },
    show(what: string): void {
      shown = what;
      publication.changed('current', 'browsing');
    },
  };
}

/** The same, and a window that follows it. */
async function followed() {
  const world = publishing();
  let seen: unknown = null;
  const see = ({ current }: PosEvent | Snapshot): void => {
    if (current !== undefined) seen = current;
  };
  const follower = createRevisionFollower({
    fetchSnapshot: async () => {
      await nextTurn();
      try {
        return world.publication.snapshot();
      } catch {
        return null;
      }
    },
    applySnapshot: see,
    applyEvent: see,
  });
  world.publication.subscribe(follower.receive);
  await follower.refetch();
  return { ...world, seen: () => seen };
}

/** Enough for an event, and for a snapshot that the window asks for. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await nextTurn();
}

describe('what is published', () => {
  it('is what changed, once a turn, under revisions without a gap', async () => {
    const { publication, events } = publishing();
    publication.changed('current', 'browsing');
    publication.changed('current');
    await nextTurn();
    publication.changed('browsing');
    await nextTurn();
    expect(events.map(({ revision }) => revision)).toEqual([1, 2]);
    expect(events.map((event) => Object.keys(event).sort())).toEqual([
      ['browsing', 'current', 'revision'],
      ['browsing', 'revision'],
    ]);
  });

  it('leaves a gap where a slice could not be read, and still carries the others', async () => {
    const { publication, events, unreadable, broke } = publishing();
    unreadable.add('browsing');
    publication.changed('current', 'browsing');
    await nextTurn();
    unreadable.clear();
    publication.changed('current');
    await nextTurn();
    expect(broke).toHaveBeenCalledTimes(1);
    expect(events.map(({ revision }) => revision)).toEqual([2, 3]);
    expect(Object.keys(events[0] ?? {}).sort()).toEqual(['current', 'revision']);
  });

  it('reaches the window also when the payment in it could not be read for a moment', async () => {
    const { show, unreadable, seen } = await followed();
    unreadable.add('current');
    show('paid');
    await nextTurn();
    unreadable.clear();
    await turns();
    expect(seen()).toBe('paid');
  });

  it('shows the payment in the window also while another slice cannot be read at all', async () => {
    const { show, unreadable, seen } = await followed();
    unreadable.add('browsing');
    for (const what of ['cancelling', 'paid']) {
      show(what);
      await turns();
      expect(seen()).toBe(what);
    }
  });
});
