import { describe, expect, it } from 'vitest';
import { createBegun } from '../../../electron/other-desks/begun.ts';
import { createLooking } from '../../../electron/other-desks/looking.ts';
import { createSharing } from '../../../electron/other-desks/sharing.ts';
import type { Sender } from '../../../electron/outbox/sender.ts';
import type { JournalledPayment } from '../../../electron/payments/ports.ts';
import type { SeenPayment } from '../../../electron/payments/rules/shared-payment.ts';
import type { Read, Wanted } from '../../../electron/strapi/strapi-payments.ts';
import { createFakeClock } from '../../support/fakes/fake-clock.ts';
import { newPaymentFacts } from '../desk/starting-desk.ts';

const theirs = {
  paymentId: 'other',
  terminalId: '71000001',
  desk: 'Baari',
  state: 'sent',
  startedAt: '2026-11-23T10:05:00.000Z',
} as SeenPayment;
const never = new Promise<Read>(() => undefined);

const around = (clock = createFakeClock()) => ({ clock, changed: () => undefined, isBack: () => undefined });

/** Reads that the test answers. */
function reads(answer: (wanted: Wanted) => Read | Promise<Read>) {
  const asked: Wanted[] = [];
  return {
    asked,
    read: async (wanted: Wanted): Promise<Read> => {
      asked.push(wanted);
      return answer(wanted);
    },
  };
}

describe('a look before a sale', () => {
  it('is given up after a second, and the desk is told', async () => {
    const clock = createFakeClock();
    const looking = createLooking(reads(() => never).read, around(clock));
    const seen = looking.withReference('R-1');
    let done = false;
    void seen.then(() => {
      done = true;
    });
    await clock.advance(999);
    expect(done).toBe(false);
    await clock.advance(1);
    expect(await seen).toEqual([]);
    expect(looking.unseen()).toMatchObject({ why: 'unreachable' });
  });

  it('that throws is no answer', async () => {
    const looking = createLooking(reads(() => Promise.reject(new Error('broken'))).read, around());
    expect(await looking.withReference('R-1')).toEqual([]);
    expect(looking.unseen()).toMatchObject({ why: 'unreachable' });
  });

  it('asks for two weeks, and says nothing more once it has an answer', async () => {
    let answer: Read = { failure: 'unreadable' };
    let changes = 0;
    const { read, asked } = reads(() => answer);
    const clock = createFakeClock();
    let back = 0;
    const looking = createLooking(read, {
      clock,
      changed: () => {
        changes += 1;
      },
      isBack: () => {
        back += 1;
      },
    });
    await looking.withReference('R-1');
    expect(looking.unseen()).toMatchObject({ why: 'unreadable' });
    answer = { payments: [theirs] };
    expect(await looking.withReference('R-1')).toEqual([theirs]);
    expect(looking.unseen()).toBeNull();
    await looking.withReference('R-1');
    expect(changes).toBe(2);
    // What waits to be written is told that Strapi is back, once.
    expect(back).toBe(1);
    const [wanted] = asked;
    expect(Date.parse(clock.wallTime()) - Date.parse(wanted?.since ?? '')).toBe(14 * 24 * 3_600_000);
  });

  it('asks nothing without a reference, or without a Strapi', async () => {
    const { read, asked } = reads(() => ({ payments: [theirs] }));
    expect(await createLooking(read, around()).withReference(' – ')).toEqual([]);
    expect(asked).toEqual([]);
    expect(await createLooking(null, around()).withReference('R-1')).toEqual([]);
  });
});

describe('what others have begun on the terminal of an unclear payment', () => {
  function unclear(answer: () => Read | Promise<Read> = () => ({ payments: [theirs] })) {
    const clock = createFakeClock();
    const { read, asked } = reads(answer);
    let state: JournalledPayment['state'] = { name: 'checking', cause: 'answer-lost', lookupsDone: 0, hint: null };
    const begun = createBegun({
      ...{ read, clock },
      find: () => ({
        facts: { ...newPaymentFacts, id: 'p' },
        state,
        startedAt: '2026-11-23T10:00:00.000Z',
        endedAt: null,
        releasedAt: null,
      }),
      changed: () => undefined,
    });
    return {
      ...{ begun, asked, clock },
      become(next: JournalledPayment['state']): void {
        state = next;
        begun.paymentChanged('p');
      },
    };
  }

  it('is read a moment after it became unclear, once for each such state', async () => {
    const { begun, asked, clock, become } = unclear();
    begun.paymentChanged('p');
    begun.paymentChanged('p');
    await clock.advance(0);
    expect(asked).toEqual([]);
    await clock.advance(10_000);
    begun.paymentChanged('p');
    await clock.advance(10_000);
    expect(asked).toEqual([{ terminalId: '71000001', since: '2026-11-23T10:00:00.000Z' }]);
    expect(begun.all()).toEqual([{ paymentId: 'p', desk: 'Baari', at: '2026-11-23T10:05:00.000Z' }]);
    become({ name: 'unresolved', cause: 'answer-lost', hint: null });
    await clock.advance(10_000);
    expect(asked).toHaveLength(2);
  });

  it('is read again when a person wants to know, and forgotten when it is decided', async () => {
    const { begun, asked, clock, become } = unclear();
    // Of an earlier run: nothing has changed in this one.
    begun.askAgain('p');
    await clock.advance(0);
    expect(asked).toHaveLength(1);
    begun.askAgain('p');
    await clock.advance(1_000);
    expect(asked).toHaveLength(2);
    become({ name: 'declined', hostCode: null });
    expect(begun.all()).toEqual([]);
  });

  it('stays what it was where no answer comes', async () => {
    let answer: Read | Promise<Read> = { payments: [theirs] };
    const { begun, clock } = unclear(() => answer);
    begun.paymentChanged('p');
    await clock.advance(1_000);
    answer = never;
    begun.askAgain('p');
    await clock.advance(2_000);
    expect(begun.all()).toHaveLength(1);
  });
});

describe('sharing', () => {
  function sharing(mayShare: boolean | null) {
    const told: string[] = [];
    const ready = Promise.withResolvers<void>();
    const sender = {
      start: () => told.push('start'),
      stop: () => told.push('stop'),
      status: () => ({ count: 2, last: null }),
    } as unknown as Sender;
    const shared = createSharing(
      { ready: ready.promise, mayShare: () => mayShare, serve: (isShared) => told.push(`serve ${isShared}`), openSender: () => sender },
      () => undefined,
    );
    shared.start();
    return {
      ...{ shared, told },
      async secretsRead() {
        ready.resolve();
        await ready.promise;
        await Promise.resolve();
      },
    };
  }

  it.each<[string, boolean | null, string[], object]>([
    ['begins with a token that may write', true, ['serve true', 'start'], { isShared: true, count: 2 }],
    ['sends nothing without one', false, ['serve false'], { isShared: false, count: 0 }],
    ['leaves all as it was where this account cannot know', null, [], { isShared: false, count: 0 }],
  ])('%s', async (_what, mayShare, told, status) => {
    const { shared, told: done, secretsRead } = sharing(mayShare);
    expect(done).toEqual([]);
    await secretsRead();
    expect(done).toEqual(told);
    expect(shared.status()).toMatchObject(status);
  });

  it('does not begin any more once it is closed', async () => {
    const { shared, told, secretsRead } = sharing(true);
    shared.close();
    await secretsRead();
    expect(told).toEqual([]);
  });
});
