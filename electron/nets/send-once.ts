import type { RefusalReason } from '../../shared/reasons.ts';
import { bodyText, type HttpCaller, type HttpRequest, type NoAnswer, TOO_LONG } from '../http/http-call.ts';
import type { SaleOutcome } from '../payments/core/outcome.ts';
import type { Answered, CardTerminal } from '../payments/ports.ts';
import { authorised, CONNECT_LIMIT_MS, loginCode, unlessStopped } from './authorised-call.ts';
import { evidenceOf, noEvidence } from './evidence.ts';
import { LARGEST_ANSWER_BYTES } from './limits.ts';
import type { LoginToken } from './login-token.ts';
import { readSaleAnswer } from './outcome.ts';
import { isUnauthorised } from './own-refusal.ts';
import { readReceipts } from './receipts.ts';
import { terminalPath } from './terminal-path.ts';
import { readWire } from './wire.ts';

type Sending = Parameters<CardTerminal['sale']>[1];
/** `orderId`: an answer that names another one is not about this call. */
type MoneyCall = Pick<HttpRequest, 'method' | 'body'> & {
  readonly terminalId: string;
  readonly orderId: string;
  readonly answerMs: number;
};

/** Sends one call that moves money, once, and reads its answer. */
export function createSendOnce(parts: {
  readonly call: HttpCaller;
  readonly login: LoginToken;
  readonly signal: AbortSignal;
  readonly isListed: (terminalId: string) => boolean | null;
}) {
  const { call, login } = parts;

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
    const evidence = evidenceOf(outcome, { record: records[0] ?? null, failureText, receipts: readReceipts(body) });
    if (outcome.kind === 'no-answer') return { outcome: readSilence(outcome), evidence };
    const { status, contentType, elapsedMs } = outcome;
    return {
      outcome: readSaleAnswer({ status, contentType, body, elapsedMs, orderId, terminalId, listed: parts.isListed(terminalId) }),
      evidence,
    };
  }

  return async function sendOnce(request: MoneyCall, { onWritten, signal }: Sending): Promise<Answered<SaleOutcome>> {
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
  };
}

export function notSent(code: string, reason: RefusalReason = 'not-sent'): Answered<SaleOutcome> {
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
