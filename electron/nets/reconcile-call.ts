import type { Reconciler } from '../day-close/ports.ts';
import { bodyText, type HttpCaller, type HttpOutcome, TOO_LONG } from '../http/http-call.ts';
import type { ReconciliationAnswer, ReconciliationOutcome } from '../payments/core/reconciliation.ts';
import { authorised, CONNECT_LIMIT_MS, loginCode, unlessStopped } from './authorised-call.ts';
import { evidenceOf, noEvidence } from './evidence.ts';
import { LARGEST_ANSWER_BYTES } from './limits.ts';
import type { LoginToken } from './login-token.ts';
import { isUnauthorised } from './own-refusal.ts';
import { readReconciliation } from './reconciliation.ts';
import { terminalPath } from './terminal-path.ts';
import { readWire } from './wire.ts';

/** It takes 60 to 120 s. After that the answer counts as lost. */
export const RECONCILIATION_LIMIT_MS = 120_000;

/**
 * Asks a terminal for its reconciliation. It closes the session for every desk there, and no call gives a lost report again. So it is sent
 * once, on a connection of its own, and repeated for no reason, not even where Nets refuses the token.
 */
export function createReconcileCall(parts: {
  readonly call: HttpCaller;
  readonly login: LoginToken;
  readonly signal: AbortSignal;
}): Reconciler['reconcile'] {
  const { call, login, signal } = parts;

  async function send(terminalId: string, path: string, onWritten: () => void): Promise<ReconciliationAnswer> {
    const token = await unlessStopped(login.get(), signal);
    if (token === null) return notSent('ABORTED');
    if (!token.ok) return notSent(loginCode(token.error, login), token.error === 'not-authorised' ? 'not-authorised' : 'not-sent');
    const outcome = await call({
      method: 'POST',
      path: `${path}/administration`,
      headers: authorised(token.value),
      body: JSON.stringify({ action: 'reconciliation' }),
      limits: { connectMs: CONNECT_LIMIT_MS, answerMs: RECONCILIATION_LIMIT_MS, totalMs: RECONCILIATION_LIMIT_MS },
      mostBytes: LARGEST_ANSWER_BYTES,
      signal,
      onWritten,
    });
    // The next call logs in again. This one is not repeated.
    if (isUnauthorised(outcome)) login.invalidate(token.value);
    const { failureText } = readWire(bodyText(outcome));
    return { outcome: readOutcome(outcome, terminalId), evidence: evidenceOf(outcome, { record: null, failureText }) };
  }

  return async (terminalId) => {
    const path = terminalPath(terminalId);
    if (path === null) return notSent('INVALID_TERMINAL_ID');
    let written = false;
    try {
      return await send(terminalId, path, () => {
        written = true;
      });
    } catch {
      // A bug in this program. If a byte has left, the session may be closed all the same.
      return written ? { outcome: { end: 'not-confirmed', reason: 'unreadable' }, evidence: noEvidence('INTERNAL') } : notSent('INTERNAL');
    }
  };
}

const notSent = (code: string, reason: 'not-sent' | 'not-authorised' = 'not-sent'): ReconciliationAnswer => ({
  outcome: { end: 'not-done', reason },
  evidence: noEvidence(code),
});

function readOutcome(outcome: HttpOutcome, terminalId: string): ReconciliationOutcome {
  if (outcome.kind === 'answered') {
    const { status, contentType, elapsedMs } = outcome;
    return readReconciliation({ status, contentType, elapsedMs, body: bodyText(outcome), terminalId });
  }
  if (!outcome.written) return { end: 'not-done', reason: 'not-sent' };
  const isGarbled = outcome.code === 'NOT_HTTP' || outcome.code === TOO_LONG || outcome.code === 'UND_ERR_HEADERS_OVERFLOW';
  return { end: 'not-confirmed', reason: isGarbled ? 'unreadable' : 'answer-lost' };
}
