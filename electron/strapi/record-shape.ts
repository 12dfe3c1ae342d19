import { cutText } from '../../shared/cut-text.ts';
import { harmless } from '../../shared/harmless.ts';
import { isJsonObject, type JsonObject, memberOf } from '../http/json.ts';
import { isKeepable } from '../masking/kept-text.ts';

const MAX_NAME = 80;
/** Nets' ids are eight digits. A few other lengths are accepted. */
export const NETS_ID = /^\d{4,12}$/;
/** Strapi 5's record ids are 24 small letters and digits, Strapi 4's are numbers. Neither can be a card number. */
const STRAPI_KEY = /^(?:\d{1,12}|[A-Za-z0-9_-]{1,40})$/;
/** Nothing longer is a name; no more of it is read. In UTF-16 units. */
const LONGEST_MEMBER = 320;

/** Strapi 4 puts a record's fields into `attributes`, and a relation into `data`. */
export function fieldsOf(record: unknown): JsonObject {
  if (!isJsonObject(record)) return {};
  const attributes = memberOf(record, 'attributes');
  return isJsonObject(attributes) ? attributes : record;
}
export const unwrapped = (relation: unknown): unknown =>
  isJsonObject(relation) && Object.hasOwn(relation, 'data') ? memberOf(relation, 'data') : relation;

/** Strapi 5's document id, or Strapi 4's number. It may stand in a path as it is. */
export function keyOf(record: JsonObject): string | null {
  const key = textOf(memberOf(record, 'documentId')) ?? memberOf(record, 'id');
  const text = typeof key === 'number' ? String(key) : key;
  if (typeof text !== 'string' || !STRAPI_KEY.test(text) || !isKeepable(text)) return null;
  return text;
}

export function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.slice(0, LONGEST_MEMBER).trim();
  return text === '' ? null : text;
}

/** Text for the screen: cut first, one harmless line, and never a card number. */
export function nameOf(value: unknown): string | null {
  const text = textOf(value);
  // Checked before it is cut: half a card number would not be recognised as one.
  const line = text === null ? '' : harmless(text, LONGEST_MEMBER).replace(/\s+/g, ' ').trim();
  if (line === '' || !isKeepable(line)) return null;
  return cutText(line, MAX_NAME).trim();
}
