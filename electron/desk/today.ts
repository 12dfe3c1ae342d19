import type { Today } from '../../shared/ipc.ts';
import type { PaymentView } from '../../shared/payment.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import type { PaymentViews } from './payment-views.ts';

/** Rows the side list carries at most, besides the unclear ones; the count and the total cover the whole day. */
const LIST_LENGTH = 60;

/**
 * Today's payments, newest first, anything unclear on top, also from earlier days. Keeps the rows that are shown and
 * one number for each counted payment, so that ten thousand sales in a day weigh nothing.
 */
export function createToday(parts: {
  readonly views: PaymentViews;
  readonly journal: PaymentJournal;
  readonly startOfToday: () => string;
  /** Whether a payment belongs into the day's sum. */
  readonly counts: (payment: PaymentView) => boolean;
}) {
  const { views, journal } = parts;
  let since = parts.startOfToday();
  const shown = new Map<string, PaymentView>();
  const counted = new Map<string, number>();

  function take(paymentId: string): void {
    const view = views.one(paymentId);
    if (view === null) return;
    if (isUnclear(view) || view.startedAt >= since) shown.set(paymentId, view);
    else shown.delete(paymentId);
    if (view.startedAt >= since && view.moneyMoved === 'yes' && parts.counts(view)) counted.set(paymentId, signed(view));
    else counted.delete(paymentId);
    for (const old of settledNewestFirst().slice(LIST_LENGTH)) shown.delete(old.id);
  }

  const settledNewestFirst = (): PaymentView[] => newestFirst([...shown.values()].filter((view) => !isUnclear(view)));

  function load(): void {
    shown.clear();
    counted.clear();
    for (const payment of [...journal.startedSince(since), ...journal.open(), ...journal.unresolved()]) take(payment.facts.id);
  }

  load();
  return {
    /** A payment began or changed. */
    changed: take,
    summary(): Today {
      const start = parts.startOfToday();
      if (start !== since) {
        since = start;
        load();
      }
      const unclear = newestFirst([...shown.values()].filter(isUnclear));
      return {
        payments: [...unclear, ...settledNewestFirst()],
        count: counted.size,
        totalMinor: [...counted.values()].reduce((sum, minor) => sum + minor, 0),
      };
    },
  };
}

const newestFirst = (views: PaymentView[]): PaymentView[] => views.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
const isUnclear = (view: PaymentView): boolean => view.moneyMoved === 'unknown';

/** Amounts are positive everywhere; the kind gives the sign. */
const signed = (view: PaymentView): number => (view.kind === 'refund' || view.kind === 'void' ? -view.chargedMinor : view.chargedMinor);
