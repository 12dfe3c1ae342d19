import type { Today, TodayChange } from '../../shared/ipc/today.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { createDayRows, type DayRowsParts } from './day-rows.ts';
import type { PaymentViews } from './payment-views.ts';

/** Rows that the list carries at first, besides the unclear ones, and that each wish for more adds. */
const PAGE = 200;
/** What a person has scrolled through is carried no further than this once the next payment begins. */
const KEPT = 5 * PAGE;

/**
 * Today's payments, newest first, anything unclear on top, also from earlier days. What is dated in the future is in the list and
 * in no sum. Keeps a few numbers for each payment and whole views of those that are shown, so that ten thousand sales in a day
 * weigh nothing.
 */
export function createToday(parts: Omit<DayRowsParts, 'find' | 'touched'> & { readonly views: PaymentViews }) {
  const { views } = parts;
  let shown = new Map<string, PaymentView>();
  const rows = createDayRows({ ...parts, find: views.find, touched: (paymentId) => shown.delete(paymentId) });
  const differences = createDifferences();
  let limit = PAGE;

  /** @returns whether the day is another one, or something is dated in the future that was not, or is not any more. */
  function timePassed(): boolean {
    const passed = rows.timePassed();
    if (passed === 'same') return false;
    if (passed === 'other-day') limit = PAGE;
    shown.clear();
    rows.load();
    return true;
  }

  /** What is not unclear, the newest first, up to the limit. */
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
    /** A payment began or changed, or something that it is tied to. */
    changed: rows.changed,
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
    unclear: rows.unclear,
    /** All of it, for a window that knows nothing yet. */
    summary(): Today {
      differences.forgetOrder();
      return summary();
    },
    /** What is another since the last event. */
    change: (): TodayChange => differences.since(summary()),
  };
}

/** What the events have told of the list, so that each tells only what is new. */
function createDifferences() {
  let told = new Map<string, PaymentView>();
  let toldOrder: string | null = null;

  return {
    /** A snapshot may have shown an order between two events: the next event says what it is. */
    forgetOrder(): void {
      toldOrder = null;
    },
    since({ payments, ...rest }: Today): TodayChange {
      // A view that nothing touched is the same object as before.
      const changed = payments.filter((view) => told.get(view.id) !== view);
      const order = payments.map(({ id }) => id);
      const isSameOrder = toldOrder === order.join();
      told = new Map(payments.map((view) => [view.id, view]));
      toldOrder = order.join();
      return { ...rest, changed, ...(isSameOrder ? {} : { order }) };
    },
  };
}
