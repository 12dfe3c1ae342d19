/** Groups of digits as cards print and people type them: parted by a few spaces, dashes or dots of any kind. */
const DIGIT_GROUPS = /\d+(?:[\p{Zs}\p{Pd}.·]{1,3}\d+)*/gu;

/** Luhn's check sum, ISO/IEC 7812-1. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/**
 * Where in the text something stands that may be a full card number: 13 to 19 digits that pass Luhn.
 * Neighbouring groups are tried in every combination, so that a room number before the card number does not hide it.
 */
function findCardNumbers(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const run of text.matchAll(DIGIT_GROUPS)) {
    const groups = [...run[0].matchAll(/\d+/g)].map((group) => ({ digits: group[0], start: run.index + group.index }));
    for (const [first, { start }] of groups.entries()) {
      let digits = '';
      const lengths: number[] = [];
      for (const group of groups.slice(first)) {
        digits += group.digits;
        lengths.push(group.digits.length);
        if (digits.length > 19) break;
        const fits = digits.length >= 13 && isCardShape(lengths) && passesLuhn(digits);
        if (fits) found.push({ start, end: group.start + group.digits.length });
      }
    }
  }
  return found;
}

/**
 * Whether people group a card number like this: even groups with a rest (4-4-4-4, 4-4-4-4-3, single digits), or as
 * American Express and Diners print it. Two dates in a row are no card number, whatever their digits add up to.
 */
function isCardShape(lengths: readonly number[]): boolean {
  const [first, second] = lengths;
  if (lengths.length === 3 && first === 4 && second === 6) return true;
  return lengths.slice(0, -1).every((length) => length === first) && (lengths.at(-1) ?? 0) <= Math.max(first ?? 0, 4);
}

export function holdsCardNumber(text: string): boolean {
  return findCardNumbers(text).length > 0;
}

/**
 * For text of others (receipts, error messages) on its way to the journal, the log or a screen: the last four digits
 * survive. What is left may make a new number with its neighbours, so it is looked at again until nothing is found.
 */
export function maskCardNumbers(text: string): string {
  let masked = text;
  for (let found = findCardNumbers(masked); found.length > 0; found = findCardNumbers(masked)) {
    for (const { start, end } of found) {
      masked = masked.slice(0, start) + masked.slice(start, end - 4).replace(/\d/g, '·') + masked.slice(end - 4);
    }
  }
  return masked;
}
