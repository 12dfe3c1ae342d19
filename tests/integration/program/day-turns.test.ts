import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../electron/payments/ports.ts';
import { systemClock } from '../../../electron/system/clock.ts';
import type { PosEvent, Snapshot } from '../../../shared/ipc/contract.ts';
import { withChange } from '../../../shared/today-change.ts';
import { approve } from '../../support/connect-cloud/index.ts';
import { idOf, paidDesk } from './paid-desk.ts';
import { sale, untilPayment } from './program.ts';

const DAY_MS = 24 * 3_600_000;
/** 23.33 in Helsinki. */
const EVENING = Date.parse('2026-11-23T21:33:00.000Z');
const MIDNIGHT = Date.parse('2026-11-23T22:00:00.000Z');
const LONG = 15_000;

/** The PC's clock, which people set. What waits long for the clock alone fires on the test's word. */
function settableClock(startMs: number) {
  let shift = startMs - Date.now();
  const longOnes = new Set<() => void>();
  const clock: Clock = {
    ...systemClock,
    wallTime: () => new Date(Date.now() + shift).toISOString(),
    after(ms, fire) {
      if (ms < LONG) return systemClock.after(ms, fire);
      longOnes.add(fire);
      return () => void longOnes.delete(fire);
    },
  };
  return {
    clock,
    set: (toMs: number): void => {
      shift = toMs - Date.now();
    },
    /** Half a minute has passed. */
    passHalfMinute(): void {
      for (const fire of [...longOnes]) {
        longOnes.delete(fire);
        fire();
      }
    },
  };
}

type Desk = Awaited<ReturnType<typeof paidDesk>>;
type Slice = 'today' | 'current' | 'attention';

/** What a window shows after the next publication of the day. */
async function nextDay(desk: Desk): Promise<Pick<Snapshot, Slice>> {
  const event = new Promise<{ readonly [S in Slice]: Exclude<PosEvent[S], undefined> }>((resolve, reject) => {
    // The program's own watch looks every half minute.
    const timer = setTimeout(() => reject(new Error('the day was not published within 90 s')), 90_000);
    const stop = desk.program.subscribe(({ today, current, attention }) => {
      if (today === undefined || current === undefined || attention === undefined) return;
      stop();
      clearTimeout(timer);
      resolve({ today, current, attention });
    });
  });
  const before = await desk.snapshot();
  const told = await event;
  const today = withChange(before.today, told.today);
  if (today === null) throw new Error('The day speaks of a row that nobody has told of');
  return { ...told, today };
}

async function sell(desk: Desk, amountMinor: number, reference: string): Promise<string> {
  desk.terminal.play(approve());
  const paymentId = idOf(await desk.program.execute('startSale', { ...sale(), amountMinor, reference }));
  await untilPayment(desk.program, paymentId, 'approved');
  await desk.program.execute('closeOutcome', { paymentId, shown: 'approved', keepDraft: false });
  return paymentId;
}
const today = async (desk: Desk) => {
  const { payments, count, totalMinor } = (await desk.snapshot()).today;
  return { rows: payments.length, count, totalMinor };
};

describe('the day', () => {
  it('turns by itself at midnight, and what was sold before is not voided from an open screen', async () => {
    const { clock, set, passHalfMinute } = settableClock(EVENING);
    const desk = await paidDesk(approve(), clock);
    expect(await desk.view(desk.paidId)).toMatchObject({ voidable: true });
    const turned = nextDay(desk);
    set(MIDNIGHT - 400);
    // Half a minute before, and nothing to tell yet; from here on the program waits for midnight.
    passHalfMinute();
    expect((await desk.snapshot()).today).toMatchObject({ count: 1 });
    expect(await turned).toMatchObject({
      today: { payments: [], count: 0, totalMinor: 0 },
      current: { id: desk.paidId, voidable: false },
    });
    expect(await desk.takeBack()).toMatchObject({ ok: false, error: { code: 'not-voidable' } });
  });

  it('turns when the system wakes on another one, and when somebody sets the clock', async () => {
    const { clock, set, passHalfMinute } = settableClock(EVENING);
    const desk = await paidDesk(approve(), clock);
    set(EVENING + DAY_MS);
    const woken = nextDay(desk);
    await desk.program.wake();
    expect((await woken).today).toMatchObject({ payments: [], count: 0 });
    set(EVENING);
    const back = nextDay(desk);
    passHalfMinute();
    expect((await back).today).toMatchObject({ payments: [{ id: desk.paidId }], count: 1, totalMinor: 1250 });
  });

  it('has two ends: what a fast clock dated three days ahead counts on that day and no other', async () => {
    const { clock, set, passHalfMinute } = settableClock(EVENING + 3 * DAY_MS);
    const desk = await paidDesk(approve(), clock);
    expect(await today(desk)).toEqual({ rows: 1, count: 1, totalMinor: 1250 });
    set(EVENING);
    passHalfMinute();
    expect((await desk.snapshot()).today).toMatchObject({ payments: [{ id: desk.paidId, fromFuture: true }], count: 0, totalMinor: 0 });
    await sell(desk, 700, 'R-7');
    expect(await today(desk)).toEqual({ rows: 2, count: 1, totalMinor: 700 });
    expect(await desk.view(desk.paidId)).toMatchObject({ fromFuture: true, voidable: false, refundableMinor: 1250 });
    for (const [days, rows, count, totalMinor] of [
      [1, 1, 0, 0],
      [2, 1, 0, 0],
      [3, 1, 1, 1250],
      [4, 0, 0, 0],
    ] as const) {
      // A little later in the evening than the sale was dated.
      set(EVENING + days * DAY_MS + 300_000);
      passHalfMinute();
      expect(await today(desk), `${days} days on`).toEqual({ rows, count, totalMinor });
    }
    await desk.restart(-4 * DAY_MS);
    expect((await desk.snapshot()).today).toMatchObject({
      count: 1,
      totalMinor: 700,
      payments: [{ fromFuture: true }, { fromFuture: false }],
    });
  });

  it('counts what is dated later the same day once its time has come', async () => {
    const { clock, set, passHalfMinute } = settableClock(EVENING);
    const desk = await paidDesk(approve(), clock);
    set(EVENING - 3 * 3_600_000);
    passHalfMinute();
    expect(await today(desk)).toEqual({ rows: 1, count: 0, totalMinor: 0 });
    set(EVENING - 90_000);
    const counted = nextDay(desk);
    passHalfMinute();
    expect((await counted).today).toMatchObject({ count: 1, totalMinor: 1250, payments: [{ fromFuture: false }] });
  });
});
