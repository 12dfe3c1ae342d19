import { describe, expect, it } from 'vitest';
import type { LookupAnswer } from '../../../electron/payments/core/outcome.ts';
import { delayAfterGap, TIMES } from '../../../electron/payments/core/times.ts';
import { approved, lost, rejectedAs } from '../../support/fakes/fake-card-terminal.ts';
import { ourProof, saleFacts } from './sale-facts.ts';
import { answerLast, openTill, type Till } from './till.ts';

/** A stopped process gets overdue timers all at once; a sleeping system's timers sleep too. Money must not tell them apart. */
const gaps = [
  ['the process was stopped', 'stopFor'],
  ['the system slept', 'sleepFor'],
] as const;

describe.each(gaps)('%s while a sale waited', (_what, gap) => {
  it('for longer than the request could live: lost at once, looked up, and never cancelled', async () => {
    const till = openTill();
    till.terminal.script.lookup.push(ourProof);
    await till.onTheWire();
    await till.clock.advance(40_000);
    await till.clock[gap](3_600_000);
    till.runner.wake();
    await till.clock.advanceBy('answerRead');
    expect(till.state()).toMatchObject({ name: 'checking', cause: 'answer-lost' });
    await till.clock.advance(5_000);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'lookup' });
    await till.clock.advance(3_600_000);
    expect(till.terminal.names()).toEqual(['clear', 'sale', 'lookup']);
    expect(till.moments('lookup')).toEqual([3_646]);
  });

  it('and its approval lay in the buffer: paid, though the loss was overdue', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    await till.clock[gap](400_000, () => sale.answer(approved(1250)));
    till.runner.wake();
    await till.clock.advance(3_600_000);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'answer' });
    expect(till.journal.stateNames(saleFacts.id)).toEqual(['created', 'sent', 'sent', 'approved']);
    expect(till.terminal.names()).toEqual(['clear', 'sale']);
    expect(till.provenLate).toEqual([]);
  });

  it('past the deadline, with an approval in the buffer: paid, and no wish goes out', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    await till.clock.advance(20_000);
    await till.clock[gap](200_000, () => sale.answer(approved(1250)));
    till.runner.wake();
    await till.clock.advance(3_600_000);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'answer' });
    expect(till.terminal.count('cancelAction')).toBe(0);
  });

  it('from right before the deadline, so that the wish is the first to be overdue: the approval in the buffer is read before it', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    await till.clock.advance(TIMES.deadline - 100);
    await till.clock[gap](60_000, () => sale.answer(approved(1250)));
    await till.clock.advance(3_600_000);
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'answer' });
    expect(till.terminal.count('cancelAction')).toBe(0);
  });

  it('past the deadline, and the socket turns out dead: lost, and no wish goes out', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    await till.clock[gap](200_000);
    till.runner.wake();
    await till.clock.advance(26_000);
    sale.answer(lost);
    await till.clock.advance(3_600_000);
    expect(till.terminal.count('cancelAction')).toBe(0);
    expect(till.moments('lookup')[0]).toBe(231);
  });

  it('past the deadline, and the request is still open: one wish, when the socket has shown that it lives', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    await till.clock[gap](200_000);
    till.runner.wake();
    await till.clock.advance(TIMES.wishAfterGap);
    expect(till.moments('cancelAction')).toEqual([230]);
    answerLast(till.terminal.cancels, 'delivered');
    sale.answer(rejectedAs('cancelled'));
    await till.clock.advance(3_600_000);
    expect(till.state()).toEqual({ name: 'timed-out' });
    expect(till.terminal.count('cancelAction')).toBe(1);
  });

  it('and nobody answers afterwards: given up 300 s after it was written, not later', async () => {
    const till = openTill();
    await till.onTheWire();
    await till.clock[gap](200_000);
    till.runner.wake();
    await till.clock.advanceTo(till.clock.elapsed() + 99_999);
    expect(till.state().name).toBe('cancelling');
    await till.clock.advance(1);
    expect(till.state().name).toBe('checking');
  });

  it('for longer than the request could live, and somebody presses Peruuta before the loss is told: no wish goes out', async () => {
    const till = openTill();
    await till.onTheWire();
    await till.clock[gap](3_600_000);
    expect(till.runner.cancel(saleFacts.id)).toEqual({ ok: false, error: 'not-possible-now' });
    await till.clock.advance(3_600_000);
    expect(till.terminal.count('cancelAction')).toBe(0);
  });

  it('is noticed without anybody telling', async () => {
    const till = openTill();
    await till.onTheWire();
    await till.clock[gap](3_600_000);
    await till.clock.advance(TIMES.gapTick + TIMES.answerRead);
    expect(till.state().name).toBe('checking');
    expect(till.terminal.count('cancelAction')).toBe(0);
  });

  it('short of the deadline: everything comes at its time', async () => {
    const till = openTill();
    await till.onTheWire();
    await till.clock.advance(10_000);
    await till.clock[gap](60_000);
    till.runner.wake();
    await till.clock.advance(49_999);
    expect(till.terminal.count('cancelAction')).toBe(0);
    await till.clock.advance(1);
    expect(till.moments('cancelAction')).toEqual([120]);
  });

  it.each([3_600_000, 30_000])('before anything was sent: it is not sent any more, after %i ms', async (gone) => {
    const till = openTill();
    till.terminal.script.clear.push('held');
    await till.start();
    await till.clock[gap](gone);
    till.runner.wake();
    answerLast(till.terminal.clears, { ok: true, value: null });
    await till.clock.advance(3_600_000);
    expect(till.state()).toEqual({ name: 'refused', reason: 'not-sent' });
    expect(till.terminal.count('sale')).toBe(0);
  });

  it('before anything was sent, and nobody tells: it is not sent any more, although the log-in was answered', async () => {
    const till = openTill();
    till.terminal.script.clear.push('held');
    await till.start();
    await till.clock[gap](3_600_000, () => answerLast(till.terminal.clears, { ok: true, value: null }));
    await till.clock.advance(60_000);
    expect(till.state()).toEqual({ name: 'refused', reason: 'not-sent' });
    expect(till.terminal.count('sale')).toBe(0);
  });

  it('and its connection was not there yet: it is not sent any more', async () => {
    const till = openTill();
    till.terminal.writesAtOnce = false;
    await till.start();
    await till.clock[gap](3_600_000);
    till.runner.wake();
    await till.clock.advance(3_600_000);
    expect(till.state()).toEqual({ name: 'refused', reason: 'not-sent' });
  });
});

describe.each(gaps)('%s while a void was under way', (_what, gap) => {
  const voidFacts = { id: 'payment-2', orderId: 'WP-0002', kind: 'void', originalId: saleFacts.id } as const;

  /** The sale is paid, and somebody takes it back. */
  async function takeBack(look: LookupAnswer | 'held'): Promise<Till> {
    const till = openTill();
    (await till.onTheWire()).answer(approved(1250));
    await till.clock.settle();
    till.terminal.script.lookup.push(look);
    await till.start(voidFacts);
    return till;
  }

  it('between its look and the DELETE: it is not sent, because the look is no longer true', async () => {
    const till = await takeBack('held');
    await till.clock[gap](3_600_000);
    till.runner.wake();
    answerLast(till.terminal.lookups, ourProof);
    await till.clock.advance(3_600_000);
    expect(till.terminal.count('void')).toBe(0);
    expect(till.state(voidFacts.id)).toEqual({ name: 'refused', reason: 'not-sent' });
  });

  it('on the wire: lost at once, and never repeated', async () => {
    const till = await takeBack(ourProof);
    expect(till.terminal.count('void')).toBe(1);
    await till.clock[gap](90_000);
    till.runner.wake();
    await till.clock.advanceBy('answerRead');
    expect(till.state(voidFacts.id).name).toBe('checking');
    await till.clock.advance(3_600_000);
    expect(till.terminal.count('void')).toBe(1);
    expect(till.terminal.count('cancelAction')).toBe(0);
  });
});

describe('nothing slept', () => {
  it('and a clock that is set an hour forward changes nothing', async () => {
    const till = openTill();
    await till.onTheWire();
    till.clock.jumpWallTime(3_600_000);
    await till.clock.advance(TIMES.deadline - 1);
    expect(till.state()).toEqual({ name: 'sent', written: true });
    await till.clock.advance(1);
    expect(till.moments('cancelAction')).toEqual([120]);
  });

  it('and a timer that is a little late, because the machine is busy, is no gap', async () => {
    const till = openTill();
    await till.onTheWire();
    await till.clock.advance(TIMES.deadline - 1_000);
    await till.clock.stopFor(TIMES.gap);
    expect(till.terminal.count('cancelAction')).toBe(1);
  });

  it('and somebody says that the system woke up: nothing is lost and nothing comes too early', async () => {
    const till = openTill();
    await till.onTheWire();
    await till.clock.advance(10_000);
    till.runner.wake();
    await till.clock.advance(TIMES.givenUp - 10_001);
    expect(till.moments('cancelAction')).toEqual([120]);
    expect(till.state().name).toBe('cancelling');
    await till.clock.advance(1);
    expect(till.state().name).toBe('checking');
  });
});

describe('the order after a gap', () => {
  it('is answer, loss, wish: a loss that is overdue always comes before the wish', () => {
    for (let since = 0; since <= 2 * TIMES.givenUp; since += 500) {
      const loss = delayAfterGap('give-up', 'sale', since);
      const wish = delayAfterGap('deadline', 'sale', since);
      expect(loss).toBeGreaterThanOrEqual(TIMES.answerRead);
      if (since + wish >= TIMES.givenUp) expect(loss).toBeLessThanOrEqual(wish);
    }
  });
});
