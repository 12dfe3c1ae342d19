import { json, type Reply, terminalBusy } from './reply.ts';
import { type Ending, type OccupiedScenario, type ServingScenario, TERMINAL_TIMES } from './scenario.ts';
import { remember, type TerminalParts } from './terminal-memory.ts';
import { outcomeOf, reasonNotCharged } from './transaction-ending.ts';
import { deliver, type TransactionRequest, toldReply } from './transaction-reply.ts';

export interface CardTransactions {
  /** Answers when the terminal has finished. The transaction continues even if the caller closes the connection. */
  transact(request: TransactionRequest): Promise<Reply>;
  /** Asks the running transaction to stop. The answer says only that the request arrived, not how the transaction ends. */
  cancelAction(): Reply;
}

interface Running {
  readonly request: TransactionRequest;
  readonly sequence: number;
  readonly scenario: ServingScenario;
  readonly answer: (reply: Reply) => void;
  stopGuest: () => void;
  withIssuer: boolean;
  cancelAsked: boolean;
}

export function createCardTransactions(parts: TerminalParts, scenario: ServingScenario | OccupiedScenario): CardTransactions {
  const { terminal, memory, ledger, timers, clock } = parts;
  let running: Running | null = null;

  function begin(request: TransactionRequest, serving: ServingScenario, answer: (reply: Reply) => void): void {
    const sequence = ledger.received({ ...request, terminalId: terminal.terminalId }, clock());
    memory.occupied = true;
    const started: Running = { request, sequence, scenario: serving, answer, stopGuest: noop, withIssuer: false, cancelAsked: false };
    running = started;
    const { ending, guestTakesMs } = serving;
    const stopEnding = timers.after(guestTakesMs, () => end(started, ending));
    const asksIssuer = ending.kind === 'approved' || ending.kind === 'declined';
    const acceptPin = (): void => {
      started.withIssuer = true;
    };
    const stopPin = asksIssuer ? timers.after(guestTakesMs - TERMINAL_TIMES.issuerMs, acceptPin) : noop;
    started.stopGuest = () => {
      stopEnding();
      stopPin();
    };
  }

  function end(ended: Running, ending: Ending): void {
    running = null;
    memory.occupied = false;
    ended.answer(conclude(parts, ended, ending));
  }

  return {
    transact(request) {
      if (scenario.kind === 'occupied' || memory.occupied) {
        const now = clock();
        ledger.notCharged(ledger.received({ ...request, terminalId: terminal.terminalId }, now), 'busy', now);
        return Promise.resolve(terminalBusy(terminal.dialect));
      }
      return new Promise((resolve) => begin(request, scenario, resolve));
    },
    cancelAction() {
      const asked = running;
      if (asked !== null && !asked.cancelAsked) {
        asked.cancelAsked = true;
        const stopped = endOnCancel(asked);
        if (stopped !== null) {
          asked.stopGuest();
          timers.after(stopped.afterMs, () => end(asked, stopped.ending));
        }
      }
      return json(200, { result: { action: 'cancelAction' } });
    },
  };
}

/** Every transaction ends here: first in the ledger, then for lookups, then the caller is answered. */
function conclude(parts: TerminalParts, { request, sequence, scenario }: Running, ending: Ending): Reply {
  const { ledger, nextStan } = parts;
  const { language, dialect } = parts.terminal;
  const endedAt = parts.clock();
  const played = playedFor(request, ending);
  const outcome = outcomeOf(played, request.amount, { language, dialect, endedAt, nextStan });
  if (played.kind === 'approved') {
    const { totalMinor: chargedMinor, tipMinor, surchargeMinor, stan } = outcome;
    ledger.charged(sequence, { chargedMinor, tipMinor, surchargeMinor, stan }, endedAt);
  } else {
    ledger.notCharged(sequence, reasonNotCharged(played), endedAt);
  }
  remember(parts, { kind: request.kind, outcome, orderId: played.kind === 'approved' ? request.orderId : null, sequence });
  // A cancel by the desk is always answered. A scenario may lose only the answer to its own ending.
  const cancelled = played.kind === 'cancelled' && played.by === 'desk';
  const over = { request, ending: played, outcome };
  return cancelled ? toldReply(parts, over) : deliver(parts, over, scenario.delivery);
}

/** A refund gives back exactly what was asked: it has no tip. */
const playedFor = (request: TransactionRequest, ending: Ending): Ending =>
  ending.kind === 'approved' && request.kind === 'returnOfGoods' ? { ...ending, charge: 'as-asked' } : ending;

/** How the wish to cancel ends it, and when; null if it changes nothing. With the card's issuer nothing can be stopped any more. */
function endOnCancel({ scenario, withIssuer }: Running): { readonly afterMs: number; readonly ending: Ending } | null {
  if (withIssuer || scenario.onCancel === 'ignores') return null;
  return scenario.onCancel === 'obeys'
    ? { afterMs: TERMINAL_TIMES.cancelMs, ending: { kind: 'cancelled', by: 'desk' } }
    : { afterMs: TERMINAL_TIMES.racingApprovalMs, ending: scenario.ending };
}

function noop(): void {
  // Nothing was scheduled.
}
