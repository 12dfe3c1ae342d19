import type { RefusalReason, SaleOutcome } from '../payments/outcome.ts';
import type { Answered, CardTerminal, SaleRequest } from '../payments/ports.ts';
import { authorised, CONNECT_LIMIT_MS, isUnauthorised, LOGIN_CODES, unlessStopped } from './authorised-call.ts';
import { evidenceOf, noEvidence } from './evidence.ts';
import { bodyText, type HttpCaller, type NoAnswer } from './http-call.ts';
import type { LoginToken } from './login-token.ts';
import { readSaleAnswer } from './outcome.ts';
import { terminalPath } from './terminal-path.ts';
import { readWire } from './wire.ts';

/** Longer than the core waits for its answer, so that the core's table of times decides. */
const ANSWER_LIMIT_MS = 330_000;

const TRANSACTION_TYPES = { sale: 'purchase', refund: 'returnOfGoods' } as const;

type Sale = CardTerminal['sale'];

export function createSaleCall(parts: {
  readonly call: HttpCaller;
  readonly login: LoginToken;
  readonly signal: AbortSignal;
  readonly isListed: (terminalId: string) => boolean | null;
  readonly secretsWith: (token: string) => readonly string[];
  /** Our own sales on the wire, by terminal; each try is a symbol of its own. */
  readonly open: Map<string, symbol>;
}): Sale {
  const { call, login, open } = parts;

  async function send(request: SaleRequest, path: string, stop: AbortSignal, onWritten: () => void): Promise<Answered<SaleOutcome>> {
    const token = await unlessStopped(login.get(), stop);
    if (token === null) return notSent('ABORTED');
    if (!token.ok) return notSent(LOGIN_CODES[token.error], token.error === 'not-authorised' ? 'not-authorised' : 'not-sent');
    const { kind, terminalId, amountMinor: amount, orderId } = request;
    const outcome = await call({
      method: 'POST',
      path: `${path}/transaction`,
      headers: authorised(token.value),
      body: JSON.stringify({ transactionType: TRANSACTION_TYPES[kind], amount, orderId }),
      limits: { connectMs: CONNECT_LIMIT_MS, answerMs: ANSWER_LIMIT_MS, totalMs: null },
      signal: stop,
      onWritten,
    });
    // The next call logs in anew. This one is never repeated: a sale is sent once.
    if (isUnauthorised(outcome)) login.invalidate(token.value);
    const body = bodyText(outcome);
    const { records, failureText } = readWire(body);
    const evidence = evidenceOf(outcome, { record: records[0] ?? null, failureText, secrets: parts.secretsWith(token.value) });
    if (outcome.kind === 'no-answer') return { outcome: readSilence(outcome), evidence };
    const { status, contentType, elapsedMs } = outcome;
    return { outcome: readSaleAnswer({ status, contentType, body, elapsedMs, orderId, listed: parts.isListed(terminalId) }), evidence };
  }

  return async (request, { onWritten, signal }) => {
    const path = terminalPath(request.terminalId);
    if (path === null) return notSent('INVALID_TERMINAL_ID', 'unknown-terminal');
    if (!isSendable(request)) return notSent('INVALID_REQUEST');
    const mine = Symbol('sale');
    open.set(request.terminalId, mine);
    let written = false;
    const markWritten = (): void => {
      written = true;
      onWritten();
    };
    try {
      return await send(request, path, AbortSignal.any([signal, parts.signal]), markWritten);
    } catch {
      // A bug of ours. Even so the card may be charged once a byte has left.
      return written ? { outcome: { kind: 'unknown', cause: 'unreadable' }, evidence: noEvidence('INTERNAL') } : notSent('INTERNAL');
    } finally {
      if (open.get(request.terminalId) === mine) open.delete(request.terminalId);
    }
  };
}

/** A last look before money: whole cents above zero, and an id that Nets will carry unchanged. */
function isSendable({ amountMinor, orderId }: SaleRequest): boolean {
  return Number.isSafeInteger(amountMinor) && amountMinor > 0 && /^[A-Za-z0-9-]{1,20}$/.test(orderId);
}

function notSent(code: string, reason: RefusalReason = 'not-sent'): Answered<SaleOutcome> {
  return { outcome: { kind: 'refused', reason }, evidence: noEvidence(code) };
}

const GARBLED: readonly string[] = ['NOT_HTTP', 'UND_ERR_RES_EXCEEDED_MAX_SIZE', 'UND_ERR_HEADERS_OVERFLOW'];

/** No whole answer: not charged only if nothing was written. An answer that was no HTTP, or too long, came but cannot be read. */
function readSilence({ written, code }: NoAnswer): SaleOutcome {
  if (!written) return { kind: 'refused', reason: 'not-sent' };
  return { kind: 'unknown', cause: GARBLED.includes(code) ? 'unreadable' : 'answer-lost' };
}
