import { isBrandNumber } from '../../shared/card-number.ts';
import { keptText } from './kept-text.ts';

/** Wider than any paper of a card terminal. */
const LONGEST_LINE = 100;
/** A receipt has some forty lines. More than this is no receipt. */
const MOST_LINES = 300;
const LONGEST_RECEIPT = 20_000;

/** Digits in groups, at the end of a line and at the beginning of one. A sum has a point or a comma, and is none of these. */
const AT_END = /(?<![\d.,:/])\d+(?:[ -]\d+)*$/;
const AT_BEGINNING = /^ *(\d+(?:[ -]\d+)*)(?![\d.,:/])/;
/** A card number and what it is broken into: not the lone digits at the ends of two lines of a table. */
const SHORTEST_NUMBER = 13;
const LONGEST_NUMBER = 19;
const SHOWN_DIGITS = 4;

const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/;

/**
 * A receipt's text as the terminal formatted it: its lines and their leading spaces stay, because they are its layout. Each line is masked
 * like any other text from outside, and a card number that narrow paper broke in two as well. Lines end with `\n`. Null if nothing is left.
 */
export function keptReceipt(text: string): string | null {
  const lines = text
    .slice(0, LONGEST_RECEIPT)
    .split(LINE_END, MOST_LINES)
    .map((line) => keptText(line.replaceAll('\t', '    '), LONGEST_LINE).trimEnd());
  const first = lines.findIndex((line) => line !== '');
  if (first < 0) return null;
  return withoutBrokenNumbers(lines.slice(first, lines.findLastIndex((line) => line !== '') + 1).join('\n'));
}

/**
 * A card number that ends one line and goes on at the beginning of the next. Only what is a number of a known brand over the break, whole
 * groups on both sides: two columns of numbers would pass Luhn alone too often, and a sum that is blotted out cannot be had again.
 */
function withoutBrokenNumbers(text: string): string {
  const lines = text.split('\n');
  for (let index = 0; index + 1 < lines.length; index += 1) {
    const [line, next] = [lines[index] ?? '', lines[index + 1] ?? ''];
    const end = AT_END.exec(line)?.[0] ?? '';
    const begin = AT_BEGINNING.exec(next)?.[1] ?? '';
    const hidden = brokenNumber(end, begin);
    if (hidden === null) continue;
    lines[index] = line.slice(0, line.length - end.length) + hidden.end;
    lines[index + 1] = next.replace(begin, () => hidden.begin);
  }
  return lines.join('\n');
}

/** Both parts with the number's digits hidden, but for its last four; null if there is no number over the break. */
function brokenNumber(end: string, begin: string): { readonly end: string; readonly begin: string } | null {
  const groups = (text: string): string[] => text.split(/[ -]/).filter((group) => group !== '');
  const [before, after] = [groups(end), groups(begin)];
  for (let first = 0; first < before.length; first += 1)
    for (let last = after.length; last > 0; last -= 1) {
      const digits = [...before.slice(first), ...after.slice(0, last)].join('');
      if (digits.length < SHORTEST_NUMBER || digits.length > LONGEST_NUMBER || !isBrandNumber(digits)) continue;
      const [kept, length] = [before.slice(0, first).join('').length, before.join('').length + after.slice(0, last).join('').length];
      const hide = (text: string, from: number): string => {
        let at = from;
        return text.replace(/\d/g, (digit) => {
          at += 1;
          // What stands behind the number may be its expiry date or its code.
          return at <= kept || (at > length - SHOWN_DIGITS && at <= length) ? digit : '·';
        });
      };
      return { end: hide(end, 0), begin: hide(begin, before.join('').length) };
    }
  return null;
}

/** The last digits of a card whose others somebody has masked. */
const LAST_DIGITS = /((?:[*•·#●○∙⁎∗＊×✕✱■█]{2,}|[xX]{4,})[ \-.]*)\d{1,4}(?!\d)/g;

/**
 * A reconciliation's report. It is kept for ever, with the day that it belongs to, so it has no last four digits either: a terminal may list
 * single payments in it.
 */
export function keptReport(text: string): string | null {
  return keptReceipt(text)?.replace(LAST_DIGITS, (_whole, before: string) => `${before}····`) ?? null;
}
