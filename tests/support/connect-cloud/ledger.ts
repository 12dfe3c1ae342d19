import type { Said } from './script.ts';

/**
 * What really happened to the money, recorded by the server that moved it. Amounts are minor units. It does not know what the program under
 * test believes.
 */
export interface LedgerSnapshot {
  readonly attempts: readonly Attempt[];
  readonly voids: readonly VoidAttempt[];
  readonly lookups: readonly ShownLookup[];
  readonly cancels: readonly CancelWish[];
  readonly otherDesk: readonly OtherDeskTransaction[];
}

/** How much of an answer was handed to the operating system; `pending` while none was due. */
export type Delivered = 'pending' | 'full' | 'partial' | 'none';

/** One POST …/transaction that reached the server, however it ended. */
export interface Attempt {
  readonly sequence: number;
  readonly terminalId: string;
  readonly orderId: string | null;
  readonly transactionType: string;
  /** null: the body could not be read. */
  readonly requestedMinor: number | null;
  readonly at: string;
  script: string;
  outcome: 'running' | 'approved' | 'rejected' | 'refused';
  chargedMinor: number;
  tipMinor: number;
  surchargeMinor: number;
  stan: string | null;
  /** What the answer proves to someone who received all of it. */
  said: Said;
  delivered: Delivered;
}

/** One DELETE …/transaction. It names nothing, so this records which transaction it hit. */
export interface VoidAttempt {
  readonly terminalId: string;
  readonly at: string;
  readonly amountMinor: number | null;
  voided: boolean;
  hit: 'ours' | 'other-desk' | 'nothing';
  orderId: string | null;
  said: Said;
  delivered: Delivered;
}

export interface ShownLookup {
  readonly terminalId: string;
  readonly at: string;
  readonly orderId: string | null;
  /** True where the answer proves an approval for `orderId`: Result 0, a readable amount, an orderId. */
  readonly provesApproval: boolean;
  delivered: Delivered;
}

export interface CancelWish {
  readonly terminalId: string;
  readonly at: string;
  readonly hit: 'ours' | 'other-desk' | 'nothing';
  /** 0 while a POST of ours is open there; else since when there is none, null where there never was one. */
  readonly msSinceOpen: number | null;
}

export interface OtherDeskTransaction {
  readonly terminalId: string;
  readonly orderId: string | null;
  readonly chargedMinor: number;
  readonly at: string;
  voided: boolean;
}

/** Everything that one orderId did at one terminal. */
export interface LedgerEntry {
  readonly terminalId: string;
  readonly orderId: string | null;
  readonly posts: number;
  /** How many times the card was charged. More than once is the thing that must never happen. */
  readonly count: number;
  /** Sum of all charges, voids not taken off. */
  readonly charged: number;
  readonly tip: number;
  readonly surcharge: number;
  readonly voids: number;
}

export interface Ledger extends LedgerSnapshot {
  entries(): LedgerEntry[];
  /** The entry of one of our payments, wherever it ran; undefined where no POST carried that id. */
  entry(orderId: string): LedgerEntry | undefined;
  snapshot(): LedgerSnapshot;
}

export interface WritableLedger extends Ledger {
  readonly attempts: Attempt[];
  readonly voids: VoidAttempt[];
  readonly lookups: ShownLookup[];
  readonly cancels: CancelWish[];
  readonly otherDesk: OtherDeskTransaction[];
  openAttempt(terminalId: string, orderId: string | null, transactionType: string, requestedMinor: number | null): Attempt;
}

export function createLedger(): WritableLedger {
  const attempts: Attempt[] = [];
  const voids: VoidAttempt[] = [];
  const lookups: ShownLookup[] = [];
  const cancels: CancelWish[] = [];
  const otherDesk: OtherDeskTransaction[] = [];

  const entries = (): LedgerEntry[] => ledgerEntries({ attempts, voids });
  return {
    attempts,
    voids,
    lookups,
    cancels,
    otherDesk,
    entries,
    entry: (orderId) => entries().find((entry) => entry.orderId === orderId),
    snapshot: () => structuredClone({ attempts, voids, lookups, cancels, otherDesk }),
    openAttempt(terminalId, orderId, transactionType, requestedMinor) {
      const attempt: Attempt = {
        sequence: attempts.length + 1,
        terminalId,
        orderId,
        transactionType,
        requestedMinor,
        at: new Date().toISOString(),
        script: '',
        outcome: 'running',
        chargedMinor: 0,
        tipMinor: 0,
        surchargeMinor: 0,
        stan: null,
        said: 'unclear',
        delivered: 'pending',
      };
      attempts.push(attempt);
      return attempt;
    },
  };
}

/** Works on a snapshot too, which comes from the standalone process without methods. */
export function ledgerEntries({ attempts, voids }: Pick<LedgerSnapshot, 'attempts' | 'voids'>): LedgerEntry[] {
  const groups = new Map<string, Attempt[]>();
  for (const attempt of attempts) {
    const key = JSON.stringify([attempt.terminalId, attempt.orderId]);
    groups.set(key, [...(groups.get(key) ?? []), attempt]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const charges = group.filter((attempt) => attempt.outcome === 'approved');
    const sum = (amount: (attempt: Attempt) => number): number => charges.reduce((total, attempt) => total + amount(attempt), 0);
    const { terminalId, orderId } = first;
    return {
      terminalId,
      orderId,
      posts: group.length,
      count: charges.length,
      charged: sum((attempt) => attempt.chargedMinor),
      tip: sum((attempt) => attempt.tipMinor),
      surcharge: sum((attempt) => attempt.surchargeMinor),
      voids: voids.filter((each) => each.voided && each.terminalId === terminalId && each.orderId === orderId && each.hit === 'ours')
        .length,
    };
  });
}
