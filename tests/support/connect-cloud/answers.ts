import { approvedRecord, chargedTotal, type Order, type RecordPlace, receiptText, rejectedRecord } from './records.ts';
import type { Answer, Approval, Rejection, Said, Truth } from './script.ts';
import { isObject, type JsonObject, jsonAnswer, type WireAnswer } from './wire.ts';

/**
 * Bodies of the answers. Where nets-connect-cloud.md leaves a shape open, the choice is made here and nowhere else:
 * - the orderId of an approval stands beside `localModeEventArgs`, as the lookup has it (or inside, by script);
 * - an administrative success is `{"result":[{"localModeEventArgs":{"Result":1,…}}]}`;
 * - an empty history is answered in one of three ways, see `emptyLookup`.
 */
export interface Told {
  readonly answer: WireAnswer;
  readonly said: Said;
}

/** What one finished transaction left at the terminal. */
export interface Finished {
  readonly record: JsonObject;
  /** What the lookup shows beside the record; undefined: the member is missing. */
  readonly shownOrderId: string | undefined;
  readonly printText: string;
}

export function finishedApproval(approval: Approval, order: Order, stan: string, place: RecordPlace): Finished {
  const orderId = shownOrderId(approval, order);
  const record = approvedRecord(approval, order, stan, place);
  const text = receiptText(`${order.transactionType} ${chargedTotal(approval, order)}`, place);
  return { record, shownOrderId: orderId, printText: text };
}

export function finishedRejection(rejection: Rejection, place: RecordPlace): Finished {
  return { record: rejectedRecord(rejection, place), shownOrderId: undefined, printText: receiptText('REJECTED', place) };
}

export function tellTruth(answer: Answer, truth: Truth, finished: Finished | null, order: Order): Told {
  if (answer.kind === 'canned') {
    const { status, contentType, body, says } = answer;
    return { answer: { status, contentType, body }, said: says };
  }
  if (truth.kind === 'nothing' || finished === null) return { answer: jsonAnswer(400, { failure: {} }), said: 'unclear' };
  const changed = { ...finished.record, ...answer.record };
  const record = Object.fromEntries(Object.entries(changed).filter(([name]) => !answer.omit.includes(name)));
  if (truth.kind === 'rejected') return tellRejection(truth.rejection, record, finished, answer.status ?? 400);
  return tellApproval(truth.approval, record, finished, answer.status ?? 200, order);
}

function tellApproval(approval: Approval, record: JsonObject, finished: Finished, status: number, order: Order): Told {
  const id = finished.shownOrderId === undefined ? {} : { orderId: finished.shownOrderId };
  const inRecord = approval.orderIdIn === 'record';
  const element = {
    localModeEventArgs: inRecord ? { ...record, ...id } : record,
    ...(inRecord ? {} : id),
    customerReceipt: finished.printText,
    merchantReceipt: finished.printText,
    cardType: approval.card.brand,
    ...approval.elementExtra,
  };
  const foreign = finished.shownOrderId !== undefined && finished.shownOrderId !== order.orderId;
  return { answer: jsonAnswer(status, { result: [element] }), said: provesApproval(record) && !foreign ? 'approved' : 'unclear' };
}

function tellRejection(rejection: Rejection, record: JsonObject, finished: Finished, status: number): Told {
  const text = rejection.text === null ? {} : { error: rejection.text };
  const receipts = { customerReceipt: finished.printText, merchantReceipt: finished.printText };
  const failure = rejection.withRecord ? { ...text, localModeEventArgs: record, ...receipts } : text;
  const rejected = rejection.withRecord && (record['Result'] === 2 || record['Result'] === '2');
  return { answer: jsonAnswer(status, { failure }), said: rejected ? 'rejected' : 'unclear' };
}

/** Result is 0 only as 0 or '0'; an amount is a safe integer or 1 to 9 digits. Nothing else is approved. */
export function provesApproval(record: JsonObject): boolean {
  const { Result: result, TotalAmount: total } = record;
  const readable = Number.isSafeInteger(total) || (typeof total === 'string' && /^\d{1,9}$/.test(total));
  return (result === 0 || result === '0') && readable;
}

export type EmptyLookup = 'empty-result' | 'null-record' | 'not-found';

export function lookupAnswer(latest: Finished | undefined, empty: EmptyLookup): WireAnswer {
  if (latest === undefined) {
    if (empty === 'not-found') return jsonAnswer(404, { failure: { error: 'No transaction found' } });
    return jsonAnswer(200, { result: empty === 'null-record' ? { latestTransactionResult: null } : {} });
  }
  const id = latest.shownOrderId === undefined ? {} : { orderId: latest.shownOrderId };
  return jsonAnswer(200, { result: { latestTransactionResult: latest.record, ...id, printText: { Text: latest.printText } } });
}

/** The orderId that a lookup's answer proves approved, read from the bytes that are sent. */
export function approvalShownBy(answer: WireAnswer): string | null {
  try {
    const parsed: unknown = JSON.parse(answer.body);
    const result = isObject(parsed) ? parsed['result'] : null;
    if (!isObject(result)) return null;
    const { latestTransactionResult: record, orderId } = result;
    return isObject(record) && provesApproval(record) && typeof orderId === 'string' && orderId !== '' ? orderId : null;
  } catch {
    return null;
  }
}

export function administrationAnswer(place: RecordPlace): WireAnswer {
  return jsonAnswer(200, { result: [{ localModeEventArgs: { Result: 1, TerminalID: place.terminalId } }] });
}

export function reconciliationAnswer(place: RecordPlace): WireAnswer {
  const header = { timestamp: place.now.toISOString(), sessionNumber: place.session };
  return jsonAnswer(200, { result: { reconciliation: { header, printText: { Text: receiptText('RECONCILIATION', place) } } } });
}

export const busyAnswer: Told = { answer: jsonAnswer(400, { failure: { error: 'Terminal busy' } }), said: 'refused' };

export const notConnectedAnswer: Told = {
  answer: jsonAnswer(400, { failure: { error: '8013 Invalid terminal ID or terminal not connected' } }),
  said: 'refused',
};

/** The documentation lists 9001 as a code that was seen and not as a proof, so it proves nothing. */
export const notParsedAnswer: Told = {
  answer: jsonAnswer(400, { failure: { error: '9001 Message could not be parsed' } }),
  said: 'unclear',
};

export function unauthorisedAnswer(objection: string): WireAnswer {
  return jsonAnswer(401, { error: `9100 unauthorised: ${objection}` });
}

function shownOrderId(approval: Approval, order: Order): string | undefined {
  if (approval.orderId === 'missing') return undefined;
  return approval.orderId === 'echo' ? (order.orderId ?? undefined) : approval.orderId.foreign;
}
