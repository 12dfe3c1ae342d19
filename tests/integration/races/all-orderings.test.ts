import { describe, expect, it } from 'vitest';
import { playRaces } from '../../unit/payments/play-races.ts';
import { acts, actsOfTwo, orderings } from '../../unit/payments/race-world.ts';

/** The two that the others already contain are left out, so that all orderings of all the rest can be played. */
const eight = acts.filter((act) => act !== 'charged-and-lost' && act !== 'give-up');

describe('all orderings', () => {
  it('of cancel, its answer, approval, decline, time-out, lookup, release and crash', { timeout: 1_200_000 }, async () => {
    const { complaints, played } = await playRaces(orderings(eight, eight.length));
    expect(complaints.slice(0, 5)).toEqual([]);
    expect(played).toBe(40_320);
  });

  it('of any six with a second payment on the terminal', { timeout: 1_200_000 }, async () => {
    const { complaints, played } = await playRaces(orderings(actsOfTwo, 6));
    expect(complaints.slice(0, 5)).toEqual([]);
    expect(played).toBe(60_480);
  });
});
