import { HISTORY_PAGE } from '../../shared/history-terms.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { createPaymentViews } from '../desk/payment-views.ts';
import { createToday } from '../payments/rules/day.ts';
import { createPaymentReads } from '../storage/payment-reads.ts';
import { openSearchFile, type SearchFile } from '../storage/search-file.ts';
import { searchTerms } from '../storage/search-terms.ts';
import { Database, type SqliteDatabase } from '../storage/sqlite.ts';
import type { Here, Orders, ThreadFiles } from './orders.ts';
import { writeCsv } from './write-csv.ts';

/** The lists of the newest searches: rows of the one before may still be on their way. */
const KEPT_LISTS = 2;

export type Reader = ReturnType<typeof openReader>;

/**
 * Reads the journal for lists, on a connection of its own that cannot write, so that no sale waits for a search. A payment is read by the
 * same rules as anywhere else.
 */
export function openReader(files: ThreadFiles, isStopped: () => boolean) {
  const journal = new Database(files.journal, { readonly: true, fileMustExist: true });
  // The usual cache of sixteen megabytes would stay for as long as the program runs.
  journal.pragma('cache_size = -2000');
  const viewsAt = createViewer(journal);
  const selectPeriod = journal
    .prepare<[string, string], unknown>('SELECT number FROM payments WHERE started_at >= ? AND started_at < ? ORDER BY number DESC')
    .pluck();
  const selectAll = journal.prepare<[], unknown>('SELECT number FROM payments ORDER BY number DESC').pluck();
  const selectId = journal.prepare<[number], unknown>('SELECT id FROM payments WHERE number = ?').pluck();
  const lists = new Map<number, Int32Array>();
  let newest = 0;
  let index: SearchFile | null = null;
  const indexed = (): SearchFile => {
    index ??= openSearchFile(files.search, journal);
    return index;
  };

  /** What asks for everything of a period needs no index: the first list does not wait until one is made. */
  function find({ text, period, filter, here }: Orders['search']['input']): Int32Array {
    const terms = searchTerms(text, here.currency);
    if (terms !== null || filter !== 'all') return indexed().find({ terms, period, filter });
    const found = period === null ? selectAll.all() : selectPeriod.all(period.start, period.end);
    return Int32Array.from(found as readonly number[]);
  }

  function page(list: Int32Array, from: number, here: Here): readonly PaymentView[] {
    const viewOf = viewsAt(here);
    return [...list.subarray(from, from + HISTORY_PAGE)].map((number) => {
      const view = viewOf(String(selectId.get(number)));
      if (view === null) throw new Error(`The journal has no payment ${number} any more`);
      return view;
    });
  }

  return {
    /** Whether the index must read the journal before this can be answered. */
    needsIndex: ({ text, filter, here }: Orders['search']['input']): boolean =>
      filter !== 'all' || searchTerms(text, here.currency) !== null,
    /** Takes over a part of what the index lacks. @returns true if there is more */
    indexMore: (): boolean => indexed().takeMore(),
    search(input: Orders['search']['input']): Orders['search']['answer'] {
      const list = find(input);
      newest += 1;
      lists.set(newest, list);
      for (const kept of lists.keys()) if (kept <= newest - KEPT_LISTS) lists.delete(kept);
      return { search: newest, count: list.length, rows: page(list, 0, input.here) };
    },
    rows({ search, from, here }: Orders['rows']['input']): Orders['rows']['answer'] {
      const list = lists.get(search);
      return list === undefined ? null : page(list, from, here);
    },
    totals({ search }: Orders['totals']['input']): Orders['totals']['answer'] {
      const list = lists.get(search);
      return list === undefined ? null : indexed().totals(list);
    },
    csv: (input: Orders['csv']['input']): Orders['csv']['answer'] => writeCsv(journal, find(input), input, isStopped),
    close(): void {
      index?.close();
      journal.close();
    },
  };
}

/** Views of this moment, as the journal tells them: what only the running program knows is not in them. */
function createViewer(database: SqliteDatabase) {
  let here: Here = {
    currency: 'EUR',
    environment: 'production',
    timeZone: 'Europe/Helsinki',
    cutOverHour: 0,
    now: new Date(0).toISOString(),
  };
  const views = createPaymentViews({
    runner: { find: () => null, owesJournal: () => false },
    journal: createPaymentReads(database),
    clock: { elapsed: () => 0, wallTime: () => here.now },
    today: createToday(
      () => here.now,
      () => here,
    ),
    timeZone: () => here.timeZone,
    here: () => here,
  });
  return (at: Here) => {
    here = at;
    return views.now();
  };
}
