import { isBrandLength } from './card-brands.ts';
import { dateDigits } from './dates-in-digits.ts';
import { type DigitRun, digitRuns } from './digit-runs.ts';

const SHORTEST = 13;
const LONGEST = 19;
/** So many digits stay visible, as on a receipt. */
const SHOWN_DIGITS = 4;
/** An expiry date and a security code after a number: at most four digits each, in groups of at most four. */
const MOST_BEHIND = 8;
/** Masking may leave a new card number. After this many rounds all digits of such a run are hidden. */
const MOST_ROUNDS = 4;

/** A number of a known brand: its beginning, its length and its checksum. @param digits ASCII digits alone */
export const isBrandNumber = (digits: string): boolean => isBrandLength(Number(digits.slice(0, 4)), digits.length) && passesLuhn(digits);

/** Luhn's checksum, ISO/IEC 7812-1. */
export function passesLuhn(digits: string): boolean {
  const sums = luhnSums([...digits].map(Number));
  return luhnOf(sums, 0, digits.length) === 0;
}

type LuhnSums = { readonly even: Int32Array; readonly odd: Int32Array };

/** Running sums with the even or the odd places doubled: the checksum of any part then needs two subtractions. */
function luhnSums(values: readonly number[]): LuhnSums {
  const sums = { even: new Int32Array(values.length + 1), odd: new Int32Array(values.length + 1) };
  let [even, odd] = [0, 0];
  for (const [index, digit] of values.entries()) {
    const doubled = digit > 4 ? digit * 2 - 9 : digit * 2;
    even += index % 2 === 0 ? doubled : digit;
    odd += index % 2 === 0 ? digit : doubled;
    sums.even[index + 1] = even;
    sums.odd[index + 1] = odd;
  }
  return sums;
}

/** The last digit is never doubled. */
function luhnOf({ even, odd }: LuhnSums, start: number, end: number): number {
  const sums = end % 2 === 0 ? even : odd;
  return ((sums[end] ?? 0) - (sums[start] ?? 0)) % 10;
}

/** The digits of a number within a run: from `start` up to, but not including, `end`. */
type Found = { readonly start: number; readonly end: number };

/**
 * The parts of a run that may be full card numbers: 13 to 19 digits that pass Luhn. Whole groups, grouped as on cards, count for every
 * issuer. With other groups or extra digits, a part counts only if a known brand begins like that and has that length. Otherwise every
 * second booking number would count.
 */
function findIn(run: DigitRun, first = false): readonly Found[] {
  const { values } = run;
  const sums = luhnSums(values);
  const found: Found[] = [];
  let groups: readonly number[] | null = null;
  let inDate: ReadonlySet<number> | null = null;
  for (let start = 0; start + SHORTEST <= values.length; start += 1) {
    for (let end = start + SHORTEST; end <= Math.min(values.length, start + LONGEST); end += 1) {
      if (luhnOf(sums, start, end) !== 0) continue;
      groups ??= groupLengths(run);
      if (!isWhole(run, start, end, groups) && !isBrand(run, start, end)) continue;
      inDate ??= dateDigits(run);
      if (inDate.size > 0 && overlaps(inDate, start, end)) continue;
      found.push({ start, end });
      if (first) return found;
    }
  }
  return found;
}

const overlaps = (digits: ReadonlySet<number>, start: number, end: number): boolean => {
  for (let index = start; index < end; index += 1) if (digits.has(index)) return true;
  return false;
};

function groupLengths({ group, gaps }: DigitRun): readonly number[] {
  const lengths = gaps.map(() => 0);
  for (const index of group) lengths[index] = (lengths[index] ?? 0) + 1;
  return lengths;
}

/** Whether the part consists of whole groups, grouped as on cards. */
function isWhole({ group, gaps }: DigitRun, start: number, end: number, lengths: readonly number[]): boolean {
  const [first, last] = [group[start] ?? 0, group[end - 1] ?? 0];
  if (group[start - 1] === first || group[end] === last) return false;
  return isCardShape(lengths.slice(first, last + 1), gaps.slice(first + 1, last + 1));
}

/** 6-10, 5-5-6 and 5-5-5 as people read numbers aloud; 4-6-5 and 4-6-4 as American Express and Diners print them. */
const PRINTED = /^(?:6,10|5,5,[56]|4,6,\d)$/;

/**
 * Whether the groups are as on cards: as printed, or even groups with a shorter last one (4-4-4-4, 4-4-4-4-3). Groups of fewer than four
 * digits count only with the same sign between all of them: two time ranges in a row are no card number.
 */
function isCardShape(lengths: readonly number[], gaps: readonly string[]): boolean {
  const [first = 0] = lengths;
  if (lengths.length === 1 || PRINTED.test(lengths.join())) return true;
  const even = lengths.slice(0, -1).every((length) => length === first) && (lengths.at(-1) ?? 0) <= Math.max(first, 4);
  return even && (first >= 4 || gaps.every((gap) => gap === gaps[0]));
}

function isBrand({ values, gaps, group }: DigitRun, start: number, end: number): boolean {
  const firstFour = values.slice(start, start + 4).reduce((number, digit) => number * 10 + digit, 0);
  if (!isBrandLength(firstFour, end - start)) return false;
  // JCB numbers begin with 35, and Finnish telephone numbers (358) do too.
  const isFinnish = firstFour >= 3580 && firstFour <= 3589;
  const gapBefore = values[start - 1] === 0 && values[start - 2] === 0 ? '+' : (gaps[group[start] ?? 0] ?? '');
  return !(isFinnish && gapBefore.endsWith('+'));
}

export function holdsCardNumber(text: string): boolean {
  return digitRuns(text, SHORTEST).some((run) => findIn(run, true).length > 0);
}

/**
 * Masks card numbers in text from others (receipts, error messages) before it goes to the journal, the log or a screen. The last four
 * digits stay; an expiry date or security code right after them does not. Time is linear, and the length does not change.
 */
export function maskCardNumbers(text: string): string {
  let masked = text;
  for (let round = 0; round <= MOST_ROUNDS; round += 1) {
    const isLast = round === MOST_ROUNDS;
    const hidden = digitRuns(masked, SHORTEST).flatMap((run) => {
      const found = findIn(run, isLast);
      if (found.length === 0) return [];
      return isLast ? run.at : hiddenIn(run, found);
    });
    if (hidden.length === 0) break;
    masked = withoutDigits(masked, hidden);
  }
  return masked;
}

/** The positions of the digits that must be hidden, in order. */
function hiddenIn(run: DigitRun, found: readonly Found[]): readonly number[] {
  const hidden = new Uint8Array(run.at.length);
  for (const { start, end } of found) {
    hidden.fill(1, start, end - SHOWN_DIGITS);
    hidden.fill(1, end, endOfWhatBelongs(run, end));
  }
  return run.at.filter((_, index) => hidden[index] === 1);
}

/** The end of the digits that belong to the number: those that follow it directly, and groups as short as a date or a code. */
function endOfWhatBelongs({ group }: DigitRun, end: number): number {
  const most = Math.min(group.length, end + MOST_BEHIND);
  let index = end;
  while (index < most && group[index] === group[end - 1]) index += 1;
  while (index < most) {
    let next = index;
    while (next < group.length && next - index <= 4 && group[next] === group[index]) next += 1;
    if (next - index > 4) return index;
    index = next;
  }
  return Math.min(index, most);
}

function withoutDigits(text: string, hidden: readonly number[]): string {
  const parts: string[] = [];
  let kept = 0;
  for (const at of hidden) {
    const length = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    parts.push(text.slice(kept, at), '·'.repeat(length));
    kept = at + length;
  }
  return parts.join('') + text.slice(kept);
}
