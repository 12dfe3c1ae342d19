import { describe, expect, it } from 'vitest';
import type { SeenPayment } from '../../../electron/payments/rules/shared-payment.ts';
import { newPaymentFacts, startingDesk } from './starting-desk.ts';

const stopped = (code: string) => ({ ok: false, error: { code } });

describe('what stood on the screen when Maksa was pressed', () => {
  it.each([
    ['is renamed', { name: 'Kylpylän päätelaite' }, 'terminal-changed'],
    ['is said to stand elsewhere', { location: 'Kylpylä' }, 'terminal-changed'],
    ['belongs to another point of sale', { pointOfSale: 'Kylpylä' }, 'terminal-changed'],
    ['is gone', null, 'terminal-missing'],
  ])('a terminal that %s while the look runs stops the sale', async (_what, change, code) => {
    const desk = startingDesk();
    const pressed = desk.sale();
    desk.change(change);
    desk.looked();
    expect(await pressed).toEqual(stopped(code));
    expect(desk.started).toEqual([]);
  });

  it('a terminal whose light or list has only been read again does not', async () => {
    const desk = startingDesk();
    const pressed = desk.sale();
    desk.change({});
    desk.looked();
    expect((await pressed).ok).toBe(true);
  });

  it('a program that is closed stops the sale at once', async () => {
    const desk = startingDesk();
    const pressed = desk.sale();
    desk.leave();
    const inTime = new Promise((resolve) => setImmediate(resolve, 'it waits on'));
    expect(await Promise.race([pressed, inTime])).toEqual(stopped('desk-busy'));
    desk.looked();
    expect(desk.started).toEqual([]);
  });

  it('who pressed took the payment, also when somebody else has come to the desk since', async () => {
    const desk = startingDesk();
    const pressed = desk.sale();
    desk.operator('Petri S.');
    desk.looked();
    expect((await pressed).ok).toBe(true);
    expect(desk.started).toMatchObject([{ ...newPaymentFacts, operator: 'Maija V.' }]);
  });

  it('somebody else at the desk does not answer for who was asked', async () => {
    const desk = startingDesk();
    desk.unclearOnTerminal();
    const pressed = desk.sale();
    desk.looked();
    expect(await pressed).toMatchObject(stopped('confirmation-needed'));
    desk.operator('Petri S.');
    expect(await desk.sale({ confirmed: ['terminal-has-unclear'] })).toEqual(stopped('form-changed'));
    expect(desk.started).toEqual([]);
  });

  it('the same form pressed again while it waits is the same press; another sum under its name is none', async () => {
    const desk = startingDesk();
    const pressed = desk.sale();
    const again = desk.sale();
    expect(await desk.sale({ amountMinor: 1500 })).toEqual(stopped('form-changed'));
    expect(desk.starting()).toEqual({
      kind: 'sale',
      amountMinor: 1250,
      currency: 'EUR',
      terminalName: 'Päätelaite I',
      lookFor: 'unclear-before',
    });
    desk.looked();
    expect(await again).toEqual(await pressed);
    expect(desk.started).toHaveLength(1);
    expect(desk.starting()).toBeNull();
  });
});

describe('a press that cannot be read yet, because the list of terminals is not there', () => {
  const shown = { terminalId: '71000001', name: 'Päätelaite I' };
  function pressedEarly() {
    const desk = startingDesk({ isReady: false });
    desk.change(null);
    const pressed = desk.sale({ shown });
    return {
      ...desk,
      pressed,
      goOn() {
        desk.change({});
        desk.ready();
        desk.looked();
      },
    };
  }

  it('is sent as it was pressed, and another sum under its name is refused', async () => {
    const desk = pressedEarly();
    const other = desk.sale({ shown, amountMinor: 9900 });
    const again = desk.sale({ shown });
    desk.goOn();
    expect(await other).toEqual(stopped('form-changed'));
    expect((await desk.pressed).ok).toBe(true);
    expect(await again).toEqual(await desk.pressed);
    expect(desk.started).toMatchObject([{ amountMinor: 1250 }]);
  });

  it('takes no other text under its name that cannot be read', async () => {
    const desk = pressedEarly();
    const other = desk.sale({ shown, reference: '4111 1111 1111 1111' });
    desk.goOn();
    expect(await other).toEqual(stopped('form-changed'));
    expect((await desk.pressed).ok).toBe(true);
  });

  it('is not sent when this PC has another terminal by then', async () => {
    const desk = pressedEarly();
    desk.choose('71000002');
    desk.goOn();
    expect(await desk.pressed).toEqual(stopped('terminal-changed'));
    expect(desk.started).toEqual([]);
  });

  it('stops at once when another terminal is chosen', async () => {
    const desk = pressedEarly();
    desk.choose('71000002');
    desk.terminalChosen();
    const inTime = new Promise((resolve) => setImmediate(resolve, 'it waits on'));
    expect(await Promise.race([desk.pressed, inTime])).toEqual(stopped('terminal-changed'));
    desk.goOn();
    expect(desk.started).toEqual([]);
  });

  it('belongs to who pressed', async () => {
    const desk = pressedEarly();
    desk.operator('Petri S.');
    desk.goOn();
    expect((await desk.pressed).ok).toBe(true);
    expect(desk.started).toMatchObject([{ operator: 'Maija V.' }]);
  });
});

describe('what other desks have for the booking', () => {
  const theirs: SeenPayment = {
    ...{ paymentId: 'other', originalId: null, kind: 'sale', state: 'approved', moneyMoved: 'yes', amountMinor: 900, chargedMinor: 900 },
    ...{ currency: 'EUR', terminalId: '71000002', terminalName: 'II', desk: 'Baari', environment: 'production', referenceKey: 'r1001' },
    ...{ startedAt: '2026-11-23T09:50:00.000Z', changedAt: '2026-11-23T09:50:09.000Z' },
  };

  it('is asked while the look runs, and leads to a question', async () => {
    const desk = startingDesk({ otherDesksAnswer: false });
    const press = desk.sale();
    await Promise.resolve();
    await Promise.resolve();
    desk.seen([theirs]);
    desk.looked();
    expect(await press).toMatchObject({ ok: false, error: { code: 'confirmation-needed' } });
    expect(desk.askedElsewhere).toEqual(['R-1001']);
    expect(desk.started).toEqual([]);
  });

  it('is not asked again when the desk has answered for it', async () => {
    const desk = startingDesk();
    const press = desk.sale({ confirmed: ['same-reference-elsewhere'] });
    desk.looked();
    expect(await press).toMatchObject({ ok: true });
    expect(desk.askedElsewhere).toEqual([]);
  });
});
