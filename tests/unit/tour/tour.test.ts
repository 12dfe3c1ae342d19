import { beforeEach, describe, expect, it } from 'vitest';
import { createTour, type Played, type TourKeeper } from '../../../electron/tour/tour.ts';

let tour: TourKeeper;
let number = 0;
beforeEach(() => {
  tour = createTour();
  number = 0;
});

/** Plays a payment through its states; each step is what changed. */
function play(first: Partial<Played>, ...then: Partial<Played>[]): (more: Partial<Played>) => void {
  number += 1;
  let payment: Played = {
    ...{ id: `p${number}`, kind: 'sale', state: 'created', reason: null, amountMinor: 1250, reference: `R-${number}` },
    ...{ signature: null, voided: 'no', settlement: null, ...first },
  };
  const change = (more: Partial<Played>): void => {
    payment = { ...payment, ...more };
    tour.changed(payment);
  };
  change({});
  for (const step of then) change(step);
  return change;
}
const byHand = { kind: 'manual', state: 'settled-by-person' } as const;

describe('a situation that was handled rightly is checked off', () => {
  it('paid', () => {
    play({}, { state: 'sent' }, { state: 'approved' });
    expect(tour.current()).toEqual({ done: ['paid'], wrong: null });
  });

  it('declined, when the same guest has paid in another way', () => {
    play({ reference: 'R-A' }, { state: 'sent' }, { state: 'declined' });
    play({ reference: 'R-B', amountMinor: 900 }, { state: 'approved' });
    expect(tour.current().done).toEqual(['paid']);
    play({ reference: 'r a' }, { state: 'approved' });
    expect(tour.current().done).toEqual(['paid', 'declined']);
  });

  it('cancelled from the desk, and not by the guest', () => {
    play({}, { state: 'cancelling' }, { state: 'cancelled', reason: 'by-guest' });
    expect(tour.current().done).toEqual([]);
    play({}, { state: 'cancelling' }, { state: 'cancelled', reason: 'by-desk' });
    expect(tour.current().done).toEqual(['cancelled']);
  });

  it('unclear, when it was left alone until it was proven or settled', () => {
    play({}, { state: 'sent' }, { state: 'checking' }, { state: 'approved' });
    expect(tour.current().done).toEqual(['paid', 'unclear']);
    tour.restart();
    play({}, { state: 'checking' }, { state: 'unresolved' }, { state: 'settled-by-person' });
    expect(tour.current().done).toEqual(['unclear']);
  });

  it('signature, when it was judged, and where it was refused when the money went back', () => {
    const signed = play({}, { state: 'approved', signature: 'asked' });
    expect(tour.current().done).toEqual([]);
    signed({ signature: 'refused' });
    expect(tour.current().done).toEqual([]);
    signed({ voided: 'yes' });
    expect(tour.current().done).toEqual(['signature']);
  });
});

describe('a wrong way is explained', () => {
  it('a declined payment that is recorded by hand', () => {
    play({ reference: 'R-A' }, { state: 'declined' });
    play({ ...byHand, reference: 'R-A' });
    expect(tour.current()).toEqual({ done: [], wrong: 'recorded-declined' });
    tour.read();
    expect(tour.current().wrong).toBeNull();
  });

  it('nothing is wrong with a record by hand after the guest has paid, or for another guest', () => {
    play({ reference: 'R-A' }, { state: 'declined' });
    play({ ...byHand, reference: 'R-C' });
    play({ reference: 'R-A' }, { state: 'approved' });
    play({ ...byHand, reference: 'R-A' });
    expect(tour.current().wrong).toBeNull();
  });

  it('an unclear payment that is charged again: its later proof checks nothing off', () => {
    const unclear = play({ reference: 'R-A' }, { state: 'checking' });
    play({ reference: 'R-A' });
    expect(tour.current()).toEqual({ done: [], wrong: 'charged-unclear' });
    unclear({ state: 'approved' });
    expect(tour.current().done).toEqual(['paid']);
  });

  it('the same sum without a reference counts as the same guest, another booking does not', () => {
    play({ reference: 'R-A' }, { state: 'checking' });
    play({ reference: 'R-B' });
    expect(tour.current().wrong).toBeNull();
    play({ reference: '' });
    expect(tour.current().wrong).toBe('charged-unclear');
  });

  it('a signature that nobody judged before the next guest', () => {
    play({}, { state: 'approved', signature: 'asked' });
    play({});
    expect(tour.current().wrong).toBe('left-unsigned');
  });
});

it('says when it has something new to say, and nothing twice', () => {
  const payment: Played = {
    ...{ id: 'p', kind: 'sale', state: 'approved', reason: null, amountMinor: 1, reference: '' },
    ...{ signature: null, voided: 'no', settlement: null },
  };
  expect([tour.changed(payment), tour.changed(payment)]).toEqual([true, false]);
  tour.restart();
  expect(tour.current()).toEqual({ done: [], wrong: null });
});
