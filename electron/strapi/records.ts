import { holdsCardNumber } from '../../shared/card-number.ts';
import type { Terminal, TerminalFault } from '../../shared/terminal.ts';
import { isJsonObject, type JsonObject, memberOf } from '../http/json.ts';

const MAX_NAME = 80;
/** Nets' ids are eight digits; a little room is left for what nobody here has seen. */
const NETS_ID = /^\d{4,12}$/;

/**
 * Strapi's records as terminals. A bad record is never dropped: support must see on the screen what is wrong in Strapi. One
 * without a usable id gets one that nothing can be sent to.
 *
 * @param records `data` of all pages, in Strapi's order; Strapi 5 (flat) and 4 (`attributes`, `{data: …}`) alike
 */
export function readTerminals(records: readonly unknown[]): readonly Terminal[] {
  const seen = new Map<string, number>();
  const terminals = records.map((record, index) => readTerminal(record, index));
  for (const { terminalId } of terminals) seen.set(terminalId, (seen.get(terminalId) ?? 0) + 1);
  const taken = new Set<string>();
  return terminals.map((terminal, index) => {
    if (seen.get(terminal.terminalId) === 1) return terminal;
    const first = !taken.has(terminal.terminalId);
    taken.add(terminal.terminalId);
    // The id itself is good, so the first of them stays usable; which name is right nobody can tell.
    return { ...terminal, ...(first ? {} : { terminalId: unusableId(records[index], index) }), fault: 'duplicate-id' };
  });
}

/** No terminal of Nets' can have it, and nothing is ever sent to it. */
const unusableId = (record: unknown, index: number): string => {
  const key = isJsonObject(record) ? keyOf(record) : null;
  return `#${key ?? index + 1}`;
};

/** Strapi 5's name of a record for itself, or 4's number. */
function keyOf(record: JsonObject): string | null {
  const key = textOf(memberOf(record, 'documentId')) ?? memberOf(record, 'id');
  return typeof key === 'string' || typeof key === 'number' ? String(key).slice(0, 30) : null;
}

function readTerminal(record: unknown, index: number): Terminal {
  const fields = fieldsOf(record);
  const wantedId = memberOf(fields, 'terminalId');
  const id = typeof wantedId === 'number' ? String(wantedId) : textOf(wantedId);
  const usable = id !== null && NETS_ID.test(id);
  const name = nameOf(memberOf(fields, 'name'));
  const place = unwrapped(memberOf(fields, 'pointOfSale'));
  const placeId = isJsonObject(place) ? keyOf(place) : null;
  const fault: TerminalFault | null = usable ? (name === null ? 'bad-name' : null) : 'bad-id';
  return {
    terminalId: usable ? id : unusableId(record, index),
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
  const text = value.trim();
  return text === '' ? null : text;
}

/** Text for the screen: bounded, in one line, and never a card number. */
function nameOf(value: unknown): string | null {
  const text =
    textOf(value)
      ?.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
      .trim() ?? null;
  if (text === null || text === '' || holdsCardNumber(text)) return null;
  return text.slice(0, MAX_NAME);
}
