import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeSum, netMinor } from '../../../shared/charged-sum.ts';

const minor = fc.integer({ min: 0, max: 999_999 });

describe('what was charged against what was asked', () => {
  it('is as asked exactly where tip and surcharge explain every cent, however large they are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        minor,
        minor,
        fc.integer({ min: -5, max: 5 }),
        (amountMinor, tipMinor, surchargeMinor, off) => {
          const charge = { amountMinor, chargedMinor: amountMinor + tipMinor + surchargeMinor + off, tipMinor, surchargeMinor };
          expect(netMinor(charge)).toBe(amountMinor + off);
          expect(judgeSum(charge) === 'as-asked').toBe(off === 0);
        },
      ),
    );
  });

  it('is a part from half of it on, and never above it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), minor, (amountMinor, chargedMinor) => {
        const verdict = judgeSum({ amountMinor, chargedMinor, tipMinor: 0, surchargeMinor: 0 });
        expect(verdict === 'part').toBe(chargedMinor < amountMinor && chargedMinor * 2 >= amountMinor);
      }),
    );
  });
});
