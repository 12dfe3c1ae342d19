import { describe, expect, it } from 'vitest';
import { createRevisionFollower } from '../../../renderer/stores/revision-follower.ts';
import type { PosEvent, Snapshot } from '../../../shared/ipc/contract.ts';

/** Snapshots are answered by hand, so that events can arrive before, while and after one is on its way. */
function follow() {
  const applied: string[] = [];
  const answers: ((revision: number | null) => Promise<void>)[] = [];
  const follower = createRevisionFollower({
    fetchSnapshot: () =>
      new Promise((resolve) => {
        answers.push(async (revision) => {
          resolve(revision === null ? null : ({ revision } as Snapshot));
          await new Promise((done) => setTimeout(done, 0));
        });
      }),
    applySnapshot: (snapshot) => applied.push(`snapshot ${snapshot.revision}`),
    applyEvent: (event) => applied.push(`event ${event.revision}`),
  });
  const receive = (...revisions: number[]): void => {
    for (const revision of revisions) follower.receive({ revision } satisfies PosEvent);
  };
  return {
    applied,
    receive,
    refetch: () => void follower.refetch(),
    answer: async (revision: number | null) => answers.shift()?.(revision),
    asked: () => answers.length,
  };
}

describe('following main', () => {
  it('takes one snapshot and then every event', async () => {
    const { applied, receive, refetch, answer } = follow();
    refetch();
    await answer(5);
    receive(6, 7);
    expect(applied).toEqual(['snapshot 5', 'event 6', 'event 7']);
  });

  it('keeps events that come before the snapshot, and drops those that it holds already', async () => {
    const { applied, receive, refetch, answer } = follow();
    refetch();
    receive(5, 7, 6);
    await answer(5);
    expect(applied).toEqual(['snapshot 5', 'event 6', 'event 7']);
  });

  it('asks again, once, when something was missed', async () => {
    const { applied, receive, refetch, answer, asked } = follow();
    refetch();
    await answer(5);
    receive(7, 8);
    expect(asked()).toBe(1);
    await answer(7);
    expect(applied).toEqual(['snapshot 5', 'snapshot 7', 'event 8']);
  });

  it('never goes back', async () => {
    const { applied, receive, refetch, answer } = follow();
    refetch();
    await answer(5);
    receive(6, 6, 5, 4);
    expect(applied).toEqual(['snapshot 5', 'event 6']);
  });

  it('shows what came although no snapshot does, and asks again with the next', async () => {
    const { applied, receive, refetch, answer, asked } = follow();
    refetch();
    await answer(5);
    receive(8, 7);
    await answer(null);
    receive(6);
    expect(applied).toEqual(['snapshot 5', 'event 7', 'event 8']);
    receive(9);
    expect(asked()).toBe(1);
    await answer(9);
    receive(10);
    expect(applied.slice(3)).toEqual(['snapshot 9', 'event 10']);
  });

  it('can ask again after an answer that never came', async () => {
    const { applied, refetch, answer, asked } = follow();
    refetch();
    await answer(null);
    refetch();
    expect(asked()).toBe(1);
    await answer(3);
    expect(applied).toEqual(['snapshot 3']);
  });
});
