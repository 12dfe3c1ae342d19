import { type CardTransactions, createCardTransactions } from './card-transaction.ts';
import { invalidTerminal, type Reply } from './reply.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import type { LedgerReason, Received } from './simulator-ledger.ts';
import { emptyMemory, foreignApproval, type TerminalParts } from './terminal-memory.ts';
import { createTerminalService, type TerminalService } from './terminal-service.ts';

export type VirtualTerminal = CardTransactions & TerminalService;

export type SimulatorParts = Pick<TerminalParts, 'ledger' | 'timers' | 'clock' | 'nextStan'>;

/** One terminal of the directory with its scenario. */
export function createVirtualTerminal(terminal: TerminalParts['terminal'], shared: SimulatorParts): VirtualTerminal {
  const scenario: Scenario = scenarios[terminal.scenario];
  const parts: TerminalParts = { ...shared, terminal, scenario, memory: emptyMemory() };
  if (scenario.kind === 'absent') return createAbsentTerminal(parts, scenario.listed ? 'not-connected' : 'unknown-terminal');
  if (scenario.kind === 'occupied') {
    // The other desk has sold there before, so a lookup must find a transaction.
    const earlier = foreignApproval(parts, 4_200, `KASSA2-${terminal.terminalId}`);
    parts.memory.last = earlier;
    parts.memory.shown = earlier;
  }
  return { ...createTerminalService(parts), ...createCardTransactions(parts, scenario) };
}

/** A terminal that cannot be reached: every call gets 8013, and money requests are in the ledger as not charged. */
function createAbsentTerminal({ terminal, ledger, clock }: TerminalParts, reason: LedgerReason): VirtualTerminal {
  const refuse = (): Reply => invalidTerminal(terminal.dialect);
  const refuseMoney = (request: Omit<Received, 'terminalId'>): Promise<Reply> => {
    const now = clock();
    ledger.notCharged(ledger.received({ ...request, terminalId: terminal.terminalId }, now), reason, now);
    return Promise.resolve(refuse());
  };
  return {
    transact: refuseMoney,
    cancelAction: refuse,
    latest: refuse,
    voidLast: (amount) => refuseMoney({ kind: 'void', orderId: null, amount }),
    reconcile: () => Promise.resolve(refuse()),
    maintain: () => Promise.resolve(refuse()),
    settings: refuse,
    changeSettings: refuse,
  };
}
