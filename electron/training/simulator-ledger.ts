export type LedgerKind = 'purchase' | 'returnOfGoods' | 'void';
export type LedgerReason =
  | 'approved'
  | 'declined'
  | 'cancelled-by-guest'
  | 'cancelled-by-desk'
  | 'timed-out'
  | 'busy'
  | 'not-connected'
  | 'unknown-terminal'
  | 'nothing-to-void'
  | 'other-amount'
  | 'switched-off';

/**
 * What one money request did at the terminal, whatever its sender was told. Amounts in minor units; `kind` says in which direction the
 * money moved.
 */
export interface LedgerEntry {
  readonly sequence: number;
  readonly kind: LedgerKind;
  readonly terminalId: string;
  readonly orderId: string | null;
  /** What was asked. */
  readonly amount: number;
  readonly receivedAt: string;
  readonly endedAt: string | null;
  readonly outcome: 'running' | 'charged' | 'not-charged';
  /** What was charged, with tip and surcharge; 0 unless `charged`. For a refund or a void: what was given back. */
  readonly chargedMinor: number;
  readonly tipMinor: number;
  readonly surchargeMinor: number;
  readonly stan: string | null;
  readonly reason: LedgerReason | null;
  /** For a void of a transaction in this ledger: that entry's `sequence`. */
  readonly voids: number | null;
}

export type Received = Pick<LedgerEntry, 'kind' | 'terminalId' | 'orderId' | 'amount'>;
export type Charged = Pick<LedgerEntry, 'chargedMinor' | 'tipMinor' | 'surchargeMinor' | 'stan'> & { readonly voids?: number | null };

/**
 * What really happened to the money in training mode, kept apart from what the app is told. It holds every well-formed money request that
 * arrived, also refused ones, and nothing else. Sales of another desk are not in it, so it can be compared with the app's export line by
 * line.
 */
export interface SimulatorLedger {
  entries(): readonly LedgerEntry[];
  /** @returns the entry's sequence, to end it with. */
  received(request: Received, at: number): number;
  charged(sequence: number, charge: Charged, at: number): void;
  notCharged(sequence: number, reason: LedgerReason, at: number): void;
  /** The simulator closes: transactions that are still running are not charged. */
  switchedOff(at: number): void;
}

export function createSimulatorLedger(): SimulatorLedger {
  const entries: LedgerEntry[] = [];

  function end(sequence: number, ending: Partial<LedgerEntry>, at: number): void {
    const entry = entries[sequence - 1];
    if (entry === undefined || entry.outcome !== 'running') throw new Error(`Ledger entry ${sequence} is not running`);
    entries[sequence - 1] = { ...entry, ...ending, endedAt: new Date(at).toISOString() };
  }

  const ledger: SimulatorLedger = {
    entries: () => [...entries],
    received(request, at) {
      const sequence = entries.length + 1;
      entries.push({
        sequence,
        ...request,
        receivedAt: new Date(at).toISOString(),
        endedAt: null,
        outcome: 'running',
        chargedMinor: 0,
        tipMinor: 0,
        surchargeMinor: 0,
        stan: null,
        reason: null,
        voids: null,
      });
      return sequence;
    },
    charged(sequence, charge, at) {
      end(sequence, { voids: null, ...charge, outcome: 'charged', reason: 'approved' }, at);
    },
    notCharged(sequence, reason, at) {
      end(sequence, { outcome: 'not-charged', reason }, at);
    },
    switchedOff(at) {
      for (const entry of [...entries]) if (entry.outcome === 'running') ledger.notCharged(entry.sequence, 'switched-off', at);
    },
  };
  return ledger;
}
