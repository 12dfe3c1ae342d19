import { cutText } from '../../shared/cut-text.ts';
import { type JsonObject, memberOf } from '../http/json.ts';
import { isKeepable, keptText } from '../masking/kept-text.ts';
import { isSecret } from '../masking/secrets.ts';

/** Readers for single values. Each returns `null` for anything but the exact form, because a guessed value would be guessed money. */

const LARGEST_AMOUNT = 999_999_999;

/**
 * An amount in minor units: a non-negative integer of at most 9 digits, as a number or a string. Everything else (empty, blank, null) is
 * missing, never 0.
 */
export function readAmount(value: unknown): number | null {
  if (typeof value === 'number') return isWholeCount(value) && value <= LARGEST_AMOUNT ? value : null;
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number.parseInt(value, 10) : null;
}

/** `Result`: 0 only as the number 0 or the string `0`. `"00"`, `" 0"`, `""`, `false`, `[]` and -0 are not 0, so they approve nothing. */
export function readResultCode(value: unknown): number | null {
  if (typeof value === 'number') return isWholeCount(value) ? value : null;
  return typeof value === 'string' && /^(?:0|[1-9]\d{0,2})$/.test(value) ? Number.parseInt(value, 10) : null;
}

/** A code that may come as a number or as text, such as `CVM` or `SessionNumber`; `null` if it does not match `shape`. */
export function readCode(value: unknown, shape: RegExp): string | null {
  const text = typeof value === 'number' && isWholeCount(value) ? String(value) : value;
  if (typeof text !== 'string' || text.length > 200) return null;
  const trimmed = text.trim();
  return trimmed !== '' && shape.test(trimmed) ? trimmed : null;
}

/** The host's answer in two characters: the number 5 and the text `5` both mean `05`. */
export function readResponseCode(value: unknown): string | null {
  return readCode(value, /^[0-9A-Za-z]{1,4}$/)?.padStart(2, '0') ?? null;
}

/** Text for matching and for people, cut to `maxLength` first. */
export function readText(value: unknown, maxLength: number): string | null {
  if (typeof value !== 'string') return null;
  const text = value.slice(0, maxLength).trim();
  return text === '' ? null : text;
}

/** A code that may be stored: it matches `shape` and holds no card number and no secret. */
export function readKeptCode(value: unknown, shape: RegExp): string | null {
  const code = readCode(value, shape);
  return code !== null && isKeepable(code) ? code : null;
}

/** An id in Nets' list. Nets' own are eight digits. Other forms are allowed, but nothing that could be a card number. */
export const readListedId = (value: unknown): string | null => readKeptCode(value, /^[\w.-]{1,40}$/);

const UNREADABLE_ID = '(unreadable)';
const LONGEST_ID = 64;

export const ORDER_ID_NAMES = ['orderId', 'OrderId', 'OrderID', 'orderID'] as const;

/**
 * The order id of a record, from every object that may hold it, in every spelling. A value that is not a text must not count as absent: a
 * success without an order id is taken for ours, one with another id is not. Two different ids are joined, and so equal no order id.
 */
export function readOrderId(...holders: readonly JsonObject[]): string | null {
  return readId(holders.flatMap((holder) => ORDER_ID_NAMES.map((name) => memberOf(holder, name))));
}

export const TERMINAL_ID_NAMES = ['TerminalID', 'TerminalId', 'terminalId'] as const;

/** The terminal id of a record, in every spelling; null if there is none. A value that cannot be an id equals no terminal's. */
export function readTerminalId(record: JsonObject): string | null {
  return readId(TERMINAL_ID_NAMES.map((name) => memberOf(record, name)));
}

/**
 * An id that masking had to change is marked, so that it equals no order id: ours never hold a card number, a secret or a hidden character.
 */
function readId(values: readonly unknown[]): string | null {
  const ids = new Set<string>();
  for (const value of values) {
    if (value === undefined || value === null) continue;
    const id = typeof value === 'number' ? String(value) : value;
    if (typeof id !== 'string') ids.add(UNREADABLE_ID);
    else if (id.slice(0, 200).trim() !== '') ids.add(keptId(id.slice(0, 200).trim()));
  }
  return ids.size === 0 ? null : [...ids].join(' / ');
}

/**
 * Our own order ids (system/ids.ts) and terminal ids. They are stored unchanged, because an approval is recognised by them. Neither can be
 * a full card number: ours always hold a letter, and twelve digits are too few.
 */
const OWN_ID = /^(?:(?=.*[A-Z])[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){2}|\d{1,12})$/;

function keptId(id: string): string {
  if (OWN_ID.test(id) && !isSecret(id)) return id;
  const kept = keptText(id, LONGEST_ID);
  return kept === cutText(id, LONGEST_ID) ? kept : `${kept}·`;
}

function isWholeCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);
}
