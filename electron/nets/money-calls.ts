import type { RefusalReason } from '../../shared/reasons.ts';
import { bodyText, type HttpCaller, type HttpRequest, type NoAnswer, TOO_LONG } from '../http/http-call.ts';
import type { SaleOutcome } from '../payments/core/outcome.ts';
import type { Answered, CardTerminal, SaleRequest, VoidRequest } from '../payments/ports.ts';
import { authorised, CONNECT_LIMIT_MS, loginCode, unlessStopped } from './authorised-call.ts';
import { evidenceOf, noEvidence } from './evidence.ts';
import { LARGEST_ANSWER_BYTES } from './limits.ts';
import type { LoginToken } from './login-token.ts';
import { readSaleAnswer } from './outcome.ts';
import { isUnauthorised } from './own-refusal.ts';
import { terminalPath } from './terminal-path.ts';
import { readWire } from './wire.ts';

/** Longer than the core waits (`TIMES.givenUp`, `TIMES.voidGivenUp`), so that the core decides when an answer is lost. */
const SALE_LIMIT_MS = 330_000;
const VOID_LIMIT_MS = 90_000;

const TRANSACTION_TYPES = { sale: 'purchase', refund: 'returnOfGoods' } as const;

type Sending = Parameters<CardTerminal['sale']>[1];
/** `orderId`: an answer that names another one is not about this call. */
type MoneyCall = Pick<HttpRequest, 'method' | 'body'> & {
  readonly terminalId: string;
  readonly orderId: string;
  readonly answerMs: number;
};

/** The calls that move money. Each is sent once. If Nets refuses the token, the next call gets a new one; this call is not repeated. */
export function createMoneyCalls(parts: {
  readonly call: HttpCaller;
  readonly login: LoginToken;
  readonly signal: AbortSignal;
  readonly isListed: (terminalId: string) => boolean | null;
  /** Our own sales whose request is open, by terminal. Each attempt has its own symbol. */
  readonly open: Map<string, symbol>;
}): Pick<CardTerminal, 'sale' | 'void'> {
  const { call, login, open } = parts;

  async function send(request: MoneyCall, path: string, stop: AbortSignal, onWritten: () => void): Promise<Answered<SaleOutcome>> {
    const { method, body: sent, terminalId, orderId, answerMs } = request;
    const token = await unlessStopped(login.get(), stop);
    if (token === null) return notSent('ABORTED');
    if (!token.ok) return notSent(loginCode(token.error, login), token.error === 'not-authorised' ? 'not-authorised' : 'not-sent');
    const outcome = await call({
      method,
      path: `${path}/transaction`,
      headers: authorised(token.value),
      body: sent,
      limits: { connectMs: CONNECT_LIMIT_MS, answerMs, totalMs: null },
      mostBytes: LARGEST_ANSWER_BYTES,
      signal: stop,
      onWritten,
    });
    // The next call logs in again. This call is never repeated.
    if (isUnauthorised(outcome)) login.invalidate(token.value);
    const body = bodyText(outcome);
    const { records, failureText } = readWire(body);
    const evidence = evidenceOf(outcome, { record: records[0] ?? null, failureText });
    if (outcome.kind === 'no-answer') return { outcome: readSilence(outcome), evidence };
    const { status, contentType, elapsedMs } = outcome;
    return {
      outcome: readSaleAnswer({ status, contentType, body, elapsedMs, orderId, terminalId, listed: parts.isListed(terminalId) }),
      evidence,
    };
  }

  async function sendOnce(request: MoneyCall, { onWritten, signal }: Sending): Promise<Answered<SaleOutcome>> {
    const path = terminalPath(request.terminalId);
    if (path === null) return notSent('INVALID_TERMINAL_ID', 'unknown-terminal');
    let written = false;
    const markWritten = (): void => {
      written = true;
      onWritten();
    };
    try {
      return await send(request, path, AbortSignal.any([signal, parts.signal]), markWritten);
    } catch {
      // A bug in this program. If a byte has left, money may have moved all the same.
      return written ? { outcome: { kind: 'unknown', cause: 'unreadable' }, evidence: noEvidence('INTERNAL') } : notSent('INTERNAL');
    }
  }

  return {
    async sale(request, sending) {
      if (!isSendable(request)) return notSent('INVALID_REQUEST');
      const { kind, terminalId, amountMinor: amount, orderId } = request;
      const mine = Symbol('sale');
      open.set(terminalId, mine);
      try {
        const body = JSON.stringify({ transactionType: TRANSACTION_TYPES[kind], amount, orderId });
        return await sendOnce({ method: 'POST', body, terminalId, orderId, answerMs: SALE_LIMIT_MS }, sending);
      } finally {
        if (open.get(terminalId) === mine) open.delete(terminalId);
      }
    },

    async void(request, sending) {
      if (!isSendable(request)) return notSent('INVALID_REQUEST');
      const { terminalId, amountMinor: amount, saleOrderId: orderId } = request;
      const body = JSON.stringify({ amount });
      const { outcome, evidence } = await sendOnce({ method: 'DELETE', body, terminalId, orderId, answerMs: VOID_LIMIT_MS }, sending);
      // The sum that was given back is not ours: it may be another desk's. A person must look.
      const isOurs = outcome.kind !== 'approved' || outcome.approval.chargedMinor === amount;
      return { outcome: isOurs ? outcome : { kind: 'unknown', cause: 'unreadable' }, evidence };
    },
  };
}

/** Last check before sending: whole cents above zero, and an order id that Nets passes on unchanged. */
function isSendable(request: SaleRequest | VoidRequest): boolean {
  const orderId = 'saleOrderId' in request ? request.saleOrderId : request.orderId;
  return Number.isSafeInteger(request.amountMinor) && request.amountMinor > 0 && /^[A-Za-z0-9-]{1,20}$/.test(orderId);
}

function notSent(code: string, reason: RefusalReason = 'not-sent'): Answered<SaleOutcome> {
  return { outcome: { kind: 'refused', reason }, evidence: noEvidence(code) };
}

const GARBLED: readonly string[] = ['NOT_HTTP', TOO_LONG, 'UND_ERR_HEADERS_OVERFLOW'];

/**
 * What an incomplete answer means. No money moved only if nothing was written. An answer that is not HTTP or is too long did come, but
 * cannot be read.
 */
function readSilence({ written, code }: NoAnswer): SaleOutcome {
  if (!written) return { kind: 'refused', reason: 'not-sent' };
  return { kind: 'unknown', cause: GARBLED.includes(code) ? 'unreadable' : 'answer-lost' };
}
