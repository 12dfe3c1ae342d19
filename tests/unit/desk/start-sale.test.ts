import { describe, expect, it } from 'vitest';
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
