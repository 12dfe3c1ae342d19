import { cutText } from '../../shared/cut-text.ts';
import { harmless } from '../../shared/harmless.ts';
import type { Terminal, TerminalFault } from '../../shared/terminal.ts';
import { isJsonObject, type JsonObject, memberOf } from '../http/json.ts';
import { isKeepable } from '../masking/kept-text.ts';

const MAX_NAME = 80;
/** Nets' ids are eight digits; a little room is left for what nobody here has seen. */
const NETS_ID = /^\d{4,12}$/;
/** Strapi 5's own ids are 24 small letters and digits, 4's are counted; a card number is neither. */
const STRAPI_KEY = /^(?:\d{1,12}|[A-Za-z0-9_-]{1,40})$/;
/** What is longer than this is no name, and of no more of it anybody reads a word. In UTF-16 units. */
const LONGEST_MEMBER = 320;

/**
 * Strapi's records as terminals. A bad record is never dropped: support must see on the screen what is wrong in Strapi. One
 * without a usable id gets one that nothing can be sent to.
 *
 * @param records `data` of all pages, in Strapi's order; Strapi 5 (flat) and 4 (`attributes`, `{data: …}`) alike
 */
export const readTerminals = (records: readonly unknown[]): readonly Terminal[] => withoutDuplicates(readRecords(records, 0));

/** A record as it was read, with the id that it gets where its own cannot be used. */
export type ReadRecord = { readonly terminal: Terminal; readonly unusableId: string };

/** One page's records, so that no more than those are read in one go. @param from how many were read before them */
export const readRecords = (records: readonly unknown[], from: number): readonly ReadRecord[] =>
  records.map((record, index) => readRecord(record, from + index));

/** All of them together: an id that stands twice is a fault of each that has it. */
export function withoutDuplicates(records: readonly ReadRecord[]): readonly Terminal[] {
  const seen = new Map<string, number>();
  for (const { terminal } of records) seen.set(terminal.terminalId, (seen.get(terminal.terminalId) ?? 0) + 1);
  const taken = new Set<string>();
  return records.map(({ terminal, unusableId }) => {
    if (seen.get(terminal.terminalId) === 1) return terminal;
    const first = !taken.has(terminal.terminalId);
    taken.add(terminal.terminalId);
    // The id itself is good, so the first of them stays usable; which name is right nobody can tell.
    return { ...terminal, ...(first ? {} : { terminalId: unusableId }), fault: 'duplicate-id' };
  });
}

/** No terminal of Nets' can have it, and nothing is ever sent to it. */
const unusableIdOf = (record: unknown, index: number): string => `#${(isJsonObject(record) ? keyOf(record) : null) ?? index + 1}`;

/** Strapi 5's name of a record for itself, or 4's number. */
function keyOf(record: JsonObject): string | null {
  const key = textOf(memberOf(record, 'documentId')) ?? memberOf(record, 'id');
  const text = typeof key === 'number' ? String(key) : key;
  if (typeof text !== 'string' || !STRAPI_KEY.test(text) || !isKeepable(text)) return null;
  return text.slice(0, 30);
}

function readRecord(record: unknown, index: number): ReadRecord {
  const fields = fieldsOf(record);
  const wantedId = memberOf(fields, 'terminalId');
  const id = typeof wantedId === 'number' ? String(wantedId) : textOf(wantedId);
  const usable = id !== null && NETS_ID.test(id);
  const name = nameOf(memberOf(fields, 'name'));
  const place = unwrapped(memberOf(fields, 'pointOfSale'));
  const placeId = isJsonObject(place) ? keyOf(place) : null;
  const unusableId = unusableIdOf(record, index);
  const fault: TerminalFault | null = usable ? (name === null ? 'bad-name' : null) : 'bad-id';
  const terminal: Terminal = {
    terminalId: usable ? id : unusableId,
    name: name ?? (usable ? id : `#${index + 1}`),
    // Only the customer's own "no" is one: a field that nobody ever set forbids nothing.
    active: memberOf(fields, 'active') !== false,
    location: nameOf(memberOf(fields, 'location')) ?? '',
    pointOfSale: nameOf(memberOf(fieldsOf(place), 'name')),
    ...(placeId === null ? {} : { pointOfSaleId: placeId }),
    // Empty is null. Strapi leaves out what the token has no right to.
    ...(isRelationHidden(fields) ? { placeHidden: true as const } : {}),
    ...(fault === null ? {} : { fault }),
  };
  return { terminal, unusableId };
}

/** Only for what is a record of a terminal at all. */
const isRelationHidden = (fields: JsonObject): boolean => Object.hasOwn(fields, 'terminalId') && !Object.hasOwn(fields, 'pointOfSale');

/** Strapi 4 puts a record's fields into `attributes`, and a relation into `data`. */
function fieldsOf(record: unknown): JsonObject {
  if (!isJsonObject(record)) return {};
  const attributes = memberOf(record, 'attributes');
  return isJsonObject(attributes) ? attributes : record;
}
const unwrapped = (relation: unknown): unknown =>
  isJsonObject(relation) && Object.hasOwn(relation, 'data') ? memberOf(relation, 'data') : relation;

function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.slice(0, LONGEST_MEMBER).trim();
  return text === '' ? null : text;
}

/** Text for the screen: bounded before anything else reads it, in one harmless line, and never a card number. */
function nameOf(value: unknown): string | null {
  const text = textOf(value);
  // Looked at beyond what is shown: half a card number would pass for none.
  const line = text === null ? '' : harmless(text, LONGEST_MEMBER).replace(/\s+/g, ' ').trim();
  if (line === '' || !isKeepable(line)) return null;
  return cutText(line, MAX_NAME).trim();
}
