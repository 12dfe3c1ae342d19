import { minorDigits } from './currency.ts';
import { currencySigns } from './currency-signs.ts';
import { holdsControl, trimInvisible } from './invisible.ts';
import { MAX_AMOUNT_MINOR, type MinorUnits } from './money.ts';
import { failed, ok, type Result } from './result.ts';

export type MoneyProblem =
  | 'empty'
  | 'not-a-number'
  | 'control-characters'
  | 'zero'
  | 'negative'
  | 'too-large'
  | 'too-many-decimals'
  | 'no-decimals'
  | 'ambiguous';

// Grouping characters that people type or paste: any space (no-break, narrow, thin, figure …) and apostrophes.
const GROUP_CHARACTERS = /[\p{Zs}'’]/gu;
const GROUPED_BY_SPACE = /^\d{1,3}(?:[\p{Zs}'’]\d{3})+(?:[.,]\d*)?$/u;
const MINUS = /^[\p{Pd}−]/u;
/** `12,-` and `12:-`: a sum without cents, as on price tags. */
const NO_CENTS = /(?<=\d)[.,:][\p{Pd}−]{1,2}$/u;
/** One separator before three digits. A group never follows a leading zero: `0,125` and `01,250` have decimals. */
const GROUP_OR_DECIMALS = /^[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * Reads a typed or pasted amount of this currency: `12,5`, `12.50`, `1 250,00`, `1.250,00`, `€12`, `12,50 e`, `12,-`.
 *
 * A single separator before exactly three digits (`1.250`, `1,250`) is refused as ambiguous: half of Europe reads 1250, the other half
 * 1.25, and a wrong charge is hard to undo. In a currency without decimals it can only be grouping.
 *
 * @returns minor units between 1 and {@link MAX_AMOUNT_MINOR}, or the one problem with the text.
 */
export function parseMoney(text: string, currency: string): Result<MinorUnits, MoneyProblem> {
  let rest = withoutCurrency(text, currency);
  if (rest === '') return failed('empty');

  const negative = MINUS.test(rest);
  if (negative || rest.startsWith('+')) rest = withoutCurrency(rest.slice(1), currency);
  // Two cells of a spreadsheet are two sums. Their digits must not be joined.
  if (holdsControl(rest)) return failed('control-characters');
  if (!/^\d/.test(rest) && !/^[.,]\d/.test(rest)) return failed('not-a-number');

  const digits = minorDigits(currency);
  const number = rest.replace(NO_CENTS, '');
  const isWhole = number !== rest;
  const split = splitNumber(number, isWhole ? 0 : digits);
  if (!split.ok) return negative && split.error === 'ambiguous' ? failed('negative') : split;
  const { whole, decimals } = split.value;
  if (isWhole && decimals !== '') return failed('not-a-number');
  if (decimals.length > digits) return failed(digits === 0 ? 'no-decimals' : 'too-many-decimals');

  const significant = whole.replace(/^0+/, '');
  if (significant.length + digits > String(MAX_AMOUNT_MINOR).length) return failed(negative ? 'negative' : 'too-large');
  const minor = Number.parseInt(`${significant === '' ? '0' : significant}${decimals.padEnd(digits, '0')}`, 10);
  if (minor === 0) return failed('zero');
  if (negative) return failed('negative');
  if (minor > MAX_AMOUNT_MINOR) return failed('too-large');
  return ok(minor);
}

/**
 * The possible readings of an amount that {@link parseMoney} refuses as ambiguous: `1.250` is 1250,00 or 1,25. For `12,505` euros none is
 * offered: it is a typing slip, and the only reading would be a thousand times too much.
 */
export function amountReadings(text: string, currency: string): readonly MinorUnits[] {
  const parsed = parseMoney(text, currency);
  const [, whole, three] = /(\d{1,3})[.,](\d{3})/.exec(text) ?? [];
  if (parsed.ok || parsed.error !== 'ambiguous' || whole === undefined || three === undefined) return [];
  const grouped = parseMoney(whole + three, currency);
  const decimal = parseMoney(`0${whole}.${three.replace(/0+$/, '')}`, currency);
  if (!decimal.ok) return [];
  return grouped.ok ? [grouped.value, decimal.value] : [decimal.value];
}

type Split = { readonly whole: string; readonly decimals: string };

/** @param digits how many decimals are allowed; with none, a separator before three digits is grouping */
function splitNumber(number: string, digits: number): Result<Split, MoneyProblem> {
  let plain = number;
  if (/[\p{Zs}'’]/u.test(number)) {
    if (!GROUPED_BY_SPACE.test(number)) return failed('not-a-number');
    plain = number.replace(GROUP_CHARACTERS, '');
  } else if (GROUP_OR_DECIMALS.test(number)) {
    return digits === 0 ? ok({ whole: number.replace(/[.,]/, ''), decimals: '' }) : failed('ambiguous');
  }
  const split = splitDecimals(plain);
  return split === null ? failed('not-a-number') : ok(split);
}

/** `1.250,00` and `1,250.00`: with both separators, the last one is the decimal separator and the other must group by three. */
function splitDecimals(text: string): Split | null {
  const both = /^(\d{1,3})((?:\.\d{3})+),(\d*)$/.exec(text) ?? /^(\d{1,3})((?:,\d{3})+)\.(\d*)$/.exec(text);
  if (both !== null) return { whole: `${both[1]}${both[2]}`.replace(/[.,]/g, ''), decimals: both[3] ?? '' };
  // Two or more of the same separator can only group: 1.250.000
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(text) || /^\d{1,3}(?:,\d{3}){2,}$/.test(text)) {
    return { whole: text.replace(/[.,]/g, ''), decimals: '' };
  }
  const plain = /^(\d*)(?:[.,](\d*))?$/.exec(text);
  return plain === null ? null : { whole: plain[1] ?? '', decimals: plain[2] ?? '' };
}

/** Removes the currency's own sign or name before and after the number. Another currency's sign stays, so the text is not a number. */
function withoutCurrency(text: string, currency: string): string {
  const { before, after } = currencySigns(currency);
  let rest = trimInvisible(text);
  const first = before.find((sign) => folded(rest.slice(0, sign.length)) === sign);
  if (first !== undefined) rest = trimInvisible(rest.slice(first.length));
  const last = after.find((sign) => folded(rest.slice(-sign.length)) === sign);
  return last === undefined ? rest : trimInvisible(rest.slice(0, -last.length));
}

const folded = (sign: string): string => sign.toLowerCase().replace(/\p{Zs}/gu, ' ');
