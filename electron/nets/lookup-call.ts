import { bodyText, type HttpOutcome } from '../http/http-call.ts';
import { retryAfterMs } from '../http/retry-after.ts';
import type { LookupAnswer } from '../payments/core/outcome.ts';
import type { CardTerminal, Clock } from '../payments/ports.ts';
import { type AuthorisedCaller, noTokenCode } from './authorised-call.ts';
import { evidenceOf, noEvidence } from './evidence.ts';
import type { LoginToken } from './login-token.ts';
import { readLookupAnswer } from './lookup.ts';
import { readReceipts } from './receipts.ts';
import { terminalPath } from './terminal-path.ts';
import { readWire } from './wire.ts';

const LOOKUP_LIMIT_MS = 60_000;

const unreachable = (retryAfter: number | null): LookupAnswer => ({
  kind: 'unreachable',
  ...(retryAfter === null ? {} : { retryAfterMs: retryAfter }),
});

const withOffset = (answer: LookupAnswer, clockOffsetMs: number | null): LookupAnswer =>
  answer.kind === 'record' && clockOffsetMs !== null ? { ...answer, clockOffsetMs } : answer;

/** Asks for a terminal's latest transaction. It moves no money. */
export function createLookupCall(parts: {
  readonly ask: AuthorisedCaller;
  readonly login: Pick<LoginToken, 'unansweredBecause' | 'askedToWaitMs'>;
  readonly clock: Pick<Clock, 'wallTime'>;
  /** Nets' clock minus this PC's in milliseconds, as that answer tells it. */
  readonly offsetOf: (outcome: HttpOutcome) => number | null;
}): CardTerminal['lookup'] {
  const { ask, login, clock, offsetOf } = parts;
  return async (terminalId) => {
    const path = terminalPath(terminalId);
    if (path === null) return { outcome: { kind: 'unreadable' }, evidence: noEvidence('INVALID_TERMINAL_ID') };
    const asked = await ask({ method: 'GET', path: `${path}/transaction`, body: null }, { totalMs: LOOKUP_LIMIT_MS });
    if (asked.kind !== 'called') {
      const refused = asked.kind === 'no-token' && asked.why === 'not-authorised';
      const outcome: LookupAnswer = refused ? { kind: 'not-authorised' } : unreachable(login.askedToWaitMs());
      return { outcome, evidence: noEvidence(noTokenCode(asked, login)) };
    }
    const { outcome: http } = asked;
    const body = bodyText(http);
    const read: LookupAnswer = http.kind === 'answered' ? readLookupAnswer(http.status, body, http.contentType) : { kind: 'unreachable' };
    const isAsked = read.kind === 'unreachable' && http.kind === 'answered';
    const outcome = isAsked
      ? { ...read, ...unreachable(retryAfterMs(http, Date.parse(clock.wallTime()))) }
      : withOffset(read, offsetOf(http));
    const record = outcome.kind === 'record' ? outcome.record : null;
    return { outcome, evidence: evidenceOf(http, { record, failureText: readWire(body).failureText, receipts: readReceipts(body) }) };
  };
}
