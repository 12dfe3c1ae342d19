import { describe, expect, it } from 'vitest';
import { playRaces } from './play-races.ts';
import { acts, actsOfTwo, orderings } from './race-world.ts';

describe('whatever the order of any four', () => {
  it.each([
    ['one payment: nothing is sent twice, guessed, or cancelled after its loss', acts, 5_040],
    ['two payments on one terminal: neither is taken for the other', actsOfTwo, 3_024],
  ] as const)(
    'of %s',
    async (_what, from, count) => {
      const { complaints, played, ends } = await playRaces(orderings(from, 4));
      expect(complaints.slice(0, 5)).toEqual([]);
      expect(played).toBe(count);
      for (const name of ['approved', 'declined', 'unresolved']) expect(ends.get(name) ?? 0).toBeGreaterThan(100);
    },
    300_000,
  );
});
