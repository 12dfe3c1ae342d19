import type { PaymentFacts } from '../payments/core/facts.ts';
import { type PaymentSummary, summaryOf } from '../payments/core/summary.ts';
import { chargedMinorBy, moneyMovedBy } from '../payments/core/worth.ts';
import type { JournalledPayment, PaymentJournal } from '../payments/ports.ts';
import { type Day, isWithin, latestCredible } from '../payments/rules/day.ts';
import { isReversedInFull, reversedMinorOf } from '../payments/rules/reversed.ts';

/** The part of a payment that the day's count and total need. */
type Row = {
  readonly startedAt: string;
  readonly unclear: boolean;
  /** What it adds to the day's total, in minor units; negative if it gives money back. */
  readonly minor: number;
  /** It is counted as a payment: the hotel has at least a part of its money. */
  readonly isPayment: boolean;
};

export type DayRowsParts = {
  readonly journal: PaymentJournal;
  /** From the runner if it runs this payment, otherwise from the journal. */
  readonly find: (paymentId: string) => JournalledPayment | null;
  readonly today: () => Day;
  /** ISO 8601 in UTC. */
  readonly wallTime: () => string;
  /** Whether a payment belongs in the day's total. */
  readonly counts: (payment: Pick<PaymentFacts, 'currency' | 'environment'>) => boolean;
  /** This payment's row may have changed, so a stored view of it is out of date. */
  readonly touched: (paymentId: string) => void;
};

/** Rows by payment id, and the ids in the order in which the payments began, oldest first. */
function createOrderedRows() {
  const rows = new Map<string, Row>();
  let order: string[] = [];
  const startOf = (paymentId: string | undefined): string => (paymentId === undefined ? '' : (rows.get(paymentId)?.startedAt ?? ''));

  return {
    startOf,
    get: (paymentId: string): Row | undefined => rows.get(paymentId),
    order: (): readonly string[] => order,
    put(paymentId: string, row: Row): void {
      const isNew = !rows.has(paymentId);
      rows.set(paymentId, row);
      if (!isNew) return;
      // Nearly always at the end: a new payment is only older than a stored one if somebody set the PC's clock.
      let place = order.length;
      while (place > 0 && startOf(order[place - 1]) > row.startedAt) place -= 1;
      order.splice(place, 0, paymentId);
    },
    remove(paymentId: string): void {
      if (rows.delete(paymentId)) order = order.filter((each) => each !== paymentId);
    },
    clear(): void {
      rows.clear();
      order = [];
    },
    /** How many began later than this moment (ISO 8601, UTC). */
    after(moment: string): number {
      let place = order.length;
      while (place > 0 && startOf(order[place - 1]) > moment) place -= 1;
      return order.length - place;
    },
  };
}

/** @param naming all payments that name this one: a sale that was given back in full is not counted */
function rowOf(payment: PaymentSummary, naming: () => readonly PaymentSummary[], counts: DayRowsParts['counts']): Row {
  const { kind, startedAt, worth } = payment;
  const chargedMinor = chargedMinorBy(payment.amountMinor, worth);
  const moved = moneyMovedBy(worth);
  const row = { startedAt, unclear: moved === 'unknown' };
  if (moved !== 'yes' || !counts(payment)) return { ...row, minor: 0, isPayment: false };
  // Amounts are positive everywhere; the kind gives the sign.
  if (kind === 'refund' || kind === 'void') return { ...row, minor: -chargedMinor, isPayment: false };
  const isPayment = kind === 'manual' || !isReversedInFull({ chargedMinor, reversedMinor: reversedMinorOf(payment, naming) });
  return { ...row, minor: chargedMinor, isPayment };
}

/** Today's payments as a few numbers each, with their count and total, and the unclear payments of earlier days. */
export function createDayRows(parts: DayRowsParts) {
  const { journal } = parts;
  const rows = createOrderedRows();
  const unclear = new Set<string>();
  const sum = { count: 0, totalMinor: 0 };
  let day = parts.today();
  let credible = latestCredible(parts.wallTime());

  function add({ startedAt, minor, isPayment }: Row, sign: 1 | -1): void {
    if (!isWithin(day, startedAt) || startedAt > credible) return;
    sum.totalMinor += sign * minor;
    if (isPayment) sum.count += sign;
  }

  function take(payment: PaymentSummary, naming: () => readonly PaymentSummary[]): void {
    const { id } = payment;
    const before = rows.get(id);
    const row = rowOf(payment, naming, parts.counts);
    parts.touched(id);
    if (before !== undefined) add(before, -1);
    if (row.unclear) unclear.add(id);
    else unclear.delete(id);
    if (!row.unclear && row.startedAt < day.start) {
      rows.remove(id);
    } else {
      rows.put(id, row);
      add(row, 1);
    }
  }

  function changed(paymentId: string): void {
    const payment = parts.find(paymentId);
    if (payment !== null) take(summaryOf(payment), () => journal.byOriginal(paymentId).map(summaryOf));
  }

  function load(): void {
    rows.clear();
    unclear.clear();
    Object.assign(sum, { count: 0, totalMinor: 0 });
    day = parts.today();
    credible = latestCredible(parts.wallTime());
    for (const { facts } of [...journal.open(), ...journal.unresolved()]) changed(facts.id);
    const naming = Map.groupBy(journal.summariesNaming(day.start), ({ originalId }) => originalId);
    for (const payment of journal.summariesSince(day.start)) {
      if (rows.get(payment.id) === undefined) take(payment, () => naming.get(payment.id) ?? []);
    }
  }

  load();
  return {
    ...{ changed, load, sum },
    order: rows.order,
    isUnclear: (paymentId: string): boolean => unclear.has(paymentId),
    /** Payments that may have been charged, from any day. */
    unclear: (): readonly string[] => [...unclear],
    unclearNewestFirst: (): string[] => [...unclear].sort((a, b) => (rows.startOf(a) < rows.startOf(b) ? 1 : -1)),
    /**
     * Whether time has changed anything. `other-day`: a new day began. `other-future`: other payments than before are dated in the future.
     * After these two the caller must call `load`.
     */
    timePassed(): 'same' | 'other-day' | 'other-future' {
      const now = latestCredible(parts.wallTime());
      const { start, end } = parts.today();
      if (start !== day.start || end !== day.end) return 'other-day';
      if (rows.after(now) !== rows.after(credible)) return 'other-future';
      credible = now;
      return 'same';
    },
  };
}
