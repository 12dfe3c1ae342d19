import { describe, expect, it } from 'vitest';
import { createClosing } from '../../../electron/desk/closing.ts';
import type { Closing } from '../../../shared/ipc/closing.ts';
import { approved, hostSaidNo, lost, refused, rejectedAs } from '../../support/fakes/fake-card-terminal.ts';
import { ourProof, saleFacts } from '../payments/sale-facts.ts';
import { answerLast, openTill } from '../payments/till.ts';

/** A till whose window somebody may close. */
function openDesk() {
  const till = openTill();
  const asked: Closing[] = [];
  let left = 0;
  let stopped = 0;
  let reconciling = false;
  const leave = (): void => {
    left += 1;
  };
  const closing = createClosing({
    runner: till.runner,
    clock: till.clock,
    changed: () => undefined,
    isReconciling: () => reconciling,
    stopPress: () => {
      stopped += 1;
    },
    host: { leave, askElsewhere: (question) => void asked.push(question) },
  });
  till.onChanged = closing.paymentChanged;
  return {
    till,
    closing,
    asked,
    left: () => left,
    reconcile: (runs: boolean): void => {
      reconciling = runs;
    },
    /** How often a press that still waits was told to stop. */
    stopped: () => stopped,
    phase: () => closing.view()?.phase ?? null,
    /** A sale waits, somebody closes, and the question stands on the screen. */
    async ask() {
      const sale = await till.onTheWire();
      closing.request();
      closing.answer({ answer: 'shown' });
      return sale;
    },
  };
}

describe('closing', () => {
  it('with nothing on the wire: at once, without a question', async () => {
    const desk = openDesk();
    desk.closing.request();
    expect(desk.left()).toBe(1);
    const sale = await desk.till.onTheWire();
    sale.answer(approved(1250));
    await desk.till.clock.settle();
    desk.closing.request();
    expect(desk.left()).toBe(2);
    expect(desk.phase()).toBeNull();
  });

  it('while a terminal is reconciled: asks, because its report would be lost, and stays open until somebody answers', () => {
    const desk = openDesk();
    desk.reconcile(true);
    desk.closing.request();
    expect(desk.closing.view()).toEqual({ phase: 'reconciling', payments: [] });
    expect(desk.left()).toBe(0);
    desk.closing.answer({ answer: 'stay' });
    expect(desk.phase()).toBeNull();
    desk.closing.request();
    desk.closing.answer({ answer: 'leave' });
    expect(desk.left()).toBe(1);
  });

  it('asks no more once the report is there', () => {
    const desk = openDesk();
    desk.reconcile(true);
    desk.closing.request();
    desk.reconcile(false);
    desk.closing.paymentChanged();
    expect(desk.phase()).toBeNull();
    expect(desk.left()).toBe(0);
  });

  it('while a sale waits: asks, says about what, and sends nothing', async () => {
    const desk = openDesk();
    await desk.ask();
    await desk.till.clock.advance(60_000);
    expect(desk.left()).toBe(0);
    expect(desk.closing.view()).toEqual({
      phase: 'asking',
      payments: [
        {
          paymentId: saleFacts.id,
          kind: 'sale',
          amountMinor: saleFacts.amountMinor,
          chargedMinor: 0,
          currency: 'EUR',
          terminalName: saleFacts.terminalName,
        },
      ],
    });
    expect(desk.till.terminal.names()).toEqual(['clear', 'sale']);
  });

  it('while the log-in is on its way: at once, because nothing has left, and nothing leaves any more', async () => {
    const desk = openDesk();
    desk.till.terminal.script.clear.push('held');
    await desk.till.start();
    desk.closing.request();
    expect(desk.left()).toBe(1);
    expect(desk.stopped()).toBe(1);
    answerLast(desk.till.terminal.clears, { ok: true, value: null });
    await desk.till.clock.settle();
    expect(desk.till.state()).toEqual({ name: 'cancelled', by: 'desk' });
    expect(desk.till.terminal.count('sale')).toBe(0);
    expect(desk.closing.isLeaving()).toBe(true);
  });

  it('while a payment is checked: at once, although its own request may still be open', async () => {
    const desk = openDesk();
    await desk.till.onTheWire();
    await desk.till.clock.advanceBy('givenUp');
    expect(desk.till.runner.openRequests()).toHaveLength(1);
    desk.closing.request();
    expect(desk.left()).toBe(1);
    expect(desk.till.terminal.count('cancelAction')).toBe(1);
  });

  it('is not done when somebody stays, and the sale goes on', async () => {
    const desk = openDesk();
    const sale = await desk.ask();
    desk.closing.answer({ answer: 'stay' });
    expect(desk.phase()).toBeNull();
    sale.answer(approved(1250));
    await desk.till.clock.advance(3_600_000);
    expect(desk.left()).toBe(0);
    expect(desk.till.terminal.count('cancelAction')).toBe(0);
  });

  it('is over as a question when the answer comes: the outcome is for somebody to see', async () => {
    const desk = openDesk();
    const sale = await desk.ask();
    sale.answer(hostSaidNo);
    await desk.till.clock.advance(3_600_000);
    expect(desk.phase()).toBeNull();
    expect(desk.left()).toBe(0);
    desk.closing.answer({ answer: 'leave' });
    expect(desk.left()).toBe(0);
  });

  it.each<[string, Parameters<Awaited<ReturnType<ReturnType<typeof openDesk>['ask']>>['answer']>[0]]>([
    ['the terminal grants the wish', rejectedAs('cancelled')],
    ['the card is declined', hostSaidNo],
    ['the answer is lost', lost],
  ])('waits for the answer to the one wish, and then is done: %s', async (_what, outcome) => {
    const desk = openDesk();
    const sale = await desk.ask();
    desk.closing.answer({ answer: 'leave' });
    desk.closing.answer({ answer: 'leave' });
    desk.closing.request();
    expect(desk.phase()).toBe('leaving');
    expect(desk.till.terminal.count('cancelAction')).toBe(1);
    answerLast(desk.till.terminal.cancels, 'delivered');
    await desk.till.clock.advance(3_000);
    expect(desk.left()).toBe(0);
    sale.answer(outcome);
    await desk.till.clock.settle();
    expect(desk.left()).toBe(1);
  });

  it('waits 10 s after the wish and no longer; the journal keeps the rest', async () => {
    const desk = openDesk();
    await desk.ask();
    await desk.till.clock.advance(4_000);
    desk.closing.answer({ answer: 'leave' });
    answerLast(desk.till.terminal.cancels, 'delivered');
    await desk.till.clock.advance(9_999);
    expect(desk.left()).toBe(0);
    await desk.till.clock.advance(1);
    expect(desk.left()).toBe(1);
    expect(desk.till.state().name).toBe('cancelling');
  });

  it('counts the 10 s from the wish, which waits for the request itself', async () => {
    const desk = openDesk();
    desk.till.terminal.writesAtOnce = false;
    const sale = await desk.ask();
    desk.closing.answer({ answer: 'leave' });
    await desk.till.clock.advance(8_000);
    expect(desk.till.terminal.count('cancelAction')).toBe(0);
    sale.write();
    await desk.till.clock.advance(9_999);
    expect(desk.left()).toBe(0);
    await desk.till.clock.advance(1);
    expect(desk.left()).toBe(1);
  });

  it('tells that the card was charged all the same, and only then is done', async () => {
    const desk = openDesk();
    const sale = await desk.ask();
    desk.closing.answer({ answer: 'leave' });
    sale.answer(approved(1300));
    await desk.till.clock.settle();
    expect(desk.closing.view()).toMatchObject({ phase: 'charged', payments: [{ amountMinor: 1250, chargedMinor: 1300 }] });
    expect(desk.left()).toBe(0);
    expect(desk.till.state()).toMatchObject({ name: 'approved', proof: 'answer' });
    await desk.till.clock.advance(6_000);
    expect(desk.left()).toBe(1);
  });

  it('can be taken back when the card was charged all the same', async () => {
    const desk = openDesk();
    const sale = await desk.ask();
    desk.closing.answer({ answer: 'leave' });
    sale.answer(approved(1250));
    await desk.till.clock.settle();
    desk.closing.answer({ answer: 'stay' });
    await desk.till.clock.advance(3_600_000);
    expect(desk.left()).toBe(0);
    expect(desk.phase()).toBeNull();
  });

  it('is not done while the disk will not take the answer', async () => {
    const desk = openDesk();
    const sale = await desk.ask();
    desk.closing.answer({ answer: 'leave' });
    desk.till.journal.failing = 'disk-full';
    sale.answer(approved(1250));
    await desk.till.clock.advance(60_000);
    expect(desk.left()).toBe(0);
    expect(desk.phase()).toBeNull();
  });

  it('asks when the disk has not taken an end that nobody else knows, until it has, and goes on a press', async () => {
    const desk = openDesk();
    const sale = await desk.till.onTheWire();
    desk.till.journal.failing = 'disk-full';
    sale.answer(hostSaidNo);
    await desk.till.clock.settle();
    desk.closing.request();
    expect(desk.closing.view()).toMatchObject({ phase: 'unwritten', payments: [{ paymentId: saleFacts.id }] });
    desk.closing.answer({ answer: 'shown' });
    desk.closing.answer({ answer: 'stay' });
    expect(desk.phase()).toBeNull();
    desk.closing.request();
    desk.closing.answer({ answer: 'leave' });
    expect(desk.left()).toBe(1);
  });

  it('asks no more when the disk takes the end after all, and the window that shows nothing is asked for', async () => {
    const desk = openDesk();
    const sale = await desk.till.onTheWire();
    desk.till.journal.failing = 'disk-full';
    sale.answer(approved(1250));
    await desk.till.clock.settle();
    desk.closing.request();
    await desk.till.clock.advance(3_000);
    expect(desk.asked).toMatchObject([{ phase: 'unwritten' }]);
    desk.till.journal.failing = null;
    await desk.till.clock.advance(3_000);
    expect(desk.phase()).toBeNull();
    expect(desk.left()).toBe(0);
    desk.closing.request();
    expect(desk.left()).toBe(1);
  });

  it('is not stopped by a row that is owed of a payment whose end is open: the next start looks it up', async () => {
    const desk = openDesk();
    const sale = await desk.till.onTheWire();
    desk.till.journal.failing = 'disk-full';
    sale.answer(lost);
    await desk.till.clock.settle();
    expect(desk.till.runner.owesJournal(saleFacts.id)).toBe(true);
    desk.closing.request();
    expect(desk.left()).toBe(1);
  });

  it('is asked about elsewhere when the window does not show the question, each time that somebody closes', async () => {
    const desk = openDesk();
    await desk.till.onTheWire();
    desk.closing.request();
    await desk.till.clock.advance(3_000);
    expect(desk.asked).toHaveLength(1);
    desk.closing.request();
    await desk.till.clock.advance(60_000);
    expect(desk.asked).toHaveLength(2);
    desk.closing.answer({ answer: 'leave' });
    expect(desk.phase()).toBe('leaving');
  });

  it('waits for a void, which nobody can stop any more, and sends it no wish', async () => {
    const desk = openDesk();
    (await desk.till.onTheWire()).answer(approved(1250));
    await desk.till.clock.settle();
    desk.till.terminal.script.lookup.push(ourProof);
    await desk.till.start({ id: 'payment-2', orderId: 'WP-0002', kind: 'void', originalId: saleFacts.id });
    desk.closing.request();
    expect(desk.closing.view()).toMatchObject({ phase: 'asking', payments: [{ kind: 'void', amountMinor: 1250 }] });
    desk.closing.answer({ answer: 'leave' });
    await desk.till.clock.advance(9_999);
    expect(desk.left()).toBe(0);
    await desk.till.clock.advance(1);
    expect(desk.left()).toBe(1);
    expect(desk.till.terminal.count('cancelAction')).toBe(0);
    expect(desk.till.terminal.count('void')).toBe(1);
  });

  it('sends no wish to a request that nobody waits for any longer', async () => {
    const desk = openDesk();
    await desk.ask();
    await desk.till.clock.stopFor(3_600_000);
    desk.closing.answer({ answer: 'leave' });
    await desk.till.clock.advance(20_000);
    expect(desk.till.terminal.count('cancelAction')).toBe(0);
    expect(desk.left()).toBe(1);
  });

  describe('once somebody has said so', () => {
    const elsewhere = { id: 'payment-2', orderId: 'WP-0002', terminalId: '71000002' };

    it('sends nothing that has not left this PC', async () => {
      const desk = openDesk();
      const sale = await desk.ask();
      desk.till.terminal.script.clear.push('held');
      await desk.till.start(elsewhere);
      expect(desk.till.state(elsewhere.id)).toEqual({ name: 'created' });
      desk.closing.answer({ answer: 'leave' });
      answerLast(desk.till.terminal.clears, { ok: true, value: null });
      await desk.till.clock.advance(1_000);
      expect(desk.till.state(elsewhere.id)).toEqual({ name: 'cancelled', by: 'desk' });
      expect(desk.till.terminal.count('sale')).toBe(1);
      expect(desk.left()).toBe(0);
      sale.answer(rejectedAs('cancelled'));
      await desk.till.clock.settle();
      expect(desk.left()).toBe(1);
    });

    it('tells of a charge also where the payment began while the question stood', async () => {
      const desk = openDesk();
      const sale = await desk.ask();
      const later = await desk.till.onTheWire(elsewhere);
      desk.closing.answer({ answer: 'leave' });
      expect(desk.till.terminal.count('cancelAction')).toBe(2);
      sale.answer(rejectedAs('cancelled'));
      later.answer(approved(1250));
      await desk.till.clock.settle();
      expect(desk.closing.view()).toMatchObject({ phase: 'charged', payments: [{ paymentId: elsewhere.id }] });
      expect(desk.left()).toBe(0);
    });

    it('sends no void again that got "busy" meanwhile', async () => {
      const desk = openDesk();
      (await desk.till.onTheWire()).answer(approved(1250));
      await desk.till.clock.settle();
      desk.till.terminal.script.lookup.push(ourProof);
      await desk.till.start({ id: 'payment-3', orderId: 'WP-0003', kind: 'void', originalId: saleFacts.id });
      await desk.till.onTheWire(elsewhere);
      desk.closing.request();
      desk.closing.answer({ answer: 'leave' });
      answerLast(desk.till.terminal.voids, refused('busy'));
      desk.till.terminal.script.lookup.push(ourProof);
      await desk.till.clock.advance(9_000);
      expect(desk.till.state('payment-3')).toEqual({ name: 'cancelled', by: 'desk' });
      expect(desk.till.terminal.count('void')).toBe(1);
      expect(desk.left()).toBe(0);
    });

    it('lets no press go on and no payment begin, until the program stays after all', async () => {
      const desk = openDesk();
      const sale = await desk.ask();
      expect(desk.closing.isLeaving()).toBe(false);
      expect(desk.stopped()).toBe(0);
      desk.closing.answer({ answer: 'leave' });
      expect(desk.closing.isLeaving()).toBe(true);
      expect(desk.stopped()).toBeGreaterThan(0);
      sale.answer(approved(1250));
      await desk.till.clock.settle();
      expect(desk.phase()).toBe('charged');
      expect(desk.closing.isLeaving()).toBe(true);
      desk.closing.answer({ answer: 'stay' });
      expect(desk.closing.isLeaving()).toBe(false);
    });
  });
});
