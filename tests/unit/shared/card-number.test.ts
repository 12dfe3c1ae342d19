import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsCardNumber, maskCardNumbers, passesLuhn } from '../../../shared/card-number.ts';

/** Public test numbers of the card brands; nobody's cards. */
const VISA = '4111111111111111';
const VISA_13 = '4222222222222';
const AMEX = '378282246310005';
const MASTERCARD = '5555555555554444';

/** Any number of this length with the check digit that Luhn asks for. */
function withCheckDigit(start: string): string {
  for (let digit = 0; digit <= 9; digit += 1) if (passesLuhn(`${start}${digit}`)) return `${start}${digit}`;
  throw new Error('Luhn leaves no start without a check digit');
}
const digitsOf = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const cards = fc.integer({ min: 13, max: 19 }).chain((length) => digitsOf(length - 1).map(withCheckDigit));

describe('Luhn’s check', () => {
  it.each([VISA, VISA_13, AMEX, MASTERCARD, '6011111111111117', '30569309025904', '79927398713'])('%s passes', (digits) => {
    expect(passesLuhn(digits)).toBe(true);
  });

  it('fails for every single wrong digit', () => {
    fc.assert(
      fc.property(cards, fc.nat(), fc.integer({ min: 1, max: 9 }), (card, where, by) => {
        const at = where % card.length;
        const wrong = `${card.slice(0, at)}${(Number(card[at]) + by) % 10}${card.slice(at + 1)}`;
        expect(passesLuhn(wrong)).toBe(false);
      }),
    );
  });
});

describe('a card number in what somebody typed', () => {
  it.each([
    ['by itself', VISA],
    ['of 13 digits', VISA_13],
    ['of 15 digits', AMEX],
    ['of 19 digits', withCheckDigit('675964982643845312')],
    ['in fours', '4111 1111 1111 1111'],
    ['with dashes', '4111-1111-1111-1111'],
    ['with dots', '4111.1111.1111.1111'],
    ['with no-break spaces', '4111\u00a01111\u00a01111\u00a01111'],
    ['with narrow spaces', '4111\u202f1111\u202f1111\u202f1111'],
    ['as Amex prints it', '3782 822463 10005'],
    ['in a sentence', `kortti ${VISA}, kiitos`],
    ['right behind letters', `R${VISA}X`],
    ['in a link', `https://x/?pan=${VISA}&y=1`],
    ['behind a room number', `huone 12 ${VISA}`],
    ['behind a room number, in fours', '12 4111 1111 1111 1111'],
    ['before its expiry date', '4111 1111 1111 1111 12/29'],
    ['before its expiry date, with a blank', '4111 1111 1111 1111 12 29'],
    ['over two lines', `viite\n${VISA}`],
    ['beside another', `${VISA} ${MASTERCARD}`],
  ])('is found %s', (_how, text) => {
    expect(holdsCardNumber(text)).toBe(true);
  });

  it.each([
    ['typed with two blanks', '4111  1111  1111  1111'],
    ['with long dashes', '4111–1111–1111–1111'],
    ['with thin spaces', '4111\u20091111\u20091111\u20091111'],
  ])('is found %s', (_how, text) => {
    expect(holdsCardNumber(text)).toBe(true);
  });

  it('is found wherever it stands', () => {
    fc.assert(
      fc.property(
        cards,
        fc.constantFrom('', 'R-', 'huone ', 'ä ', '('),
        fc.constantFrom('', ' ', ')', ' kiitos', '!'),
        (card, before, after) => {
          expect(holdsCardNumber(`${before}${card}${after}`)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('what is no card number', () => {
  it.each([
    ['nothing', ''],
    ['a booking', 'R-1001'],
    ['a sum', '1 250,00'],
    ['a date', '23.11.2026'],
    ['a phone number', '+358 40 123 4567'],
    ['twelve digits that pass Luhn', withCheckDigit('12345678901')],
    ['sixteen digits that fail Luhn', '4111111111111112'],
    ['twenty digits that pass Luhn', withCheckDigit('1234567890123456789')],
    ['a masked card', '411111******1111'],
    ['the last four', '1111'],
    ['two numbers with words between', '41111111 ja 11111111'],
    ['one of our order ids', 'WP-1A2B-3C4D'],
  ])('%s', (_what, text) => {
    expect(holdsCardNumber(text)).toBe(false);
  });
});

describe('text of others on its way to the log, the journal or a screen', () => {
  it.each([
    [VISA, '············1111'],
    ['KORTTI 4111 1111 1111 1111 HYLÄTTY', 'KORTTI ···· ···· ···· 1111 HYLÄTTY'],
    [`a ${VISA} b ${AMEX} c`, 'a ············1111 b ···········0005 c'],
    ['TERMINAL BUSY', 'TERMINAL BUSY'],
    ['************1111', '************1111'],
  ])('%j becomes %j', (text, masked) => {
    expect(maskCardNumbers(text)).toBe(masked);
  });

  it('holds no card number any more, keeps its length and everything but digits', () => {
    const scraps = fc.oneof(
      cards,
      cards.map((card) => card.replace(/(.{4})/g, '$1 ').trim()),
      digitsOf(4),
      digitsOf(2),
      fc.constantFrom(' ', '-', '.', 'R', 'viite ', '\n'),
    );
    fc.assert(
      fc.property(
        fc.array(scraps, { maxLength: 8 }).map((parts) => parts.join('')),
        (text) => {
          const masked = maskCardNumbers(text);
          expect(holdsCardNumber(masked)).toBe(false);
          expect(masked).toHaveLength(text.length);
          for (const [at, sign] of [...masked].entries()) if (sign !== '·') expect(sign).toBe(text[at]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is masked once: a second time changes nothing', () => {
    fc.assert(
      fc.property(cards, (card) => {
        const masked = maskCardNumbers(`x ${card} y`);
        expect(maskCardNumbers(masked)).toBe(masked);
      }),
    );
  });
});
