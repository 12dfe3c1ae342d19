import type { Terminal, TerminalFault } from '../../shared/terminal.ts';
import { isJsonObject, type JsonObject, memberOf } from '../http/json.ts';
import { fieldsOf, keyOf, NETS_ID, nameOf, textOf, unwrapped } from './record-shape.ts';

/**
 * Turns Strapi's records into terminals. A bad record is never dropped: support must see on the screen what is wrong in Strapi. A record
 * without a usable id gets one that nothing can be sent to.
 *
 * @param records `data` of all pages, in Strapi's order, from Strapi 5 (flat) or 4 (`attributes`, `{data: …}`)
 */
export const readTerminals = (records: readonly unknown[]): readonly Terminal[] => withoutDuplicates(readRecords(records, 0));

/** A record as it was read, and the id that it gets if its own cannot be used. */
export type ReadRecord = { readonly terminal: Terminal; readonly unusableId: string };

/**
 * Reads one page of records, so that a long list is not read in one go.
 * @param from how many records were read before this page
 */
export const readRecords = (records: readonly unknown[], from: number): readonly ReadRecord[] =>
  records.map((record, index) => readRecord(record, from + index));

/** All terminals. If an id occurs twice, each terminal that has it gets a fault. */
export function withoutDuplicates(records: readonly ReadRecord[]): readonly Terminal[] {
  const seen = new Map<string, number>();
  for (const { terminal } of records) seen.set(terminal.terminalId, (seen.get(terminal.terminalId) ?? 0) + 1);
  const taken = new Set<string>();
  return records.map(({ terminal, unusableId }) => {
    if (seen.get(terminal.terminalId) === 1) return terminal;
    const first = !taken.has(terminal.terminalId);
    taken.add(terminal.terminalId);
    // The id itself is valid, so the first terminal with it stays usable. Which of the names is right cannot be known.
    return { ...terminal, ...(first ? {} : { terminalId: unusableId }), fault: 'duplicate-id' };
  });
}

/** An id that no terminal of Nets can have, so nothing is ever sent to it. */
const unusableIdOf = (record: unknown, index: number): string => `#${(isJsonObject(record) ? shortKeyOf(record) : null) ?? index + 1}`;

const shortKeyOf = (record: JsonObject): string | null => keyOf(record)?.slice(0, 30) ?? null;

function readRecord(record: unknown, index: number): ReadRecord {
  const fields = fieldsOf(record);
  const wantedId = memberOf(fields, 'terminalId');
  const id = typeof wantedId === 'number' ? String(wantedId) : textOf(wantedId);
  const usable = id !== null && NETS_ID.test(id);
  const name = nameOf(memberOf(fields, 'name'));
  const place = unwrapped(memberOf(fields, 'pointOfSale'));
  const placeId = isJsonObject(place) ? shortKeyOf(place) : null;
  const unusableId = unusableIdOf(record, index);
  const fault: TerminalFault | null = usable ? (name === null ? 'bad-name' : null) : 'bad-id';
  const terminal: Terminal = {
    terminalId: usable ? id : unusableId,
    name: name ?? (usable ? id : `#${index + 1}`),
    // Inactive only if the customer said so: a field that was never set does not forbid the terminal.
    active: memberOf(fields, 'active') !== false,
    location: nameOf(memberOf(fields, 'location')) ?? '',
    pointOfSale: nameOf(memberOf(fieldsOf(place), 'name')),
    ...(placeId === null ? {} : { pointOfSaleId: placeId }),
    // An empty relation comes as null. Strapi leaves a relation out if the token has no right to it.
    ...(isRelationHidden(fields) ? { placeHidden: true as const } : {}),
    ...(fault === null ? {} : { fault }),
  };
  return { terminal, unusableId };
}

/** Checked only for a record of a terminal. */
const isRelationHidden = (fields: JsonObject): boolean => Object.hasOwn(fields, 'terminalId') && !Object.hasOwn(fields, 'pointOfSale');
