import { failure, type Reply, resultReply, terminalBusy } from './reply.ts';
import { TERMINAL_TIMES } from './scenario.ts';
import { isBusy, occupyFor, paperOf, type RememberedTransaction, recordOf, remember, type TerminalParts } from './terminal-memory.ts';

/** Voids the terminal's last transaction, whoever made it. The amount is in minor units and must be what was charged. */
export function createVoidLast(parts: TerminalParts): (amount: number) => Promise<Reply> {
  const { terminal, memory, ledger, clock } = parts;
  const voided = new Set<object>();

  function takeBack(last: RememberedTransaction, sequence: number): Reply {
    const outcome = { ...last.outcome, stan: parts.nextStan(), endedAt: clock() };
    const { totalMinor: chargedMinor, tipMinor, surchargeMinor, stan } = outcome;
    voided.add(last);
    ledger.charged(sequence, { chargedMinor, tipMinor, surchargeMinor, stan, voids: last.sequence }, clock());
    // Without orderId: a void with the sale's orderId would look like proof of the sale.
    remember(parts, { kind: 'void', outcome, orderId: null, sequence });
    return resultReply(200, recordOf(parts, outcome), paperOf(parts, 'void', outcome), terminal.dialect, null);
  }

  return (amount) => {
    const { last } = memory;
    const sequence = ledger.received({ kind: 'void', terminalId: terminal.terminalId, orderId: null, amount }, clock());
    if (isBusy(parts) || memory.settling) {
      ledger.notCharged(sequence, 'busy', clock());
      return Promise.resolve(terminalBusy(terminal.dialect));
    }
    if (last === null || last === memory.reconciled || last.kind === 'void' || last.outcome.result !== 0 || voided.has(last)) {
      ledger.notCharged(sequence, 'nothing-to-void', clock());
      return Promise.resolve(failure(400, { error: 'No transaction to void' }));
    }
    if (last.outcome.totalMinor !== amount) {
      ledger.notCharged(sequence, 'other-amount', clock());
      return Promise.resolve(failure(400, { error: 'Amount differs from the last transaction' }));
    }
    return occupyFor(parts, TERMINAL_TIMES.voidMs, () => takeBack(last, sequence));
  };
}
