import { bodyText, isSuccess } from '../http/http-call.ts';
import type { Answered, CardTerminal } from '../payments/ports.ts';
import { type AuthorisedCaller, noTokenCode } from './authorised-call.ts';
import { evidenceOf, noEvidence } from './evidence.ts';
import type { LoginToken } from './login-token.ts';
import { terminalPath } from './terminal-path.ts';
import { parseJsonObject } from './unambiguous-json.ts';
import { readWire } from './wire.ts';

/** A log-in and the repeat included: the next sale on that terminal waits no longer than this for the wish to be over. */
const CANCEL_LIMIT_MS = 10_000;

type Delivery = Answered<'delivered' | 'failed'>;

/** The wish to stop whatever runs at a terminal. It moves no money and is no verdict. */
export function createCancelCall(parts: {
  readonly ask: AuthorisedCaller;
  readonly login: Pick<LoginToken, 'unansweredBecause'>;
  /** Our own sales on the wire, by terminal. */
  readonly open: ReadonlyMap<string, symbol>;
}): CardTerminal['cancelAction'] {
  const { ask, open } = parts;
  const underWay = new Map<string, Promise<Delivery>>();

  async function send(terminalId: string): Promise<Delivery> {
    const path = terminalPath(terminalId);
    if (path === null) return { outcome: 'failed', evidence: noEvidence('INVALID_TERMINAL_ID') };
    const meant = open.get(terminalId);
    const asked = await ask(
      { method: 'POST', path: `${path}/administration`, body: JSON.stringify({ action: 'cancelAction' }) },
      {
        totalMs: CANCEL_LIMIT_MS,
        // It names no transaction. If our sale has ended while we logged in, it would stop somebody else's.
        stillWanted: () => open.get(terminalId) === meant,
        // Only Nets' own refusal proves that the terminal never heard of it.
        mayRepeat: (answer) => parseJsonObject(bodyText(answer)) !== null,
      },
    );
    if (asked.kind !== 'called') return { outcome: 'failed', evidence: noEvidence(noTokenCode(asked, parts.login)) };
    const body = bodyText(asked.outcome);
    const { records, failureText, hasFailure, isJson } = readWire(body);
    const taken = isSuccess(asked.outcome) && !hasFailure && (isJson || body.trim() === '');
    const evidence = evidenceOf(asked.outcome, { record: records[0] ?? null, failureText });
    return { outcome: taken ? 'delivered' : 'failed', evidence };
  }

  return (terminalId) => {
    // At most one in flight: a second one could arrive after the first has done its work.
    const earlier = underWay.get(terminalId);
    if (earlier !== undefined) return earlier;
    const sending = send(terminalId).finally(() => underWay.delete(terminalId));
    underWay.set(terminalId, sending);
    return sending;
  };
}
