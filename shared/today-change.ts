import type { Today, TodayChange } from './ipc/today.ts';

/** Today with a change, as the window shows it from then on; null where the change speaks of a row that nobody has told of. */
export function withChange(today: Today, { changed, order, ...rest }: TodayChange): Today | null {
  const known = new Map([...today.payments, ...changed].map((view) => [view.id, view]));
  const ids = order ?? today.payments.map(({ id }) => id);
  const payments = ids.flatMap((id) => known.get(id) ?? []);
  return payments.length === ids.length ? { ...rest, payments } : null;
}
