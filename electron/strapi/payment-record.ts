import { environments, moneyMovedSchema, paymentKinds, paymentStateNames } from '../../shared/payment.ts';
import { referenceKey } from '../../shared/reference.ts';
import { isJsonObject, type JsonObject, memberOf } from '../http/json.ts';
import type { SeenPayment, SharedPayment } from '../payments/rules/shared-payment.ts';
import { fieldsOf, NETS_ID, nameOf } from './record-shape.ts';

/** Strapi keeps no longer text in a field. A longer key is cut on both sides, and the whole reference is compared after reading. */
const LONGEST_KEY = 200;
/** Ids as this program makes them, for payments and installations. */
const OWN_ID = /^[A-Za-z0-9-]{1,64}$/;
const CURRENCY = /^[A-Z]{3}$/;
/** A reference has 80 characters at most. */
const LONGEST_REFERENCE = 160;
const MAX_MINOR = 2_147_483_647;

/** What a record is found by. */
export const storedKey = (reference: string): string => [...referenceKey(reference)].slice(0, LONGEST_KEY).join('');

/** Who writes a record: this PC's installation, and its own point of sale, which the terminal may not be in. */
export type Writer = { readonly installation: string; readonly desk: string | null };

/** A record of the content type `pos-payment` (resources/strapi), as it is written. Nothing else of a payment leaves this PC here. */
export const toRecord = (payment: SharedPayment, { installation, desk }: Writer) => ({
  paymentId: payment.paymentId,
  originalId: payment.originalId,
  reference: payment.reference,
  referenceKey: storedKey(payment.reference),
  amountMinor: payment.amountMinor,
  chargedMinor: payment.chargedMinor,
  currency: payment.currency,
  kind: payment.kind,
  state: payment.state,
  moneyMoved: payment.moneyMoved,
  terminalId: payment.terminalId,
  terminalName: payment.terminalName,
  desk: desk ?? payment.desk,
  installation,
  environment: payment.environment,
  startedAt: payment.startedAt,
  changedAt: payment.changedAt,
});

/** The records of other installations. One that this program could not have written is left out: it warns nobody of what nobody can read. */
export function readPaymentRecords(records: readonly unknown[], installation: string): readonly SeenPayment[] {
  return records.flatMap((record) => {
    const fields = fieldsOf(record);
    if (memberOf(fields, 'installation') === installation) return [];
    const payment = readRecord(fields);
    return payment === null ? [] : [payment];
  });
}

function readRecord(fields: JsonObject): SeenPayment | null {
  const paymentId = idOf(memberOf(fields, 'paymentId'));
  const kind = oneOf(paymentKinds, memberOf(fields, 'kind'));
  const state = oneOf(paymentStateNames, memberOf(fields, 'state'));
  const moneyMoved = oneOf(moneyMovedSchema.options, memberOf(fields, 'moneyMoved'));
  const environment = oneOf(environments, memberOf(fields, 'environment'));
  const amountMinor = minorOf(memberOf(fields, 'amountMinor'));
  const chargedMinor = minorOf(memberOf(fields, 'chargedMinor'));
  const currency = memberOf(fields, 'currency');
  const startedAt = timeOf(memberOf(fields, 'startedAt'));
  const changedAt = timeOf(memberOf(fields, 'changedAt'));
  const reference = memberOf(fields, 'reference') ?? '';
  if (paymentId === null || kind === null || state === null || moneyMoved === null || environment === null) return null;
  if (amountMinor === null || chargedMinor === null || startedAt === null || changedAt === null) return null;
  if (typeof currency !== 'string' || !CURRENCY.test(currency)) return null;
  if (typeof reference !== 'string' || reference.length > LONGEST_REFERENCE) return null;
  const terminalId = memberOf(fields, 'terminalId');
  return {
    ...{ paymentId, kind, state, moneyMoved, environment, amountMinor, chargedMinor, currency, startedAt, changedAt },
    originalId: idOf(memberOf(fields, 'originalId')),
    referenceKey: referenceKey(reference),
    terminalId: typeof terminalId === 'string' && NETS_ID.test(terminalId) ? terminalId : null,
    terminalName: nameOf(memberOf(fields, 'terminalName')),
    desk: nameOf(memberOf(fields, 'desk')),
  };
}

const idOf = (value: unknown): string | null => (typeof value === 'string' && OWN_ID.test(value) ? value : null);

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | null => known.find((one) => one === value) ?? null;

const minorOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MAX_MINOR ? value : null;

/** A time as Strapi writes it, with milliseconds and in UTC, so that times can be compared as texts. */
function timeOf(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 40) return null;
  const millis = Date.parse(value);
  return Number.isNaN(millis) ? null : new Date(millis).toISOString();
}

/** Whether Strapi's answer is this payment's own record. */
export const isRecordOf = (paymentId: string, record: unknown): record is JsonObject =>
  isJsonObject(record) && memberOf(fieldsOf(record), 'paymentId') === paymentId;
