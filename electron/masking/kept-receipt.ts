import { maskCardNumbers } from '../../shared/card-number.ts';
import { keptText } from './kept-text.ts';

/** Wider than any paper of a card terminal. */
const LONGEST_LINE = 100;
/** A receipt has some forty lines. More than this is no receipt. */
const MOST_LINES = 300;
const LONGEST_RECEIPT = 20_000;

/** Digits that end a line, with all that go on at the beginning of the next ones. */
const OVER_LINES = /(?<!\d)\d[\d \-.]*(?:\n *\d[\d \-.]*)+/g;
/** The longest card number, and an expiry date or a code behind it. More digits are a table. */
const MOST_DIGITS = 19 + 4;

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

/** Only where the digits around the break are as many as a card has: two columns of numbers would look like one too often. */
const withoutBrokenNumbers = (text: string): string =>
  text.replace(OVER_LINES, (run) => {
    const digits = run.replace(/\D/g, '');
    const masked = digits.length > MOST_DIGITS ? digits : maskCardNumbers(digits);
    let next = 0;
    return masked === digits ? run : run.replace(/\d/g, () => masked[next++] ?? '·');
  });

/** The last digits of a card whose others somebody has masked. */
const LAST_DIGITS = /((?:[*•·#●○∙⁎∗＊×✕✱■█]{2,}|[xX]{4,})[ \-.]*)\d{1,4}(?!\d)/g;

/**
 * A reconciliation's report. It is kept for ever, with the day that it belongs to, so it has no last four digits either: a terminal may list
 * single payments in it.
 */
export function keptReport(text: string): string | null {
  return keptReceipt(text)?.replace(LAST_DIGITS, (_whole, before: string) => `${before}····`) ?? null;
}
