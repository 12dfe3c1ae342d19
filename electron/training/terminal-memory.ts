import { type Receipts, receipts } from './receipt-text.ts';
import type { Reply } from './reply.ts';
import { resultRecord, type TransactionOutcome } from './result-record.ts';
import type { ScaledTimers } from './scaled-timers.ts';
import { type Scenario, TERMINAL_TIMES } from './scenario.ts';
import type { LedgerKind, SimulatorLedger } from './simulator-ledger.ts';
import type { TrainingTerminal } from './training-terminals.ts';

/** A finished transaction, whoever started it. */
export interface RememberedTransaction {
  readonly kind: LedgerKind;
  readonly outcome: TransactionOutcome;
  /** Null for rejections, for sums typed at the terminal, and for voids. */
  readonly orderId: string | null;
  /** Its entry in the ledger; null when it was not one of our requests. */
  readonly sequence: number | null;
}

/** What one virtual terminal knows, for its transactions and its service calls. */
export interface TerminalMemory {
  /** One transaction or service call at a time: others get "busy". */
  occupied: boolean;
  /** True for some seconds after a payment, when a void is still refused. */
  settling: boolean;
  sessionNumber: number;
  sessionTotalMinor: number;
  /** Characters in a receipt line; 0: the terminal prints itself and returns no receipt texts. */
  printerWidth: number;
  /** The latest transaction at the terminal. A void undoes this one. */
  last: RememberedTransaction | null;
  /** The latest transaction when the session was closed: it cannot be voided any more. */
  reconciled: RememberedTransaction | null;
  /** The latest transaction as a lookup shows it, which is some seconds behind. */
  shown: RememberedTransaction | null;
}

/** What all functions of one virtual terminal share. */
export interface TerminalParts {
  readonly terminal: TrainingTerminal;
  readonly scenario: Scenario;
  readonly memory: TerminalMemory;
  readonly ledger: SimulatorLedger;
  readonly timers: ScaledTimers;
  readonly clock: () => number;
  readonly nextStan: () => string;
}

export function emptyMemory(): TerminalMemory {
  return {
    occupied: false,
    settling: false,
    sessionNumber: 101,
    sessionTotalMinor: 0,
    printerWidth: 32,
    last: null,
    reconciled: null,
    shown: null,
  };
}

export const isBusy = ({ scenario, memory }: TerminalParts): boolean => scenario.kind === 'occupied' || memory.occupied;

/** Keeps the terminal busy for that many milliseconds of real time. */
export function occupyFor({ memory, timers }: TerminalParts, trueMs: number, finish: () => Reply): Promise<Reply> {
  memory.occupied = true;
  return new Promise((resolve) => {
    timers.after(trueMs, () => {
      memory.occupied = false;
      resolve(finish());
    });
  });
}

/** Makes a transaction the terminal's latest: at once for a void, after the cloud's delay for a lookup. */
export function remember({ memory, timers }: TerminalParts, transaction: RememberedTransaction): void {
  memory.last = transaction;
  const { kind, outcome } = transaction;
  if (outcome.result === 0) memory.sessionTotalMinor += kind === 'purchase' ? outcome.totalMinor : -outcome.totalMinor;
  memory.settling = true;
  timers.after(TERMINAL_TIMES.settlingMs, () => {
    if (memory.last === transaction) memory.settling = false;
  });
  timers.after(TERMINAL_TIMES.lookupLagMs, () => {
    // If another one finished since, the cloud shows only that one.
    if (memory.last === transaction) memory.shown = transaction;
  });
}

/** The record as this terminal writes it. */
export function recordOf({ terminal, memory }: TerminalParts, outcome: TransactionOutcome): Record<string, unknown> {
  return resultRecord(outcome, { terminalId: terminal.terminalId, dialect: terminal.dialect, sessionNumber: memory.sessionNumber });
}

/** The receipts as this terminal returns them; empty if it prints itself. */
export function paperOf({ terminal, memory }: TerminalParts, kind: LedgerKind, outcome: TransactionOutcome): Partial<Receipts> {
  if (memory.printerWidth === 0) return {};
  return receipts(kind, outcome, { ...terminal, width: memory.printerWidth });
}

/** An approval that is not from our requests: another desk's (with its own orderId), or a sum typed at the terminal (without one). */
export function foreignApproval(parts: TerminalParts, totalMinor: number, orderId: string | null): RememberedTransaction {
  const outcome: TransactionOutcome = {
    result: 0,
    totalMinor,
    tipMinor: 0,
    surchargeMinor: 0,
    stan: parts.nextStan(),
    endedAt: parts.clock(),
    cardSeen: true,
    verification: 'pin',
    paidIn: 'EUR',
    responseCode: '00',
    rejection: null,
  };
  return { kind: 'purchase', outcome, orderId, sequence: null };
}
