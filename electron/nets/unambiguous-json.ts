import { readJson } from '../../shared/json-text.ts';
import { isJsonObject, type JsonObject } from '../http/json.ts';
import { ORDER_ID_NAMES, TERMINAL_ID_NAMES } from './wire-values.ts';

/** Names that decide about money. An object with one of them twice contradicts itself, and JSON.parse would silently take the last. */
const DECIDING_NAMES: ReadonlySet<string> = new Set([
  'result',
  'failure',
  'localModeEventArgs',
  'latestTransactionResult',
  'Result',
  'TotalAmount',
  'StanAuth',
  ...ORDER_ID_NAMES,
  ...TERMINAL_ID_NAMES,
  // These can prove "never started".
  'error',
  'message',
  'text',
  'code',
  'errorCode',
  'ErrorCode',
]);

/** The body as one JSON object, or null if it is not JSON, is cut off, has one of the names above twice, or is nested too deep. */
export function parseJsonObject(body: string): JsonObject | null {
  const read = readJson(body, (name) => DECIDING_NAMES.has(name));
  return read.ok && isJsonObject(read.value) ? read.value : null;
}

/** The body as a JSON object, even if it contradicts itself. Use it for its form only, never for its values. */
export function parseContradictory(body: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(body.startsWith('\uFEFF') ? body.slice(1) : body);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
