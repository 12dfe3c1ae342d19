import { readJson } from '../../shared/json-text.ts';
import { isJsonObject, type JsonObject } from '../http/json.ts';
import { ORDER_ID_NAMES, TERMINAL_ID_NAMES } from './wire-values.ts';

/** Names that decide about money. Standing twice in one object they contradict themselves, and JSON.parse would hide it. */
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
  // The words and codes that can prove "never started".
  'error',
  'message',
  'text',
  'code',
  'errorCode',
  'ErrorCode',
]);

/** The body as one JSON object with unambiguous members, or null: no JSON, cut off, contradictory, or nested beyond measure. */
export function parseJsonObject(body: string): JsonObject | null {
  const read = readJson(body, (name) => DECIDING_NAMES.has(name));
  return read.ok && isJsonObject(read.value) ? read.value : null;
}

/** The body as a JSON object also where it contradicts itself: good for its shape only, never for what it says. */
export function parseContradictory(body: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(body.startsWith('\uFEFF') ? body.slice(1) : body);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
