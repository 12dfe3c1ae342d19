import type { Addendum } from '../../../shared/day-close.ts';
import type { DayRow } from '../core/day-row.ts';
import { moneyMovedBy } from '../core/worth.ts';
import { type Counts, isPersonsWord, signedMinorOf } from './day-totals.ts';

/** A payment before and after one of its rows. Null: it did not exist. */
type Change = { readonly at: string; readonly before: DayRow | null; readonly after: DayRow };

/**
 * What came to light about a day after it was closed, in the order in which it did. The closed day itself never changes. A payment that
 * began after the close is one entry, which says what is known of it now.
 */
export function addenda(changes: readonly Change[], counts: Counts): Addendum[] {
  const byPayment = Map.groupBy(changes, ({ after }) => after.id);
  return [...byPayment.values()].flatMap((its) => ofPayment(its, counts)).sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
}

function ofPayment(its: readonly Change[], counts: Counts): Addendum[] {
  const [first] = its;
  const last = its.at(-1);
  if (first === undefined || last === undefined) return [];
  const told = its.filter(({ before, after }) => tells(before) !== tells(after));
  if (first.before !== null) return told.map((change) => entry(change, counts));
  // One that came to nothing changed nothing.
  if (moneyMovedBy(last.after.worth) === 'no') return [];
  return [entry({ at: told.at(-1)?.at ?? last.at, before: null, after: last.after }, counts)];
}

/** Everything about a payment that its day's close says. */
const tells = (row: DayRow | null): string =>
  row === null ? '' : [moneyMovedBy(row.worth), signedMinorOf(row), isPersonsWord(row), row.signature].join();

function entry({ at, before, after }: Change, counts: Counts): Addendum {
  const { id: paymentId, kind, reference, terminalName, currency, amountMinor } = after;
  const isSignature = before !== null && tells({ ...before, signature: after.signature }) === tells(after);
  return {
    paymentId,
    at,
    what: before === null ? 'new' : isSignature ? 'signed' : 'known',
    moneyMoved: moneyMovedBy(after.worth),
    byPerson: kind === 'manual' || after.worth.name === 'settled-by-person' ? after.worth.approvedMinor === null : false,
    ...{ kind, reference, terminalName, currency, amountMinor },
    changeMinor: counts(after) ? signedMinorOf(after) - (before === null ? 0 : signedMinorOf(before)) : 0,
  };
}
