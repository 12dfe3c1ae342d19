import type { LookupAnswer, SaleOutcome } from '../../../electron/payments/core/outcome.ts';
import { approvalOf, blankRecord, proofFor } from '../../support/fakes/fake-card-terminal.ts';

/** What really happened to each request at Nets: the truth that the desk's journal is compared with. */
type Entry = {
  readonly orderId: string;
  readonly terminalId: string;
  readonly amountMinor: number;
  ended: 'charged' | 'not-charged' | null;
};

export function createNetsLedger() {
  const entries: Entry[] = [];
  const latest = new Map<string, Entry>();
  const open = (): Entry[] => entries.filter(({ ended }) => ended === null);

  return {
    /** The request's first byte arrived. */
    began(orderId: string, terminalId: string, amountMinor: number): void {
      if (entries.some((entry) => entry.orderId === orderId)) throw new Error(`${orderId} reached Nets twice`);
      entries.push({ orderId, terminalId, amountMinor, ended: null });
    },
    /** The terminal is done; its answer may still get lost on the way. Null when nothing of that order was going on. */
    ends(orderId: string, how: 'charged' | 'cancelled' | 'timed-out' | 'host'): SaleOutcome | null {
      const entry = open().find((one) => one.orderId === orderId);
      if (entry === undefined) return null;
      entry.ended = how === 'charged' ? 'charged' : 'not-charged';
      latest.set(entry.terminalId, entry);
      return how === 'charged' ? { kind: 'approved', approval: approvalOf(entry.amountMinor) } : { kind: 'rejected', how, hostCode: null };
    },
    /** What GET transaction shows: the latest one that ended there, and a rejection never says whose it was. */
    shows(terminalId: string): LookupAnswer {
      const entry = latest.get(terminalId);
      if (entry === undefined) return { kind: 'no-transaction' };
      if (entry.ended === 'charged') return proofFor(entry.orderId, entry.amountMinor);
      return { kind: 'record', record: { ...blankRecord, result: 2, totalMinor: 0 } };
    },
    of: (orderId: string): Entry | null => entries.find((entry) => entry.orderId === orderId) ?? null,
    isLatest: (orderId: string): boolean => [...latest.values()].some((entry) => entry.orderId === orderId),
    open,
  };
}
