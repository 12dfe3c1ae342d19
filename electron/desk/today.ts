import type { Today } from '../../shared/ipc/today.ts';
import type { PaymentFacts } from '../payments/core/facts.ts';
import { type PaymentSummary, summaryOf } from '../payments/core/summary.ts';
import { chargedMinorBy, moneyMovedBy } from '../payments/core/worth.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import { type Day, isWithin, latestCredible } from '../payments/rules/day.ts';
import { givenBackBy, hasGoneBack } from '../payments/rules/given-back.ts';
import type { PaymentViews } from './payment-views.ts';

/** Rows that the list carries at first, besides the unclear ones, and that each wish for more adds. */
const PAGE = 200;
/** What a person has scrolled through is carried no further than this once the next payment begins. */
const KEPT = 5 * PAGE;

/** A row that is not shown in full: as much of it as the count and the total need. */
type Row = {
  readonly startedAt: string;
  readonly unclear: boolean;
  /** What it adds to the day's total, in minor units. */
  readonly minor: number;
  /** The hotel has money of it: it is one of the day's payments. */
  readonly isPayment: boolean;
};

/**
 * Today's payments, newest first, anything unclear on top, also from earlier days. What is dated in the future is in the list and
 * in no sum. Keeps a few numbers for each payment and whole views of those that are shown, so that ten thousand sales in a day
 * weigh nothing.
 */
export function createToday(parts: {
  readonly views: PaymentViews;
  readonly journal: PaymentJournal;
  readonly today: () => Day;
  /** ISO 8601 in UTC. */
  readonly wallTime: () => string;
  /** Whether a payment belongs into the day's sum. */
  readonly counts: (payment: Pick<PaymentFacts, 'currency' | 'environment'>) => boolean;
}) {
  const { views, journal } = parts;
  const rows = new Map<string, Row>();
  /** Their ids, the oldest first. */
  let order: string[] = [];
  const unclear = new Set<string>();
  let shown = new Map<string, Today['payments'][number]>();
  let limit = PAGE;
  let day = parts.today();
  let credible = latestCredible(parts.wallTime());
  let count = 0;
  let totalMinor = 0;

  const isCounted = ({ startedAt }: Row): boolean => isWithin(day, startedAt) && startedAt <= credible;
  const startOf = (paymentId: string | undefined): string => (paymentId === undefined ? '' : (rows.get(paymentId)?.startedAt ?? ''));

  function add(row: Row, sign: 1 | -1): void {
    if (!isCounted(row)) return;
    totalMinor += sign * row.minor;
    if (row.isPayment) count += sign;
  }

  /** @param naming whatever names it: what was given back of it is no sale of the day any more */
  function take(payment: PaymentSummary, naming: () => readonly PaymentSummary[]): void {
    const { id } = payment;
    const before = rows.get(id);
    const row = rowOf(payment, naming);
    shown.delete(id);
    if (before !== undefined) add(before, -1);
    if (row.unclear) unclear.add(id);
    else unclear.delete(id);
    if (!row.unclear && row.startedAt < day.start) {
      if (rows.delete(id)) order = order.filter((each) => each !== id);
      return;
    }
    rows.set(id, row);
    add(row, 1);
    if (before === undefined) insert(id, row.startedAt);
  }

  /** Nearly always at the end: only a clock that was set makes it older than one that is there. */
  function insert(paymentId: string, startedAt: string): void {
    let place = order.length;
    while (place > 0 && startOf(order[place - 1]) > startedAt) place -= 1;
    order.splice(place, 0, paymentId);
  }

  function rowOf(payment: PaymentSummary, naming: () => readonly PaymentSummary[]): Row {
    const { kind, startedAt, worth } = payment;
    const chargedMinor = chargedMinorBy(payment.amountMinor, worth);
    const moved = moneyMovedBy(worth);
    const row = { startedAt, unclear: moved === 'unknown' };
    if (moved !== 'yes' || !parts.counts(payment)) return { ...row, minor: 0, isPayment: false };
    // Amounts are positive everywhere; the kind gives the sign.
    if (kind === 'refund' || kind === 'void') return { ...row, minor: -chargedMinor, isPayment: false };
    const isPayment = kind === 'manual' || !hasGoneBack({ chargedMinor, givenBackMinor: givenBackBy(payment, naming) });
    return { ...row, minor: chargedMinor, isPayment };
  }

  function load(): void {
    rows.clear();
    unclear.clear();
    order = [];
    shown.clear();
    count = 0;
    totalMinor = 0;
    day = parts.today();
    credible = latestCredible(parts.wallTime());
    for (const { facts } of [...journal.open(), ...journal.unresolved()]) changed(facts.id);
    const naming = Map.groupBy(journal.summariesNaming(day.start), ({ originalId }) => originalId);
    for (const payment of journal.summariesSince(day.start)) {
      if (!rows.has(payment.id)) take(payment, () => naming.get(payment.id) ?? []);
    }
  }

  function changed(paymentId: string): void {
    const payment = views.find(paymentId);
    if (payment !== null) take(summaryOf(payment), () => journal.byOriginal(paymentId).map(summaryOf));
  }

  /** How many are dated later than a moment. */
  function datedAfter(moment: string): number {
    let place = order.length;
    while (place > 0 && startOf(order[place - 1]) > moment) place -= 1;
    return order.length - place;
  }

  /** @returns whether the day is another one, or something is dated in the future that was not, or is not any more. */
  function timePassed(): boolean {
    const now = latestCredible(parts.wallTime());
    const { start, end } = parts.today();
    const isSameDay = start === day.start && end === day.end;
    if (isSameDay && datedAfter(now) === datedAfter(credible)) {
      credible = now;
      return false;
    }
    if (!isSameDay) limit = PAGE;
    load();
    return true;
  }

  /** What is not unclear, the newest first, up to the limit. */
  function newestClear(): string[] {
    const ids: string[] = [];
    for (let place = order.length - 1; place >= 0 && ids.length < limit; place -= 1) {
      const id = order[place];
      if (id !== undefined && !unclear.has(id)) ids.push(id);
    }
    return ids;
  }

  load();
  return {
    /** A payment began or changed, or something that it is tied to. */
    changed,
    timePassed,
    /** A payment began: nobody reads on far down the list. */
    begun(): void {
      limit = Math.min(limit, KEPT);
    },
    showMore(): void {
      limit += PAGE;
    },
    /** Of the rows that are shown, those that say that they may be voided. */
    voidableAt(terminalId: string): string[] {
      return [...shown.values()].filter((view) => view.voidable && view.terminalId === terminalId).map(({ id }) => id);
    },
    /** May have been charged, whenever that was. */
    unclear: (): readonly string[] => [...unclear],
    summary(): Today {
      timePassed();
      const unclearFirst = [...unclear].sort((a, b) => (startOf(a) < startOf(b) ? 1 : -1));
      const ids = [...unclearFirst, ...newestClear()];
      const viewOf = views.now();
      shown = new Map(
        ids.flatMap((id) => {
          const view = shown.get(id) ?? viewOf(id);
          return view === null ? [] : [[id, view] as const];
        }),
      );
      return { payments: [...shown.values()], more: Math.max(0, order.length - ids.length), count, totalMinor };
    },
  };
}
