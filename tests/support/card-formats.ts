import fc from 'fast-check';

/**
 * Numbers that pass Luhn and begin like the brands' own, but belong to no card. Few of their digits repeat, so that a row of them in a text
 * must come from them.
 */
export const TEST_CARDS = [
  '4539578763621486',
  '4556737586899855',
  '5425233430109903',
  '2223000048410010',
  '374245455400126',
  '30569309025904',
  '6011000991300009',
  '3566002020360505',
  '6759649826438453',
  '4917484589897107',
  '4716108999712',
] as const;

const SEPARATORS = [
  ' ',
  '    ',
  '\t',
  '-',
  '–',
  '.',
  '/',
  '_',
  ':',
  ',',
  ';',
  'x',
  'X',
  '*',
  '=',
  '|',
  '+',
  '\u00a0',
  '\u2009',
  ' - ',
  '\u200b',
];
const ZEROS = ['0', '０', '٠', '۰', '०', '𝟎', '𝟶'];

/** In groups of these lengths; the last length is repeated as needed. */
function grouped(digits: string, lengths: readonly number[], separator: string): string {
  const groups: string[] = [];
  let at = 0;
  for (let index = 0; at < digits.length; index += 1) {
    const length = lengths[index] ?? digits.length;
    groups.push(digits.slice(at, at + length));
    at += length;
  }
  return groups.join(separator);
}

function inDigitsOf(zero: string, text: string): string {
  const code = zero.codePointAt(0) ?? 0;
  return text.replace(/\d/g, (digit) => String.fromCodePoint(code + Number(digit)));
}

const groupings = fc.oneof(
  fc.constantFrom([4, 4, 4, 4], [6, 10], [5, 5, 6], [4, 6, 5], [8, 8], [19], [4, 12], [1, 3, 12]),
  fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 19 }),
);

export type WrittenCard = { readonly card: string; readonly written: string };

/**
 * A card number in any grouping, with any separator, in the digits of any script, and with the text that people and machines write around
 * it.
 */
export const writtenCards: fc.Arbitrary<WrittenCard> = fc
  .record({
    card: fc.constantFrom(...TEST_CARDS),
    lengths: groupings,
    separator: fc.constantFrom(...SEPARATORS),
    zero: fc.constantFrom(...ZEROS),
    before: fc.constantFrom('', 'R-', 'huone 12 ', 'kortti ', '9', '7'),
    after: fc.constantFrom('', ' kiitos', ' 12/29', ' 1229 123', '1229', '123', '5', ' cvv 123', '^'),
  })
  .map(({ card, lengths, separator, zero, before, after }) => ({
    card,
    written: `${before}${inDigitsOf(zero, grouped(card, lengths, separator))}${after}`,
  }));

/** The longest row of a card's digits in a text, with anything between them except letters and masking characters. */
export function longestRowOf(card: string, text: string): number {
  const digits = [...text]
    .map((character) => (/^\p{Nd}$/u.test(character) ? worthOf(character) : /[\p{L}·]/u.test(character) ? '#' : ''))
    .join('');
  for (let length = card.length; length > 4; length -= 1) {
    for (let start = 0; start + length <= card.length; start += 1) if (digits.includes(card.slice(start, start + length))) return length;
  }
  return 4;
}

const worthOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  const zero = ZEROS.map((one) => one.codePointAt(0) ?? 0).find((start) => code >= start && code < start + 10);
  return zero === undefined ? 0 : code - zero;
};
