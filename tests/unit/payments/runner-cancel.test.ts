import { describe, expect, it } from 'vitest';
import { TIMES } from '../../../electron/payments/core/times.ts';
import { approved, hostSaidNo, lost, rejectedAs } from '../../support/fakes/fake-card-terminal.ts';
import { saleFacts } from './sale-facts.ts';
import { answerLast, BEGINNING, openTill } from './till.ts';

const next = { id: 'payment-2', orderId: 'WP-0002' };

describe('the desk wishes to cancel', () => {
  it('after the request was written: one wish, and the own answer is the verdict', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    await till.clock.advance(10_000);
    expect(till.runner.cancel(saleFacts.id)).toEqual({ ok: true, value: null });
    await till.clock.advance(1_000);
    answerLast(till.terminal.cancels, 'delivered');
    await till.clock.advance(1_000);
    expect(till.state()).toEqual({ name: 'cancelling', written: true, by: 'desk', delivery: 'delivered' });
    sale.answer(rejectedAs('cancelled'));
    await till.clock.advance(TIMES.givenUp);

    expect(till.story).toEqual([
      ...BEGINNING,
      '10 row cancelling after cancel-asked',
      '10 call cancelAction',
      '11 row cancelling after cancel-answered',
      '12 row cancelled after answered',
    ]);
    expect(till.state()).toEqual({ name: 'cancelled', by: 'desk' });
  });

  it('for a payment that the desk has left: not while a newer one of ours runs there, which it would stop', async () => {
    const till = openTill();
    await till.onTheWire();
    till.terminal.script.cancelAction.push('failed');
    await till.clock.advanceBy('releaseAllowed');
    expect(till.terminal.count('cancelAction')).toBe(1);
    expect(till.runner.release(saleFacts.id).ok).toBe(true);
    const newer = await till.onTheWire(next);
    expect(till.runner.cancel(saleFacts.id).ok).toBe(true);
    await till.clock.settle();
    expect(till.terminal.count('cancelAction')).toBe(1);
    expect(till.state()).toMatchObject({ name: 'cancelling', delivery: 'failed' });
    // The newer one's own wish goes out: it is what runs there.
    till.runner.cancel(next.id);
    await till.clock.settle();
    expect(till.terminal.count('cancelAction')).toBe(2);
    newer.answer(rejectedAs('cancelled'));
    await till.clock.settle();
    expect(till.state(next.id)).toEqual({ name: 'cancelled', by: 'desk' });
  });

  it('before the request was written: the wish waits for it, or it would stop somebody else', async () => {
    const till = openTill();
    till.terminal.writesAtOnce = false;
    await till.start();
    till.runner.cancel(saleFacts.id);
    await till.clock.advance(3_000);
    expect(till.state()).toEqual({ name: 'cancelling', written: false, by: 'desk', delivery: 'held' });
    expect(till.terminal.count('cancelAction')).toBe(0);

    till.sale().write();
    await till.clock.settle();
    answerLast(till.terminal.cancels, 'delivered');
    till.sale().answer(rejectedAs('cancelled'));
    await till.clock.settle();
    expect(till.story).toEqual([
      ...BEGINNING.slice(0, 4),
      '0 row cancelling after cancel-asked',
      '3 row cancelling after request-written',
      '3 call cancelAction',
      expect.stringMatching(/^3 row cancelling after cancel-answered$|^3 row cancelled after answered$/),
      expect.stringMatching(/^3 row cancelled after answered$|^3 row cancelled after cancel-answered$/),
    ]);
    expect(till.state()).toEqual({ name: 'cancelled', by: 'desk' });
  });

  it('before the request was written, and it never is: no wish reaches the terminal', async () => {
    const till = openTill();
    till.terminal.writesAtOnce = false;
    await till.start();
    till.runner.cancel(saleFacts.id);
    till.sale().answer({ kind: 'refused', reason: 'not-sent' });
    await till.clock.advance(TIMES.givenUp);
    expect(till.terminal.count('cancelAction')).toBe(0);
    expect(till.state()).toEqual({ name: 'refused', reason: 'not-sent' });
  });

  it('before anything was sent: cancelled at once, and a token that comes later sends nothing', async () => {
    const till = openTill();
    till.terminal.script.clear.push('held');
    await till.start();
    till.runner.cancel(saleFacts.id);
    expect(till.state()).toEqual({ name: 'cancelled', by: 'desk' });
    answerLast(till.terminal.clears, { ok: true, value: null });
    await till.clock.advance(TIMES.givenUp);
    expect(till.story).toEqual(['0 row created after started', '0 call clear', '0 row cancelled after cancel-asked']);
  });

  it('but the approval won the race: it is shown as paid', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    till.runner.cancel(saleFacts.id);
    await till.clock.advance(500);
    sale.answer(approved(1250));
    await till.clock.advance(500);
    answerLast(till.terminal.cancels, 'delivered');
    await till.clock.settle();
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'answer', chargedMinor: 1250 });
    expect(till.journal.stateNames(saleFacts.id)).toEqual(['created', 'sent', 'sent', 'cancelling', 'approved', 'approved']);
  });

  it('and the bank declines meanwhile: it is declined, not cancelled', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    till.runner.cancel(saleFacts.id);
    sale.answer(hostSaidNo);
    await till.clock.settle();
    expect(till.state()).toEqual({ name: 'declined', hostCode: '51' });
  });

  it('ten times in a row: at most one wish is in flight', async () => {
    const till = openTill();
    await till.onTheWire();
    for (let press = 0; press < 10; press += 1) {
      till.runner.cancel(saleFacts.id);
      await till.clock.advance(300);
    }
    expect(till.terminal.count('cancelAction')).toBe(1);
  });

  it('again after the wish could not be delivered', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    till.runner.cancel(saleFacts.id);
    await till.clock.advance(1_000);
    answerLast(till.terminal.cancels, 'failed');
    await till.clock.settle();
    expect(till.state()).toMatchObject({ name: 'cancelling', delivery: 'failed' });
    await till.clock.advance(1_000);
    till.runner.cancel(saleFacts.id);
    await till.clock.settle();
    answerLast(till.terminal.cancels, 'delivered');
    await till.clock.advance(1_000);
    sale.answer(rejectedAs('cancelled'));
    await till.clock.settle();
    expect(till.story.slice(BEGINNING.length)).toEqual([
      '0 row cancelling after cancel-asked',
      '0 call cancelAction',
      '1 row cancelling after cancel-answered',
      '2 row cancelling after cancel-asked',
      '2 call cancelAction',
      '2 row cancelling after cancel-answered',
      '3 row cancelled after answered',
    ]);
  });

  it('never after the answer was lost: cancelAction names no transaction', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    sale.answer(lost);
    await till.clock.settle();
    expect(till.runner.cancel(saleFacts.id)).toEqual({ ok: false, error: 'not-possible-now' });
    await till.clock.advance(TIMES.givenUp * 2);
    expect(till.terminal.count('cancelAction')).toBe(0);
  });

  it('never for a payment that is over or unknown', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    sale.answer(approved(1250));
    await till.clock.settle();
    expect(till.runner.cancel(saleFacts.id).ok).toBe(false);
    expect(till.runner.cancel('nobody').ok).toBe(false);
    await till.clock.settle();
    expect(till.terminal.count('cancelAction')).toBe(0);
    expect(till.state().name).toBe('approved');
  });

  it('and the wish breaks down: the payment waits on for its own answer', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    till.terminal.script.cancelAction.push({ throws: new Error('bug') });
    till.runner.cancel(saleFacts.id);
    await till.clock.settle();
    expect(till.broke).toHaveLength(1);
    expect(till.state()).toMatchObject({ name: 'cancelling', delivery: 'failed' });
    sale.answer(approved(1250));
    await till.clock.settle();
    expect(till.state().name).toBe('approved');
  });
});

describe('nobody pays within 120 seconds', () => {
  it('counts from the first byte: one wish at 120 s, and the answer says timed out', async () => {
    const till = openTill();
    till.terminal.writesAtOnce = false;
    await till.start();
    await till.clock.advance(3_000);
    till.sale().write();
    await till.clock.advanceBy('deadline');
    answerLast(till.terminal.cancels, 'delivered');
    await till.clock.advance(2_000);
    till.sale().answer(rejectedAs('cancelled'));
    await till.clock.advance(TIMES.givenUp);
    expect(till.story).toEqual([
      ...BEGINNING.slice(0, 4),
      '3 row sent after request-written',
      '123 row cancelling after deadline-passed',
      '123 call cancelAction',
      '123 row cancelling after cancel-answered',
      '125 row timed-out after answered',
    ]);
  });

  it('is no decline: an approval after the deadline is paid', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    await till.clock.advanceBy('deadline');
    expect(till.state()).toEqual({ name: 'cancelling', written: true, by: 'deadline', delivery: 'under-way' });
    await till.clock.advance(1_500);
    sale.answer(approved(1250));
    await till.clock.settle();
    expect(till.state()).toMatchObject({ name: 'approved', proof: 'answer' });
    expect(till.terminal.count('cancelAction')).toBe(1);
  });

  it('has no deadline before the request is on the wire', async () => {
    const till = openTill();
    till.terminal.writesAtOnce = false;
    await till.start();
    await till.clock.advance(TIMES.givenUp + TIMES.deadline);
    expect(till.terminal.count('cancelAction')).toBe(0);
    expect(till.state()).toEqual({ name: 'sent', written: false });
  });

  it('sends its own wish when the desk wished earlier and the terminal goes on all the same', async () => {
    const till = openTill();
    await till.onTheWire();
    till.terminal.script.cancelAction.push('failed');
    await till.clock.advance(20_000);
    till.runner.cancel(saleFacts.id);
    await till.clock.advanceBy('deadline');
    expect(till.moments('cancelAction')).toEqual([20, 120]);
  });

  it('sends no wish of its own while an older one is still on its way', async () => {
    const till = openTill();
    await till.onTheWire();
    await till.clock.advance(TIMES.deadline - 1_000);
    till.runner.cancel(saleFacts.id);
    await till.clock.advance(20_000);
    expect(till.terminal.count('cancelAction')).toBe(1);
  });

  it('sends nothing to the terminal by itself but that one wish', async () => {
    const till = openTill();
    await till.onTheWire();
    await till.clock.advance(TIMES.givenUp - 1);
    expect(till.terminal.names()).toEqual(['clear', 'sale', 'cancelAction']);
  });

  it('does not cancel what was already paid or declined', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    await till.clock.advance(TIMES.deadline - 1);
    sale.answer(hostSaidNo);
    await till.clock.advance(TIMES.givenUp * 2);
    expect(till.terminal.names()).toEqual(['clear', 'sale']);
    expect(till.clock.timers()).toBe(0);
  });
});

describe('the next sale on the terminal of an older wish to cancel', () => {
  it('is not sent until that wish was answered', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    till.runner.cancel(saleFacts.id);
    sale.answer(rejectedAs('cancelled'));
    await till.clock.settle();
    await till.start(next);
    await till.clock.advance(4_000);
    expect(till.state('payment-2')).toEqual({ name: 'created' });
    expect(till.terminal.count('sale')).toBe(1);
    answerLast(till.terminal.cancels, 'delivered');
    await till.clock.settle();
    expect(till.moments('sale')).toEqual([0, 4]);
  });

  it('is sent after 10 s when that wish is never answered', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    till.runner.cancel(saleFacts.id);
    sale.answer(rejectedAs('cancelled'));
    await till.clock.advance(2_000);
    await till.start(next);
    await till.clock.advanceBy('cancelSettles');
    expect(till.moments('sale')).toEqual([0, 10]);
  });

  it('does not wait on another terminal', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    till.runner.cancel(saleFacts.id);
    sale.answer(rejectedAs('cancelled'));
    await till.clock.settle();
    await till.start({ ...next, terminalId: '71000002' });
    expect(till.terminal.count('sale')).toBe(2);
  });

  it('can itself be cancelled while it waits, and is then never sent', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    till.runner.cancel(saleFacts.id);
    sale.answer(rejectedAs('cancelled'));
    await till.clock.settle();
    await till.start(next);
    till.runner.cancel('payment-2');
    await till.clock.advance(TIMES.givenUp);
    expect(till.state('payment-2')).toEqual({ name: 'cancelled', by: 'desk' });
    expect(till.terminal.count('sale')).toBe(1);
  });
});
