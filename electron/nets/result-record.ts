import { maskCardNumbers } from '../../shared/card-number.ts';
import type { Card } from '../../shared/payment.ts';
import { isJsonObject, type JsonObject, memberOf } from '../http/json.ts';
import type { TransactionRecord } from '../payments/outcome.ts';
import { readDcc } from './optional-data.ts';
import { readAmount, readCode, readOrderId, readResponseCode, readResultCode, readTerminalId, readText } from './wire-values.ts';

/** A record, and the words in it that tell why it is what it is. */
export type ReadRecord = { readonly record: TransactionRecord; readonly reasons: readonly string[] };

const ISO_TIME = /^\d{4}-\d\d-\d\dT[\d:.]{5,20}(?:Z|[+-]\d\d:?\d\d)?$/;
const TERMINAL_TIME = /^20\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d$/;
const TIME = new RegExp(`${ISO_TIME.source}|${TERMINAL_TIME.source}`);

const MISSING_RECORD: ReadRecord = {
  record: {
    result: null,
    totalMinor: null,
    tipMinor: null,
    surchargeMinor: null,
    orderId: null,
    stan: null,
    timeStamp: null,
    card: null,
    responseCode: null,
    cvm: null,
    sessionNumber: null,
  },
  reasons: [],
};

/**
 * Reads one result record (`localModeEventArgs`) and what stands around it.
 * @param value the record as it came. Absent, null, blank and `{}` are no record: `null`. Anything else that is no object is a
 *   record that nobody can read: it proves nothing, and it keeps the texts beside it from proving "never started".
 * @param around the objects that hold it, innermost first: card brand and order id may stand there instead.
 */
export function readRecord(value: unknown, around: readonly JsonObject[]): ReadRecord | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' && value.trim() === '') return null;
  if (!isJsonObject(value)) return MISSING_RECORD;
  if (Object.keys(value).length === 0) return null;

  const reasons = ['RejectionReason', 'RejectionSource'].flatMap((name) => readText(memberOf(value, name), 500) ?? []);
  const terminalId = readTerminalId(value);
  const dcc = readDcc(memberOf(value, 'OptionalData'));
  const stan = readCode(memberOf(value, 'StanAuth'), /^[\w ./-]{1,32}$/);
  return {
    record: {
      result: readResultCode(memberOf(value, 'Result')),
      totalMinor: readAmount(memberOf(value, 'TotalAmount')),
      tipMinor: readAmount(memberOf(value, 'TipAmount')),
      surchargeMinor: readAmount(memberOf(value, 'SurchargeAmount')),
      orderId: readOrderId(value, ...around),
      stan: stan === null ? null : maskCardNumbers(stan),
      timeStamp: readCode(memberOf(value, 'TimeStamp'), TIME),
      card: readCard(value, around),
      responseCode: readResponseCode(memberOf(value, 'ResponseCode')),
      cvm: readCode(memberOf(value, 'CVM'), /^\d{1,2}$/),
      sessionNumber: readCode(memberOf(value, 'SessionNumber'), /^[\w-]{1,12}$/),
      ...(dcc === null ? {} : { dcc }),
      ...(terminalId === null ? {} : { terminalId: maskCardNumbers(terminalId) }),
    },
    reasons,
  };
}

/** What stands where a record must stand and holds none. */
export const missingRecord = (): ReadRecord => MISSING_RECORD;

/** Brand and the last four digits. More of the card number never leaves this function, whatever Nets sends. */
function readCard(record: JsonObject, around: readonly JsonObject[]): Card | null {
  const last4 = readCode(memberOf(record, 'TruncatedPAN'), /\d{4}$/)?.slice(-4) ?? null;
  const named = [...around.map((holder) => memberOf(holder, 'cardType')), memberOf(record, 'cardType'), memberOf(record, 'CardIssuerName')];
  const brand = named.map((value) => readText(value, 200)).find((text) => text !== null) ?? '';
  if (brand === '' && last4 === null) return null;
  return { brand: maskCardNumbers(brand).slice(0, 40).trim(), last4 };
}
