import { finishedApproval, finishedRejection, lookupAnswer, tellTruth } from '../connect-cloud/answers.ts';
import type { RecordPlace } from '../connect-cloud/records.ts';
import { plainApproval, plainRejection } from '../connect-cloud/scripts.ts';
import { isObject, jsonAnswer, type WireAnswer } from '../connect-cloud/wire.ts';
import type { RawRequest } from './request-reader.ts';

export type Route = 'login' | 'list' | 'transaction' | 'lookup' | 'void' | 'administration' | 'other';

export function routeOf({ method, path }: Pick<RawRequest, 'method' | 'path'>): Route {
  if (method === 'POST' && path === '/v1/login') return 'login';
  if (method === 'GET' && path === '/v1/terminal') return 'list';
  if (/^\/v1\/terminal\/[^/]+\/transaction$/.test(path)) {
    if (method === 'POST') return 'transaction';
    if (method === 'GET') return 'lookup';
    if (method === 'DELETE') return 'void';
  }
  return method === 'POST' && path.endsWith('/administration') ? 'administration' : 'other';
}

/** A sale that this server charged. Amounts in minor units. */
export interface RawCharge {
  readonly terminalId: string;
  readonly orderId: string | null;
  readonly amountMinor: number;
  readonly answer: WireAnswer;
}

export function chargeFor(request: RawRequest, count: number): RawCharge {
  const body = parse(request.body);
  const orderId = typeof body['orderId'] === 'string' ? body['orderId'] : null;
  const amountMinor = typeof body['amount'] === 'number' ? body['amount'] : 0;
  const order = { orderId, transactionType: 'purchase', amountMinor };
  const terminalId = terminalOf(request.path);
  const finished = finishedApproval(plainApproval, order, String(count).padStart(6, '0'), placeOf(terminalId));
  const truth = { kind: 'approved', approval: plainApproval } as const;
  const { answer } = tellTruth({ kind: 'truth', status: null, record: {}, omit: [] }, truth, finished, order);
  return { terminalId, orderId, amountMinor, answer };
}

export function rejectionAnswer(request: RawRequest): WireAnswer {
  const rejection = { ...plainRejection, text: 'Transaction cancelled' };
  const order = { orderId: null, transactionType: 'purchase', amountMinor: 0 };
  const finished = finishedRejection(rejection, placeOf(terminalOf(request.path)));
  return tellTruth({ kind: 'truth', status: null, record: {}, omit: [] }, { kind: 'rejected', rejection }, finished, order).answer;
}

/** The ordinary answer of every route but the sale. `last` is the terminal's latest sale that was read whole. */
export function ordinaryAnswer(request: RawRequest, terminals: readonly string[], last: LastSale | undefined): WireAnswer {
  switch (routeOf(request)) {
    case 'login':
      return jsonAnswer(200, { token: longLivedToken(), username: parse(request.body)['username'], terminals });
    case 'list':
      return jsonAnswer(200, { terminals: terminals.map((terminalId) => ({ terminalId })) });
    case 'lookup':
      return lookup(request.path, last);
    case 'void':
      return jsonAnswer(200, { result: [{ localModeEventArgs: { Result: 0, TotalAmount: last?.charge?.amountMinor ?? 0 } }] });
    case 'administration':
      return jsonAnswer(200, { result: [{ localModeEventArgs: { Result: 1 } }] });
    default:
      return jsonAnswer(404, { error: 'not found' });
  }
}

export interface LastSale {
  /** null: the terminal rejected it. */
  readonly charge: RawCharge | null;
}

function lookup(path: string, last: LastSale | undefined): WireAnswer {
  const place = placeOf(terminalOf(path));
  if (last === undefined) return lookupAnswer(undefined, 'empty-result');
  if (last.charge === null) return lookupAnswer(finishedRejection(plainRejection, place), 'empty-result');
  const { orderId, amountMinor } = last.charge;
  return lookupAnswer(
    finishedApproval(plainApproval, { orderId, transactionType: 'purchase', amountMinor }, '000001', place),
    'empty-result',
  );
}

/** Nobody checks it here; it only has to be a JWT that will not run out during a test. */
function longLivedToken(): string {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${encode({ alg: 'none', typ: 'JWT' })}.${encode({ exp: Math.floor(Date.now() / 1000) + 86_400 })}.raw`;
}

function placeOf(terminalId: string): RecordPlace {
  return { terminalId, session: 1, now: new Date(), timeZone: 'Europe/Helsinki' };
}

export function terminalOf(path: string): string {
  return path.split('/')[3] ?? '';
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
