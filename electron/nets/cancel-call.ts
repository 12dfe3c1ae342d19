import { bodyText, isSuccess } from '../http/http-call.ts';
import type { Answered, CardTerminal } from '../payments/ports.ts';
import { type AuthorisedCaller, noTokenCode } from './authorised-call.ts';
import { evidenceOf, noEvidence } from './evidence.ts';
import type { LoginToken } from './login-token.ts';
import { terminalPath } from './terminal-path.ts';
import { parseJsonObject } from './unambiguous-json.ts';
import { readWire } from './wire.ts';

/** Includes the log-in and the repeat. The next sale on that terminal waits at most this long for the cancel to end. */
const CANCEL_LIMIT_MS = 10_000;

type Delivery = Answered<'delivered' | 'failed'>;

/** Asks a terminal to stop what it is doing. It moves no money, and its answer does not say how the payment ended. */
export function createCancelCall(parts: {
  readonly ask: AuthorisedCaller;
  readonly login: Pick<LoginToken, 'unansweredBecause'>;
  /** Our own sales whose request is open, by terminal. */
  readonly open: ReadonlyMap<string, symbol>;
}): CardTerminal['cancelAction'] {
  const { ask, open } = parts;
  const underWay = new Map<string, Promise<Delivery>>();

  async function send(terminalId: string): Promise<Delivery> {
    const path = terminalPath(terminalId);
    if (path === null) return { outcome: 'failed', evidence: noEvidence('INVALID_TERMINAL_ID') };
    const ourSale = open.get(terminalId);
    const asked = await ask(
      { method: 'POST', path: `${path}/administration`, body: JSON.stringify({ action: 'cancelAction' }) },
      {
        totalMs: CANCEL_LIMIT_MS,
        // `cancelAction` names no transaction. If our sale ended during the log-in, it would stop somebody else's sale.
        stillWanted: () => open.get(terminalId) === ourSale,
        // Only Nets' own refusal proves that the terminal did not receive the cancel.
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
    // Only one at a time: a second one could arrive after the first has already stopped our sale.
    const earlier = underWay.get(terminalId);
    if (earlier !== undefined) return earlier;
    const sending = send(terminalId).finally(() => underWay.delete(terminalId));
    underWay.set(terminalId, sending);
    return sending;
  };
}
