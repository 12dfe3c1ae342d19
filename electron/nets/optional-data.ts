import type { Dcc } from '../../shared/payment.ts';
import { isJsonObject, memberOf } from '../http/json.ts';
import { readAmount } from './wire-values.ts';

const LONGEST = 20_000;
const CURRENCY = /^[A-Z]{3}$/;

/**
 * The guest's own currency, if they chose to pay in it: `od.dcc` in `OptionalData`, which is JSON inside a string. `ccura` and `cam` are
 * told apart by their form. Null for anything else: this value never decides whether money moved.
 */
export function readDcc(optionalData: unknown): Dcc | null {
  const root = objectIn(optionalData);
  const od = root === null ? null : memberOf(root, 'od');
  const dcc = memberOf(isJsonObject(od) ? od : (root ?? {}), 'dcc');
  if (!isJsonObject(dcc)) return null;
  const values = ['ccura', 'cam'].map((name) => memberOf(dcc, name));
  const currency = values.map(trimmed).find((value) => value !== null && CURRENCY.test(value)) ?? null;
  if (currency === null) return null;
  const amounts = values.map((value) => readAmount(typeof value === 'string' ? value.trim() : value));
  return { currency, amountMinor: amounts.find((amount) => amount !== null) ?? null };
}

function objectIn(value: unknown): Record<string, unknown> | null {
  if (isJsonObject(value)) return { ...value };
  if (typeof value !== 'string' || value.length > LONGEST) return null;
  try {
    const json: unknown = JSON.parse(value);
    return isJsonObject(json) ? { ...json } : null;
  } catch {
    return null;
  }
}

const trimmed = (value: unknown): string | null => (typeof value === 'string' ? value.trim() : null);
