import { describe, expect, it } from 'vitest';
import type { Outbox, Posted } from '../../../electron/outbox/ports.ts';
import { createSender } from '../../../electron/outbox/sender.ts';
import type { OutboxEvent } from '../../../electron/willba/ports.ts';
import { createFakeClock } from '../../support/fakes/fake-clock.ts';

const accepted: Posted = { kind: 'accepted', answer: { status: 200, code: null } };
const failed = (status = 500, retryAfterMs: number | null = null): Posted => ({
  kind: 'failed',
  answer: { status, code: null },
  retryAfterMs,
});
const gone: Posted = { kind: 'gone', answer: { status: 410, code: null } };

/** Events of several payments, and a Willba that answers as the test says. */
function desk(answer: (event: OutboxEvent, paymentId: string) => Posted | Promise<Posted>, diskIsFull = () => false) {
  const clock = createFakeClock();
  const events: { readonly paymentId: string; readonly event: OutboxEvent; done: boolean }[] = [];
  const tries: string[] = [];
  let atOnce = 0;
  let most = 0;
  const open = (paymentId: string) => events.find((each) => each.paymentId === paymentId && !each.done);
  let rowWritten: (paymentId: string) => void = () => undefined;
  const outbox: Outbox<OutboxEvent> = {
    follow(listener) {
      rowWritten = listener;
    },
    waiting: () => [...new Set(events.filter(({ done }) => !done).map(({ paymentId }) => paymentId))],
    isWaiting: (paymentId) => open(paymentId) !== undefined,
    next: (paymentId) => open(paymentId)?.event ?? null,
    accepted({ sequence }) {
      if (diskIsFull()) return false;
      const found = events.find(({ event }) => event.sequence === sequence);
      if (found !== undefined) found.done = true;
      return true;
    },
    prune: () => undefined,
  };
  let changes = 0;
  const sender = createSender({
    outbox,
    clock,
    random: () => 0.5,
    statusChanged: () => {
      changes += 1;
    },
    async post(event) {
      const { paymentId = '' } = events.find((each) => each.event === event) ?? {};
      tries.push(event.id);
      atOnce += 1;
      most = Math.max(most, atOnce);
      try {
        return await answer(event, paymentId);
      } finally {
        atOnce -= 1;
      }
    },
  });
  return {
    ...{ clock, sender, tries },
    most: () => most,
    changes: () => changes,
    row(paymentId: string, isHeard = true): void {
      const sequence = events.length + 1;
      events.push({ paymentId, event: { sequence, id: `${paymentId}${sequence}`, body: '{}' }, done: false });
      if (isHeard) rowWritten(paymentId);
    },
    rowWithoutNews: (paymentId: string) => rowWritten(paymentId),
    left: () => events.filter(({ done }) => !done).length,
  };
}

const hung = new Promise<Posted>(() => undefined);

describe('the sender', () => {
  it('tells Willba a moment after the row, and not before the sale has gone out', async () => {
    const { clock, row, tries, sender } = desk(() => accepted);
    row('a');
    await clock.advance(49);
    expect(tries).toEqual([]);
    await clock.advance(51);
    expect(tries).toEqual(['a1']);
    expect(sender.status(10)).toMatchObject({ count: 0, waiting: [] });
  });

  it('says why a payment waits, also when others are accepted after it', async () => {
    let refuses = true;
    const { clock, row, sender } = desk((_event, paymentId) => (paymentId === 'a' && refuses ? failed(422) : accepted));
    row('a');
    await clock.advance(100);
    row('b');
    await clock.advance(100);
    expect(sender.status(10)).toMatchObject({ count: 1, last: { status: 422 } });
    refuses = false;
    sender.sendNow();
    await clock.advance(100);
    expect(sender.status(10)).toMatchObject({ count: 0, last: { status: 200 } });
  });

  it('says that the receiver is away, whatever it refused before', async () => {
    let up = true;
    const { clock, row, sender } = desk((_event, paymentId) => (!up ? failed(503) : paymentId === 'a' ? failed(422) : accepted));
    row('a');
    await clock.advance(100);
    up = false;
    row('b');
    await clock.advance(100);
    expect(sender.status(10)).toMatchObject({ count: 2, last: { status: 503 } });
  });

  it('sends in order per payment: the next one only when Willba has accepted the one before', async () => {
    let up = false;
    const { clock, row, tries } = desk(() => (up ? accepted : failed()));
    row('a');
    row('a');
    await clock.advance(100);
    expect(tries).toEqual(['a1']);
    up = true;
    await clock.advance(10_000);
    expect(tries).toEqual(['a1', 'a1', 'a2']);
  });

  it('one payment that Willba refuses holds back no other', async () => {
    const { clock, row, tries, left } = desk((_, paymentId) => (paymentId === 'bad' ? failed(422) : accepted));
    row('bad');
    await clock.advance(100);
    for (const id of ['a', 'b', 'c']) row(id);
    await clock.advance(100);
    expect(tries).toEqual(['bad1', 'a2', 'b3', 'c4']);
    expect(left()).toBe(1);
  });

  it('payments that hang hold back no other either', async () => {
    const { clock, row, tries } = desk((_, paymentId) => (paymentId.startsWith('slow') ? hung : accepted));
    for (let n = 0; n < 6; n += 1) row(`slow${n}-`);
    await clock.advance(100);
    row('a');
    await clock.advance(100);
    expect(tries).toContain('a7');
  });

  it('never has many open at once, however many wait', async () => {
    const waiting: (() => void)[] = [];
    const { clock, row, most, sender } = desk(() => new Promise((resolve) => waiting.push(() => resolve(accepted))));
    for (let n = 0; n < 100; n += 1) row(`p${n}-`);
    await clock.advance(100);
    for (let turn = 0; turn < 100; turn += 1) {
      for (const answer of waiting.splice(0)) answer();
      await clock.advance(1);
    }
    expect(most()).toBe(8);
    expect(sender.status(10).count).toBe(0);
  });

  it('waits longer after each failure, and starts anew after a success', async () => {
    const times: number[] = [];
    let fails = 5;
    const { clock, row } = desk(() => {
      times.push(clock.elapsed());
      fails -= 1;
      return fails >= 0 ? failed() : accepted;
    });
    row('a');
    await clock.advance(10 * 60_000);
    const waits = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(waits).toEqual([5_000, 7_500, 15_000, 30_000, 60_000]);
    fails = 1;
    row('a');
    await clock.advance(10_000);
    expect((times.at(-1) ?? 0) - (times.at(-2) ?? 0)).toBe(5_000);
  });

  it('honours what Willba asks for', async () => {
    const times: number[] = [];
    const { clock, row } = desk(() => {
      times.push(clock.elapsed());
      return times.length === 1 ? failed(429, 90_000) : accepted;
    });
    row('a');
    await clock.advance(100_000);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBe(90_000);
  });

  it('410 ends it until a person asks, and loses nothing', async () => {
    let answer: Posted = gone;
    const { clock, row, tries, sender, left } = desk(() => answer);
    row('a');
    await clock.advance(100);
    row('b');
    await clock.advance(24 * 3_600_000);
    expect(tries).toEqual(['a1']);
    expect(sender.status(10)).toMatchObject({ count: 2, isGone: true, last: { status: 410 } });
    answer = accepted;
    sender.sendNow();
    await clock.advance(100);
    expect(left()).toBe(0);
    expect(sender.status(10)).toMatchObject({ count: 0, isGone: false });
  });

  it('after an outage everything follows within half a minute of the first success', async () => {
    let up = false;
    const { clock, row, left } = desk(() => (up ? accepted : failed(503)));
    for (let n = 0; n < 50; n += 1) row(`p${n}-`);
    await clock.advance(6 * 3_600_000);
    expect(left()).toBe(50);
    up = true;
    row('new');
    await clock.advance(30_000);
    expect(left()).toBe(0);
  });

  it('a person can send what waits at once', async () => {
    let up = false;
    const { clock, row, left, sender } = desk(() => (up ? accepted : failed()));
    row('a');
    await clock.advance(3_600_000);
    up = true;
    sender.sendNow();
    await clock.advance(100);
    expect(left()).toBe(0);
  });

  it('tells of a new sale before what an earlier run left, however much that is', async () => {
    const { clock, row, tries, sender } = desk((_, paymentId) => (paymentId === 'new' ? accepted : hung));
    for (let n = 0; n < 500; n += 1) row(`old${n}-`);
    sender.stop();
    const again = desk((_, paymentId) => (paymentId === 'new' ? accepted : hung));
    for (let n = 0; n < 500; n += 1) again.row(`old${n}-`, false);
    again.sender.start();
    await again.clock.advance(2_000);
    again.row('new');
    await again.clock.advance(200);
    expect(again.tries).toContain('new501');
    expect(again.tries.length, 'late ones have few places').toBe(4);
    await clock.advance(10);
    expect(tries).toEqual([]);
  });

  it('leaves a receiver alone that asks for it, but for what is new', async () => {
    const { clock, row, tries } = desk(() => failed(429, 1_800_000));
    for (let n = 0; n < 50; n += 1) row(`p${n}-`);
    await clock.advance(20_000);
    expect(tries).toHaveLength(50);
    await clock.advance(1_000_000);
    expect(tries, 'half an hour is half an hour').toHaveLength(50);
    row('new');
    await clock.advance(200);
    expect(tries.at(-1)).toBe('new51');
  });

  it('a rest that the receiver asked for is not cut short by the success of another payment', async () => {
    const { clock, row, tries } = desk((_, paymentId) => (paymentId === 'fine' ? accepted : failed(429, 3_600_000)));
    for (const id of ['a', 'b', 'c', 'd']) row(id);
    await clock.advance(1_000);
    row('fine');
    await clock.advance(600_000);
    expect(tries.filter((id) => id.startsWith('a'))).toHaveLength(1);
  });

  it('a rest that was asked for one payment is not cut short when an outage of the others ends', async () => {
    let up = false;
    const { clock, row, tries } = desk((_, paymentId) => (paymentId === 'a' ? failed(429, 3_600_000) : up ? accepted : failed()));
    row('a');
    await clock.advance(100);
    for (const id of ['b', 'c', 'd']) row(id);
    await clock.advance(1_000);
    up = true;
    row('new');
    await clock.advance(600_000);
    expect(tries.filter((id) => id.startsWith('a'))).toHaveLength(1);
    expect(tries.filter((id) => id.startsWith('b'))).toHaveLength(2);
  });

  it('payments that are refused for good are not tried more often because others succeed', async () => {
    const { clock, row, tries } = desk((_, paymentId) => (paymentId.startsWith('bad') ? failed(422) : accepted));
    for (let n = 0; n < 4; n += 1) row(`bad${n}-`);
    for (let minute = 0; minute < 60; minute += 1) {
      row(`good${minute}-`);
      await clock.advance(60_000);
    }
    expect(tries.filter((id) => id.startsWith('bad0')).length).toBeLessThan(15);
  });

  it('looks and goes on when the system wakes up', async () => {
    let up = false;
    const { clock, row, left, sender } = desk(() => (up ? accepted : failed()));
    row('a');
    await clock.advance(3 * 3_600_000);
    up = true;
    sender.wake();
    await clock.advance(30_000);
    expect(left()).toBe(0);
  });

  it('finds what an earlier run left, and what no notice named', async () => {
    const { clock, row, left, sender } = desk(() => accepted);
    row('a');
    sender.stop();
    const again = desk(() => accepted);
    again.row('b');
    again.sender.start();
    await again.clock.advance(1_000);
    expect(again.left()).toBe(0);
    await clock.advance(1_000);
    expect(left(), 'a stopped sender sends nothing').toBe(1);
  });

  it('sends nothing again where the acceptance could not be stored, and stores it later', async () => {
    let full = true;
    const { clock, row, tries, left } = desk(
      () => accepted,
      () => full,
    );
    row('a');
    row('a');
    await clock.advance(60_000);
    expect(tries).toEqual(['a1']);
    full = false;
    await clock.advance(60_000);
    expect(tries).toEqual(['a1', 'a2']);
    expect(left()).toBe(0);
  });

  it('says nothing of rows that are no news', async () => {
    const { clock, rowWithoutNews, changes } = desk(() => accepted);
    rowWithoutNews('a');
    await clock.advance(1_000);
    expect(changes()).toBe(0);
  });
});

describe('72 hours of a Willba that is down, comes back and lies', () => {
  it.each([1, 2, 3, 4, 5])('every event arrives, in order per payment, seed %i', async (seed) => {
    let state = seed * 7_919;
    const random = (): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
    const arrived = new Map<string, number[]>();
    const { clock, row, left } = desk((event, paymentId) => {
      const hour = Math.floor(clock.elapsed() / 3_600_000);
      if (hour % 5 < 2) return failed(hour % 2 === 0 ? 503 : 502, random() < 0.2 ? 7 * 24 * 3_600_000 : null);
      // Taken, and the answer lost: it comes once more.
      const seen = arrived.get(paymentId) ?? [];
      if (seen.at(-1) !== event.sequence) arrived.set(paymentId, [...seen, event.sequence]);
      return random() < 0.3 ? failed(200) : accepted;
    });
    for (let hour = 0; hour < 72; hour += 1) {
      for (let n = 0; n < 8; n += 1) row(`h${hour}-${n % 5}-`);
      await clock.advance(3_600_000);
    }
    await clock.advance(6 * 3_600_000);
    expect(left()).toBe(0);
    for (const [paymentId, sequences] of arrived) expect(sequences, paymentId).toEqual([...sequences].sort((a, b) => a - b));
    expect([...arrived.values()].flat()).toHaveLength(72 * 8);
  });
});
