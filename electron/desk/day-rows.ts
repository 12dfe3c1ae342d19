import type { PaymentFacts } from '../payments/core/facts.ts';
import { type PaymentSummary, summaryOf } from '../payments/core/summary.ts';
import { chargedMinorBy, moneyMovedBy } from '../payments/core/worth.ts';
import type { JournalledPayment, PaymentJournal } from '../payments/ports.ts';
import { type Day, isWithin, latestCredible } from '../payments/rules/day.ts';
import { isReversedInFull, reversedMinorOf } from '../payments/rules/reversed.ts';

/** A row that is not shown in full: as much of it as the count and the total need. */
type Row = {
  readonly startedAt: string;
  readonly unclear: boolean;
  /** What it adds to the day's total, in minor units. */
  readonly minor: number;
  /** The hotel has money of it: it is one of the day's payments. */
  readonly isPayment: boolean;
};

export type DayRowsParts = {
  readonly journal: PaymentJournal;
  /** As this process knows it, else as the journal does. */
  readonly find: (paymentId: string) => JournalledPayment | null;
  readonly today: () => Day;
  /** ISO 8601 in UTC. */
  readonly wallTime: () => string;
  /** Whether a payment belongs into the day's sum. */
  readonly counts: (payment: Pick<PaymentFacts, 'currency' | 'environment'>) => boolean;
  /** What is known of this row is another. */
  readonly touched: (paymentId: string) => void;
};

/** Rows by id, and their order by the moment they began: the oldest first. */
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
      // Nearly always at the end: only a clock that was set makes it older than one that is there.
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
    /** How many began later than a moment. */
    after(moment: string): number {
      let place = order.length;
      while (place > 0 && startOf(order[place - 1]) > moment) place -= 1;
      return order.length - place;
    },
  };
}

/** @param naming whatever names it: what was given back of it is no sale of the day any more */
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

/** The payments of the day as a few numbers each, with their count and their sum, and whatever is unclear from earlier days. */
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
    /** May have been charged, whenever that was. */
    unclear: (): readonly string[] => [...unclear],
    unclearNewestFirst: (): string[] => [...unclear].sort((a, b) => (rows.startOf(a) < rows.startOf(b) ? 1 : -1)),
    /** What the passing of time means. `same`: nothing. Where it means something, all is to be loaded again. */
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
