import type { PaymentFacts } from '../../../electron/payments/core/facts.ts';
import { type Receipt, receiptsIn } from '../../../electron/payments/core/receipts.ts';
import { isFinal, isOpen, type PaymentState } from '../../../electron/payments/core/state.ts';
import { summaryOf } from '../../../electron/payments/core/summary.ts';
import type { CreateFailure, JournalledPayment, JournalRow, PaymentJournal, WriteFailure } from '../../../electron/payments/ports.ts';
import { isSameReference } from '../../../shared/reference.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';

type Kept = {
  readonly facts: PaymentFacts;
  readonly idempotencyKey: string;
  readonly startedAt: string;
  readonly rows: JournalRow[];
  readonly receipts: (Receipt & { readonly rejected: boolean })[];
  sentAt: string | null;
  releasedAt: string | null;
  endedAt: string | null;
};

export type MemoryJournal = PaymentJournal & {
  /** While this is set every write fails with it, and nothing is kept. */
  failing: WriteFailure['kind'] | null;
  /** Payments whose session is closed, or may be. */
  reconciled: Set<string>;
  /** Which write fails: told the payment and the row, says with what, or null. */
  failsFor: (paymentId: string, row: JournalRow) => WriteFailure['kind'] | null;
  /** How often a write was tried, kept or not. */
  tries(): number;
  /** The names of the states in the order in which they were written, first row included. */
  stateNames(paymentId: string): PaymentState['name'][];
  /** The events in the order in which they were written. */
  eventNames(paymentId: string): JournalRow['event']['type'][];
};

/**
 * A `PaymentJournal` without a disk. What goes in is copied as JSON, as a database would: later changes to the objects
 * do not reach it, and nothing that JSON cannot hold survives. The copies are frozen, so that reads may hand them out.
 */
export function createMemoryJournal(): MemoryJournal {
  const payments = new Map<string, Kept>();
  let tries = 0;

  const lastState = (kept: Kept): PaymentState => {
    const last = kept.rows.at(-1);
    if (last === undefined) throw new Error('A payment without rows');
    return last.state;
  };
  const view = (kept: Kept): JournalledPayment => ({
    facts: kept.facts,
    state: lastState(kept),
    startedAt: kept.startedAt,
    endedAt: kept.endedAt,
    releasedAt: kept.releasedAt,
  });
  const holdsTerminal = (kept: Kept): boolean => isOpen(lastState(kept)) && kept.releasedAt === null;
  const holder = (terminalId: string, except: Kept | null): Kept | undefined =>
    [...payments.values()].find((kept) => kept !== except && kept.facts.terminalId === terminalId && holdsTerminal(kept));
  /** A request that provably never left says nothing about its terminal. */
  const reachedTerminal = (kept: Kept): boolean => {
    const state = lastState(kept);
    return kept.sentAt !== null && !(state.name === 'refused' && state.reason === 'not-sent');
  };
  const those = (wanted: (kept: Kept) => boolean): readonly JournalledPayment[] => [...payments.values()].filter(wanted).map(view);

  function failure(paymentId: string, row: JournalRow): WriteFailure | null {
    tries += 1;
    const kind = journal.failing ?? journal.failsFor(paymentId, row);
    return kind === null ? null : { kind, cause: new Error(`The test asked for ${kind}`) };
  }

  function add(kept: Kept, given: JournalRow): void {
    const row = copy(given);
    const rejected = row.event.type === 'answered' && row.event.outcome.kind === 'rejected';
    kept.receipts.push(...receiptsIn(row, kept.facts).map((receipt) => ({ ...receipt, rejected })));
    kept.rows.push(withoutReceipts(row));
    if (row.state.name === 'sent' || row.state.name === 'cancelling' || row.state.name === 'checking') kept.sentAt ??= row.at;
    if (row.event.type === 'released') kept.releasedAt ??= row.at;
    if (isFinal(row.state)) kept.endedAt ??= row.at;
  }

  const journal: MemoryJournal = {
    failing: null,
    reconciled: new Set(),
    failsFor: () => null,
    tries: () => tries,
    stateNames: (paymentId) => journal.rows(paymentId).map(({ state }) => state.name),
    eventNames: (paymentId) => journal.rows(paymentId).map(({ event }) => event.type),

    create(facts, idempotencyKey, row): Result<null, CreateFailure> {
      const failing = failure(facts.id, row);
      if (failing !== null) return failed(failing);
      const used = [...payments.values()].find((kept) => kept.idempotencyKey === idempotencyKey);
      if (used !== undefined) return failed({ kind: 'key-used', paymentId: used.facts.id });
      if (isOpen(row.state) && facts.terminalId !== null && holder(facts.terminalId, null) !== undefined) {
        return failed({ kind: 'terminal-held' });
      }
      for (const kept of payments.values()) {
        if (kept.facts.id === facts.id || kept.facts.orderId === facts.orderId) return failed(broken('An id was used twice'));
      }
      const kept: Kept = {
        facts: copy(facts),
        idempotencyKey,
        startedAt: row.at,
        rows: [],
        receipts: [],
        sentAt: null,
        releasedAt: null,
        endedAt: null,
      };
      add(kept, row);
      payments.set(facts.id, kept);
      return ok(null);
    },

    append(paymentId, row): Result<null, WriteFailure> {
      const failing = failure(paymentId, row);
      if (failing !== null) return failed(failing);
      const kept = payments.get(paymentId);
      if (kept === undefined) return failed(broken(`No payment ${paymentId} to append to`));
      const { terminalId } = kept.facts;
      const takesTerminal = isOpen(row.state) && kept.releasedAt === null && row.event.type !== 'released' && terminalId !== null;
      if (takesTerminal && holder(terminalId, kept) !== undefined) return failed(broken(`Another payment holds ${terminalId}`));
      add(kept, row);
      return ok(null);
    },

    byId(paymentId) {
      const kept = payments.get(paymentId);
      return kept === undefined ? null : view(kept);
    },
    open: () => those((kept) => isOpen(lastState(kept))),
    unresolved: () => those((kept) => lastState(kept).name === 'unresolved'),
    unproven: () => those((kept) => isOpen(lastState(kept)) || lastState(kept).name === 'unresolved'),
    byOrderId: (orderId) => those((kept) => kept.facts.orderId === orderId)[0] ?? null,
    byReference: (reference) => those((kept) => isSameReference(kept.facts.reference, reference)),
    byOriginal: (originalId) => those((kept) => kept.facts.originalId === originalId),
    byRequest: (requestId) => those((kept) => kept.facts.requestId === requestId),
    unsigned: (askedSince) => those((kept) => wantsSignature(lastState(kept), kept.startedAt >= askedSince)),
    startedSince: (iso) => those((kept) => kept.startedAt >= iso),
    summariesSince: (iso) =>
      journal
        .startedSince(iso)
        .map(summaryOf)
        .sort((a, b) => (a.startedAt === b.startedAt ? 0 : a.startedAt < b.startedAt ? -1 : 1)),
    summariesNaming(iso) {
      const named = new Set(journal.startedSince(iso).map(({ facts }) => facts.id));
      return those(({ facts }) => facts.originalId !== null && named.has(facts.originalId)).map(summaryOf);
    },
    latestAt: (terminalId, back = 0) =>
      those((kept) => kept.facts.terminalId === terminalId && reachedTerminal(kept)).at(-1 - back) ?? null,
    latestRunAt: (terminalId) =>
      those((kept) => kept.facts.terminalId === terminalId && kept.sentAt !== null && lastState(kept).name !== 'refused').at(-1) ?? null,
    rows: (paymentId) => [...(payments.get(paymentId)?.rows ?? [])],
    receipts(paymentId) {
      const kept = payments.get(paymentId);
      if (kept === undefined) return [];
      const isApproved = lastState(kept).name === 'approved';
      return kept.receipts.flatMap(({ rejected, ...receipt }) => (isApproved && rejected ? [] : [receipt]));
    },
    mayBeReconciled: (paymentId) => journal.reconciled.has(paymentId),
    cancelAsked: (paymentId) => (payments.get(paymentId)?.rows ?? []).some(({ event }) => event.type === 'cancel-asked'),
  };
  return journal;
}

const wantsSignature = (state: PaymentState, isRecent: boolean): boolean =>
  state.name === 'approved' && (state.signature === 'refused' || (state.signature === 'asked' && isRecent));
const broken = (what: string): WriteFailure => ({ kind: 'unavailable', cause: new Error(what) });
const copy = <T>(value: T): T => frozen(JSON.parse(JSON.stringify(value)));
const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) for (const member of Object.values(Object.freeze(value))) frozen(member);
  return value;
};

/** They are read apart from the rows, as from a disk. */
function withoutReceipts(row: JournalRow): JournalRow {
  if (row.evidence?.receipts === undefined) return row;
  const { receipts: _apart, ...evidence } = row.evidence;
  return { ...row, evidence };
}
