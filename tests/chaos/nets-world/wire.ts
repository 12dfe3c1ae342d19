/**
 * A world behind Connect@Cloud, written from Nets' interface only: it knows nothing about the program under test. It answers with a status,
 * a content type and a body.
 */
export interface WireAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** What an answer proves to a receiver who got all of it: by the interface's table only, not by what is true. */
export type Said = 'approved' | 'rejected' | 'refused' | 'nothing';
export interface Told {
  readonly answer: WireAnswer;
  readonly said: Said;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** Draws one of several options by weight. The first one is the ordinary course. */
export type Decide = (what: string, weights: readonly number[]) => number;

/** Virtual milliseconds. */
export interface WorldTime {
  now(): number;
  after(ms: number, fire: () => void): void;
}

export const json = (status: number, body: unknown): WireAnswer => ({
  status,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});
export const html = (status: number): WireAnswer => ({
  status,
  contentType: 'text/html',
  body: `<html><body><h1>${status} Bad Gateway</h1></body></html>`,
});

export const busy: Told = { answer: json(400, { failure: { error: 'Terminal busy' } }), said: 'refused' };
/** An overloaded gateway that uses the terminal's words but knows nothing. */
export const brokenGateway: Told = { answer: json(503, { failure: { error: 'Terminal busy' } }), said: 'nothing' };
export const notConnected: Told = {
  answer: json(400, { failure: { error: '8013 Invalid terminal ID or terminal not connected' } }),
  said: 'refused',
};
export const unauthorised: Told = { answer: json(401, { error: '9100 unauthorised' }), said: 'refused' };

/** What a finished transaction left at the terminal. `orderId` null: a rejection, a void, or a sum typed at the terminal. */
export interface Finished {
  readonly approved: boolean;
  readonly totalMinor: number;
  readonly tipMinor: number;
  readonly orderId: string | null;
  readonly stan: string;
  readonly hostCode: string;
  readonly reason: string;
  readonly cvm: number;
  readonly at: number;
}

/** The result record, in one of two dialects: numbers as numbers, or as strings with local time. */
export function recordOf(finished: Finished, stringly: boolean): JsonObject {
  const number = (value: number): number | string => (stringly ? String(value) : value);
  const time = new Date(Date.UTC(2026, 10, 23, 8) + finished.at).toISOString();
  return {
    Result: number(finished.approved ? 0 : 2),
    TotalAmount: number(finished.approved ? finished.totalMinor : 0),
    TipAmount: number(finished.approved ? finished.tipMinor : 0),
    SurchargeAmount: number(0),
    StanAuth: finished.approved ? finished.stan : '',
    TimeStamp: stringly ? time.replace(/\D/g, '').slice(0, 14) : time,
    TruncatedPAN: finished.approved ? '************1234' : '',
    CardIssuerName: finished.approved ? 'VISA' : '',
    CVM: finished.approved ? number(finished.cvm) : '',
    ResponseCode: finished.hostCode,
    RejectionSource: '',
    RejectionReason: finished.reason,
    SessionNumber: number(7),
  };
}

/** The ways in which the end of a transaction is answered. Only some of them prove anything. */
const WAYS = [
  'plain',
  'stringly',
  'order id in the record',
  'no order id',
  'unusual status',
  'Result 99',
  'HTML',
  'empty failure',
  'bare string',
  'cut JSON',
  'contradicting elements',
  'no amount',
  'busy text',
  'connection lost text',
  'foreign order id',
  'empty Result',
  'amount of 0',
] as const;
const WEIGHTS = [56, 8, 5, 5, 4, 5, 3, 2, 2, 3, 2, 2, 2, 2, 2, 2, 4];

/** @param tookMs since the request arrived: a refusal counts only within five seconds. */
export function tell(finished: Finished, ourOrderId: string | null, tookMs: number, decide: Decide): Told {
  const way = WAYS[decide('how the end is told', WEIGHTS)] ?? 'plain';
  const record = recordOf(finished, way === 'stringly');
  const proven: Said = finished.approved ? 'approved' : 'rejected';
  const soon = tookMs <= 5_000;
  switch (way) {
    case 'plain':
    case 'stringly':
      return { answer: whole(finished, record, finished.approved ? 200 : 400, ourOrderId), said: proven };
    case 'order id in the record':
      return { answer: whole(finished, { ...record, ...idOf(finished, ourOrderId) }, finished.approved ? 201 : 200, null), said: proven };
    case 'no order id':
      return { answer: whole(finished, record, 200, null), said: proven };
    case 'unusual status':
      return { answer: whole(finished, record, finished.approved ? 500 : 409, ourOrderId), said: proven };
    case 'Result 99':
      return { answer: whole({ ...finished, approved: true }, { ...record, Result: 99 }, 200, null), said: 'nothing' };
    case 'HTML':
      return { answer: html(502), said: 'nothing' };
    case 'empty failure':
      return { answer: json(400, { failure: {} }), said: 'nothing' };
    case 'bare string':
      return { answer: json(400, { failure: 'Something went wrong' }), said: 'nothing' };
    case 'cut JSON': {
      const { body, ...rest } = whole(finished, record, 200, ourOrderId);
      return { answer: { ...rest, body: body.slice(0, Math.floor(body.length / 2)) }, said: 'nothing' };
    }
    case 'contradicting elements': {
      const other = { ...record, Result: finished.approved ? 2 : 0, TotalAmount: 1 };
      return { answer: json(200, { result: [{ localModeEventArgs: record }, { localModeEventArgs: other }] }), said: 'nothing' };
    }
    case 'no amount':
      if (!finished.approved) return { answer: json(400, { failure: {} }), said: 'nothing' };
      return { answer: whole(finished, { ...record, TotalAmount: '' }, 200, ourOrderId), said: 'nothing' };
    case 'busy text':
      // A text of the list proves "never started" only soon; the terminal did start here, so it never comes that soon.
      return soon ? { answer: whole(finished, record, 200, ourOrderId), said: proven } : { answer: busy.answer, said: 'nothing' };
    case 'connection lost text':
      return { answer: json(400, { failure: { error: '9000 Connection lost' } }), said: 'nothing' };
    case 'empty Result':
      return {
        answer: json(200, { result: [{ localModeEventArgs: { ...record, Result: '', TotalAmount: finished.totalMinor } }] }),
        said: 'nothing',
      };
    case 'amount of 0':
      // Approved, and nothing moved: the two cannot both be true.
      if (!finished.approved) return { answer: whole(finished, record, 400, ourOrderId), said: proven };
      return { answer: whole(finished, { ...record, TotalAmount: stringlyZero(decide) }, 200, ourOrderId), said: 'nothing' };
    case 'foreign order id':
      if (!finished.approved) return { answer: whole(finished, record, 400, null), said: proven };
      return { answer: whole({ ...finished, orderId: 'ELSEWHERE-1' }, record, 200, 'ELSEWHERE-1'), said: 'nothing' };
  }
}

const stringlyZero = (decide: Decide): number | string => (decide('how a zero is written', [50, 50]) === 0 ? 0 : '0');

const idOf = (finished: Finished, ourOrderId: string | null): JsonObject =>
  finished.approved && finished.orderId !== null && ourOrderId !== null ? { orderId: finished.orderId } : {};

function whole(finished: Finished, record: JsonObject, status: number, ourOrderId: string | null): WireAnswer {
  if (!finished.approved) return json(status, { failure: { error: finished.reason, localModeEventArgs: record } });
  return json(status, { result: [{ localModeEventArgs: record, ...idOf(finished, ourOrderId), cardType: 'VISA' }] });
}

/** The answer to GET transaction, in one of several forms; `null`: this terminal has no history. */
export function tellLatest(latest: Finished | null, decide: Decide): WireAnswer {
  const way = decide('how the latest is told', [82, 6, 2, 2, 2, 2, 1, 3]);
  if (way === 2) return html(502);
  if (way === 3) return json(500, { error: 'internal' });
  if (way === 4) return json(401, { error: '9100 unauthorised' });
  if (way === 5) return json(200, { result: { latestTransactionResult: null } });
  if (way === 6) return json(400, { failure: { error: '9000 Connection lost' } });
  if (latest === null) return json(200, { result: {} });
  const id = latest.approved && latest.orderId !== null && way !== 7 ? { orderId: latest.orderId } : {};
  return json(200, { result: { latestTransactionResult: recordOf(latest, way === 1), ...id, printText: { Text: 'KUITTI' } } });
}

/** Whether these bytes prove this order approved: Result 0, an amount above 0, and its id beside them. */
export function provesApproval(body: string, orderId: string): boolean {
  try {
    const { result } = JSON.parse(body) as { result?: { latestTransactionResult?: JsonObject | null; orderId?: unknown } };
    const record = result?.latestTransactionResult;
    if (record === undefined || record === null || result?.orderId !== orderId) return false;
    const { Result: code, TotalAmount: total } = record;
    const isNumber = typeof total === 'number' && Number.isSafeInteger(total);
    return (code === 0 || code === '0') && (isNumber || (typeof total === 'string' && /^\d{1,9}$/.test(total))) && Number(total) > 0;
  } catch {
    return false;
  }
}
