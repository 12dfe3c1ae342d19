import { cutText } from '../../shared/cut-text.ts';
import { type JsonObject, memberOf } from '../http/json.ts';
import { isKeepable, keptText } from '../masking/kept-text.ts';
import { isSecret } from '../masking/secrets.ts';

/**
 * Single values as they come from the wire. Each reader answers `null` for anything that is not exactly what it may be:
 * a value that is guessed here would be money that is guessed.
 */

/** Minor units: a safe non-negative integer, or a string of 1 to 9 digits. Empty, blank, null and the rest are missing, never 0. */
export function readAmount(value: unknown): number | null {
  if (typeof value === 'number') return isWholeCount(value) ? value : null;
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number.parseInt(value, 10) : null;
}

/** `Result`: 0 only as the number 0 or the string `0`. `"00"`, `" 0"`, `""`, `false`, `[]` and -0 are no 0, and so approve nothing. */
export function readResultCode(value: unknown): number | null {
  if (typeof value === 'number') return isWholeCount(value) ? value : null;
  return typeof value === 'string' && /^(?:0|[1-9]\d{0,2})$/.test(value) ? Number.parseInt(value, 10) : null;
}

/** A code that may come as a number or as text, such as `CVM` or `SessionNumber`; `null` unless it looks like `shape`. */
export function readCode(value: unknown, shape: RegExp): string | null {
  const text = typeof value === 'number' && isWholeCount(value) ? String(value) : value;
  if (typeof text !== 'string' || text.length > 200) return null;
  const trimmed = text.trim();
  return trimmed !== '' && shape.test(trimmed) ? trimmed : null;
}

/** The host's answer, two characters: the number 5 and the text `5` are the host's `05`. */
export function readResponseCode(value: unknown): string | null {
  return readCode(value, /^[0-9A-Za-z]{1,4}$/)?.padStart(2, '0') ?? null;
}

/** Text for matching and for people, bounded before anything else looks at it. */
export function readText(value: unknown, maxLength: number): string | null {
  if (typeof value !== 'string') return null;
  const text = value.slice(0, maxLength).trim();
  return text === '' ? null : text;
}

/** Text that may be kept: a code of this shape, which is neither a card number nor a secret that somebody says back. */
export function readKeptCode(value: unknown, shape: RegExp): string | null {
  const code = readCode(value, shape);
  return code !== null && isKeepable(code) ? code : null;
}

/** An id in Nets' list. Nets' own are eight digits; room is left for what nobody here has seen, and none for a card number. */
export const readListedId = (value: unknown): string | null => readKeptCode(value, /^[\w.-]{1,40}$/);

const UNREADABLE_ID = '(unreadable)';
const LONGEST_ID = 64;

export const ORDER_ID_NAMES = ['orderId', 'OrderId', 'OrderID', 'orderID'] as const;

/**
 * The order id of a record from every object in which it may stand, in every spelling.
 * What is there but is no text must not count as absent: a success without order id is ours, one with a foreign id is
 * not. Two ids that differ are joined, and so equal nobody's.
 */
export function readOrderId(...holders: readonly JsonObject[]): string | null {
  return readId(holders.flatMap((holder) => ORDER_ID_NAMES.map((name) => memberOf(holder, name))));
}

export const TERMINAL_ID_NAMES = ['TerminalID', 'TerminalId', 'terminalId'] as const;

/** The terminal that a record names, in every spelling; null where it names none. What is there and is no id is nobody's. */
export function readTerminalId(record: JsonObject): string | null {
  return readId(TERMINAL_ID_NAMES.map((name) => memberOf(record, name)));
}

/** What had to be changed before it may be kept equals nobody's id any more: ours hold no card number, no secret and no hidden sign. */
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
 * An order id of ours (system/ids.ts), and a terminal's: kept as they are, because an approval is known by them. No full card number
 * has either form: ours hold a letter, and twelve digits are too few.
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
