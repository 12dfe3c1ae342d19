import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsCardNumber, maskCardNumbers } from '../../../shared/card-number.ts';
import { readReference } from '../../../shared/reference.ts';
import { longestRowOf, writtenCards } from '../../support/card-formats.ts';
import { cpuMs } from '../../support/cpu-time.ts';

const VISA = '4111111111111111';

describe('a card number, however it is written', () => {
  it.each([
    ['6 and 10', '411111 1111111111'],
    ['5-5-6', '41111-11111-111111'],
    ['with its expiry date glued to it', `${VISA}1229`],
    ['with expiry date and code', `${VISA} 12/29 123`],
    ['with its code glued to it', `${VISA}123`],
    ['with a digit too many before', `7${VISA}`],
    ['with a digit too many behind', `${VISA}7`],
    ['in fours with a digit too many', '4111 1111 1111 11117'],
    ['with slashes', '4111/1111/1111/1111'],
    ['with underscores', '4111_1111_1111_1111'],
    ['with colons', '4111:1111:1111:1111'],
    ['with commas', '4111,1111,1111,1111'],
    ['with crosses', '4111x1111x1111x1111'],
    ['with stars', '4111*1111*1111*1111'],
    ['with equals signs', '4111=1111=1111=1111'],
    ['with tabs', '4111\t1111\t1111\t1111'],
    ['with four blanks', '4111    1111    1111    1111'],
    ['in full width', '４１１１１１１１１１１１１１１１'],
    ['in Arabic digits', '٤١١١١١١١١١١١١١١١'],
    ['in mathematical digits', '𝟒𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏'],
    ['in circles', '④①①①①①①①①①①①①①①①'],
  ])('is found %s', (_how, text) => {
    expect(holdsCardNumber(text)).toBe(true);
    expect(longestRowOf(VISA, maskCardNumbers(text))).toBe(4);
    expect(readReference(text).ok, 'as a reference').toBe(false);
  });

  it.each(['987654 3210987658', '98765 43210 987658', '9876/5432/1098/7658'])(
    'is found in groups as cards have them, whoever issued it: %s',
    (text) => {
      expect(holdsCardNumber(text)).toBe(true);
    },
  );

  it('hides what stands right behind it as well: an expiry date, a security code', () => {
    expect(maskCardNumbers(`${VISA} 12/29 123`)).toBe('············1111 ··/·· ···');
    expect(maskCardNumbers(`${VISA}1229`)).toBe('············1111····');
    expect(maskCardNumbers(`${VISA} huone 12`)).toBe('············1111 huone 12');
  });

  it('is refused as a reference and masked in any text', () => {
    fc.assert(
      fc.property(writtenCards, ({ card, written }) => {
        expect(readReference(written).ok).toBe(false);
        const masked = maskCardNumbers(`a ${written} b`);
        expect(longestRowOf(card, masked)).toBe(4);
        expect(holdsCardNumber(masked)).toBe(false);
        expect(maskCardNumbers(masked)).toBe(masked);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('what is no card number', () => {
  it.each([
    ['a booking', 'R-1001'],
    ['two days', '23.11.2026 24.11.2026'],
    ['two days with a dash', '23.11.2026-27.11.2026'],
    ['two days without zeros', '25.1.2026 - 28.1.2026'],
    ['two days the other way round', '2026-11-23/2026-11-27'],
    ['a moment', '2026-11-23T10:00:09.120Z'],
    ['two spans of time', '10:00-11:00, 12:00-13:00'],
    ['a telephone number', '+358 40 123 4567'],
    ['a telephone number and a booking', '+358 40 123 4567 / 1001'],
    ['a booking of ten digits', '4123456789'],
    ['two bookings', '1234567890, 1234567'],
    ['sums', '12,50 13,50 14,50 15,50'],
    ['an order id of ours', '01JDX-8K3F2-9QW7B'],
    ['a payment’s id', '1b4e28ba-2fa1-11d2-883f-0016d3cca427'],
    ['a masked card', '411111******1111'],
  ])('%s', (_what, text) => {
    expect(holdsCardNumber(text)).toBe(false);
    expect(maskCardNumbers(text)).toBe(text);
  });

  it('is hardly any two days in a row', () => {
    let found = 0;
    for (let day = 0; day < 1_000; day += 1) {
      const [from, to] = [day, day + 3].map((one) => new Date(Date.UTC(2026, 0, 1 + one)).toISOString().slice(0, 10));
      const finnish = [from, to].map((date) => date?.split('-').reverse().join('.')).join('-');
      if (holdsCardNumber(finnish) || holdsCardNumber(`${from} ${to}`)) found += 1;
    }
    expect(found).toBe(0);
  });
});

describe('the search', () => {
  const PARTS = 64;
  /** The best of a few. */
  const best = (work: () => unknown): number => Math.min(...Array.from({ length: 3 }, () => cpuMs(work)));
  const eachPart = (work: () => unknown) => () => {
    for (let part = 0; part < PARTS; part += 1) work();
  };

  it.each(['1 ', '4', '41', '4111 1111 1111 1111 ', '1.1.2026-', '1 *'])(
    'takes no more than its share of time for much more of %j',
    (one) => {
      const small = one.repeat(5_000 / one.length);
      const large = small.repeat(PARTS);
      maskCardNumbers(large);
      for (const search of [maskCardNumbers, holdsCardNumber]) {
        // As long as its parts one after another, and sixty-four times as long where it is quadratic. One millisecond is too little to compare.
        expect(best(() => search(large))).toBeLessThan(16 * Math.max(1, best(eachPart(() => search(small)))));
      }
    },
  );
});
