import type { Card } from '../../shared/payment.ts';
import { isJsonObject, type JsonObject, memberOf } from '../http/json.ts';
import { keptText } from '../masking/kept-text.ts';
import type { TransactionRecord } from '../payments/core/outcome.ts';
import { readDcc } from './optional-data.ts';
import {
  readAmount,
  readCode,
  readKeptCode,
  readOrderId,
  readResponseCode,
  readResultCode,
  readTerminalId,
  readText,
} from './wire-values.ts';

/** A record, and its texts that say why it ended so. */
export type ReadRecord = {
  readonly record: TransactionRecord;
  readonly reasons: readonly string[];
  /** `StanAuth` exactly as it came. Used only to compare it with another record's. */
  readonly stanWritten: string | null;
};

const ISO_TIME = /^20\d\d-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?$/;
const TERMINAL_TIME = /^20\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d$/;
const TIME = new RegExp(`${ISO_TIME.source}|${TERMINAL_TIME.source}`);

/** Digits, and after them the authorisation code that some hosts give. */
const STAN = /^\d{1,12}(?:[ /-][0-9A-Z]{1,8})?$/;
/** A short name, and perhaps the card's last four digits. Other characters are removed. */
const BRAND = /^[\p{L}\p{M}\p{Zs}.&'/+()·-]*\d{0,4}$/u;
const NOT_BRAND = /[^\p{L}\p{M}\p{Zs}.&'/+-]+/gu;
const LONGEST_BRAND = 40;

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
  stanWritten: null,
};

/**
 * Reads one result record (`localModeEventArgs`) and the objects around it.
 * @param value the record as it came. Absent, null, blank and `{}` are no record: `null`. Anything else that is not an object is an
 *   unreadable record: it proves nothing, and the texts beside it do not prove "never started" either.
 * @param around the objects that hold the record, innermost first: they may hold the card brand and the order id instead.
 */
export function readRecord(value: unknown, around: readonly JsonObject[]): ReadRecord | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' && value.trim() === '') return null;
  if (!isJsonObject(value)) return MISSING_RECORD;
  if (Object.keys(value).length === 0) return null;

  const reasons = ['RejectionReason', 'RejectionSource'].flatMap((name) => readText(memberOf(value, name), 500) ?? []);
  const terminalId = readTerminalId(value);
  const dcc = readDcc(memberOf(value, 'OptionalData'));
  return {
    record: {
      result: readResultCode(memberOf(value, 'Result')),
      totalMinor: readAmount(memberOf(value, 'TotalAmount')),
      tipMinor: readAmount(memberOf(value, 'TipAmount')),
      surchargeMinor: readAmount(memberOf(value, 'SurchargeAmount')),
      orderId: readOrderId(value, ...around),
      stan: readKeptCode(memberOf(value, 'StanAuth'), STAN),
      timeStamp: readCode(memberOf(value, 'TimeStamp'), TIME),
      card: readCard(value, around),
      responseCode: readResponseCode(memberOf(value, 'ResponseCode')),
      cvm: readCode(memberOf(value, 'CVM'), /^\d{1,2}$/),
      sessionNumber: readKeptCode(memberOf(value, 'SessionNumber'), /^\d{1,12}$/),
      ...(dcc === null ? {} : { dcc }),
      ...(terminalId === null ? {} : { terminalId }),
    },
    reasons,
    stanWritten: readCode(memberOf(value, 'StanAuth'), /^/),
  };
}

/** Stands for a record that is missing or cannot be read. It proves nothing. */
export const missingRecord = (): ReadRecord => MISSING_RECORD;

/** Brand and the last four digits. The rest of the card number is dropped here, whatever Nets sends. */
function readCard(record: JsonObject, around: readonly JsonObject[]): Card | null {
  const last4 = readCode(memberOf(record, 'TruncatedPAN'), /\d{4}$/)?.slice(-4) ?? null;
  const named = [...around.map((holder) => memberOf(holder, 'cardType')), memberOf(record, 'cardType'), memberOf(record, 'CardIssuerName')];
  const text = named.map((value) => readText(value, 200)).find((found) => found !== null) ?? '';
  if (text === '' && last4 === null) return null;
  return { brand: brandOf(text), last4 };
}

function brandOf(text: string): string {
  const kept = keptText(text, LONGEST_BRAND).trim();
  return BRAND.test(kept)
    ? kept
    : kept
        .replace(NOT_BRAND, ' ')
        .replace(/\p{Zs}{2,}/gu, ' ')
        .trim();
}
