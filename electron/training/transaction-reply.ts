import { type Reply, rejectedReply, resultReply } from './reply.ts';
import type { TransactionOutcome } from './result-record.ts';
import { type Delivery, type Ending, TERMINAL_TIMES } from './scenario.ts';
import { foreignApproval, paperOf, recordOf, remember, type TerminalParts } from './terminal-memory.ts';

export interface TransactionRequest {
  readonly kind: 'purchase' | 'returnOfGoods';
  /** Minor units, positive. */
  readonly amount: number;
  readonly orderId: string | null;
}

/** A transaction that has ended at the terminal. */
export interface EndedTransaction {
  readonly request: TransactionRequest;
  readonly ending: Ending;
  readonly outcome: TransactionOutcome;
}

/** The reply that the scenario sends, and the other transaction that replaces this one before it can be looked up. */
export function deliver(parts: TerminalParts, ended: EndedTransaction, delivery: Delivery): Reply {
  const { request, outcome } = ended;
  switch (delivery) {
    case 'answered':
      return toldReply(parts, ended);
    case 'unknown-99': {
      const vague: TransactionOutcome = { ...outcome, result: 99, totalMinor: 0, tipMinor: 0, surchargeMinor: 0, stan: '' };
      return resultReply(200, recordOf(parts, vague), {}, parts.terminal.dialect, null);
    }
    case 'lost':
      return { kind: 'hang-up' };
    case 'lost-then-other-desk':
      overwriteWith(parts, request.amount + 1_000, `KASSA2-${outcome.stan}`);
      return { kind: 'hang-up' };
    case 'lost-then-keyed-by-hand':
      overwriteWith(parts, request.amount, null);
      return { kind: 'hang-up' };
  }
}

/** The answer to the open POST when nothing is lost. */
export function toldReply(parts: TerminalParts, { request, ending, outcome }: EndedTransaction): Reply {
  const { dialect } = parts.terminal;
  const record = recordOf(parts, outcome);
  const paper = paperOf(parts, request.kind, outcome);
  if (ending.kind === 'approved') return resultReply(dialect === 'typed' ? 200 : 201, record, paper, dialect, request.orderId);
  if (ending.kind === 'declined' && ending.status === 200) return resultReply(200, record, paper, dialect, null);
  return rejectedReply(record, outcome.rejection?.reason ?? '', paper, dialect);
}

function overwriteWith(parts: TerminalParts, totalMinor: number, orderId: string | null): void {
  parts.timers.after(TERMINAL_TIMES.overwrittenMs, () => remember(parts, foreignApproval(parts, totalMinor, orderId)));
}
