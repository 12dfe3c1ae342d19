import { isJsonObject, type JsonObject } from '../http/json.ts';
import { ORDER_ID_NAMES, TERMINAL_ID_NAMES } from './wire-values.ts';

/** Names that decide about money. Standing twice in one object they contradict themselves, and JSON.parse would hide it. */
const DECIDING_NAMES: readonly string[] = [
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
];

/** Each string of a JSON text in turn, so that quotes inside one are never taken for the next; with its colon where it is a name. */
const STRING = /"((?:[^"\\]|\\.)*)"(\s*:)?/g;

/** The body as one JSON object with unambiguous members, or null. A byte order mark before it is harmless. */
export function parseJsonObject(body: string): JsonObject | null {
  const text = body.startsWith('\uFEFF') ? body.slice(1) : body;
  let kept = 0;
  try {
    const value: unknown = JSON.parse(text, (name, member: unknown) => {
      if (DECIDING_NAMES.includes(name)) kept += 1;
      return member;
    });
    return isJsonObject(value) && countWritten(text) === kept ? value : null;
  } catch {
    // No JSON, cut off, or nested so deeply that reading it would exhaust the stack.
    return null;
  }
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

function countWritten(json: string): number {
  let written = 0;
  for (const [, name = '', colon] of json.matchAll(STRING)) {
    if (colon !== undefined && DECIDING_NAMES.includes(spelledOut(name))) written += 1;
  }
  return written;
}

/** `\u0052esult` is `Result` to whoever reads it. */
const spelledOut = (name: string): string => (name.includes('\\') ? String(JSON.parse(`"${name}"`)) : name);
