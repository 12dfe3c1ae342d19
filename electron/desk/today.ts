import type { Today, TodayChange } from '../../shared/ipc/today.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { createDayRows, type DayRowsParts } from './day-rows.ts';
import type { PaymentViews } from './payment-views.ts';

/** How many rows the list has at first, besides the unclear ones, and how many `showMore` adds. */
const PAGE = 200;
/** A longer list is cut to this many rows when the next payment begins. */
const KEPT = 5 * PAGE;

/**
 * Today's payments, newest first; the unclear ones, also of earlier days, come before them. Payments dated in the future are in the list
 * but not in the total. Only the rows that are shown are kept as whole views, the others as a few numbers, so that ten thousand sales in a
 * day cost little.
 */
export function createToday(parts: Omit<DayRowsParts, 'find' | 'touched'> & { readonly views: PaymentViews }) {
  const { views } = parts;
  let shown = new Map<string, PaymentView>();
  const rows = createDayRows({ ...parts, find: views.find, touched: (paymentId) => shown.delete(paymentId) });
  const differences = createDifferences();
  let limit = PAGE;

  /** @returns true if a new day began, or if other payments than before are dated in the future. Then all rows were loaded again. */
  function timePassed(): boolean {
    const passed = rows.timePassed();
    if (passed === 'same') return false;
    if (passed === 'other-day') limit = PAGE;
    shown.clear();
    rows.load();
    return true;
  }

  /** Payments that are not unclear, newest first, up to the limit. */
  function newestClear(): string[] {
    const order = rows.order();
    const ids: string[] = [];
    for (let place = order.length - 1; place >= 0 && ids.length < limit; place -= 1) {
      const id = order[place];
      if (id !== undefined && !rows.isUnclear(id)) ids.push(id);
    }
    return ids;
  }

  function summary(): Today {
    timePassed();
    const ids = [...rows.unclearNewestFirst(), ...newestClear()];
    const viewOf = views.now();
    shown = new Map(
      ids.flatMap((id) => {
        const view = shown.get(id) ?? viewOf(id);
        return view === null ? [] : [[id, view] as const];
      }),
    );
    return { payments: [...shown.values()], more: Math.max(0, rows.order().length - ids.length), ...rows.sum };
  }

  return {
    /** A payment began or changed, or another one that affects it. */
    changed: rows.changed,
    timePassed,
    /** A payment began: the operator is no longer reading far down the list. */
    begun(): void {
      limit = Math.min(limit, KEPT);
    },
    showMore(): void {
      limit += PAGE;
    },
    /** The shown rows of this terminal that offer a void. */
    voidableAt(terminalId: string): string[] {
      return [...shown.values()].filter((view) => view.voidable && view.terminalId === terminalId).map(({ id }) => id);
    },
    unclear: rows.unclear,
    /** The whole list, for a window that knows nothing yet. */
    summary(): Today {
      differences.forgetOrder();
      return summary();
    },
    /** What has changed since the last event. */
    change: (): TodayChange => differences.since(summary()),
  };
}

/** Remembers what the last event contained, so that the next one contains only what is new. */
function createDifferences() {
  let told = new Map<string, PaymentView>();
  let toldOrder: string | null = null;

  return {
    /** A snapshot may have shown another order than the last event, so the next event carries the order again. */
    forgetOrder(): void {
      toldOrder = null;
    },
    since({ payments, ...rest }: Today): TodayChange {
      // An unchanged view is the same object as before.
      const changed = payments.filter((view) => told.get(view.id) !== view);
      const order = payments.map(({ id }) => id);
      const isSameOrder = toldOrder === order.join();
      told = new Map(payments.map((view) => [view.id, view]));
      toldOrder = order.join();
      return { ...rest, changed, ...(isSameOrder ? {} : { order }) };
    },
  };
}
