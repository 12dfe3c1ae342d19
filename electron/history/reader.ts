import { HISTORY_PAGE } from '../../shared/history-terms.ts';
import type { HistoryTotal } from '../../shared/ipc/history.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { createPaymentViews } from '../desk/payment-views.ts';
import { createToday, type Day } from '../payments/rules/day.ts';
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
  const everythingOf = createEverything(journal);
  const selectId = journal.prepare<[number], unknown>('SELECT id FROM payments WHERE number = ?').pluck();
  const lists = new Map<number, List>();
  let newest = 0;
  let index: SearchFile | null = null;
  const indexed = (): SearchFile => {
    index ??= openSearchFile(files.search, journal);
    return index;
  };

  /** What asks for everything of a period needs no index: the first list does not wait until one is made. */
  function find({ text, period, filter, here }: Orders['search']['input']): List {
    const terms = searchTerms(text, here.currency);
    if (terms === null && filter === 'all') return everythingOf(period);
    return listOf(indexed().find({ terms, period, filter }));
  }

  const page = (numbers: readonly number[], here: Here): readonly PaymentView[] => {
    const viewOf = viewsAt(here);
    return numbers.map((number) => {
      const view = viewOf(String(selectId.get(number)));
      if (view === null) throw new Error(`The journal has no payment ${number} any more`);
      return view;
    });
  };

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
      return { search: newest, count: list.count, rows: page(list.first(), input.here) };
    },
    rows({ search, from, here }: Orders['rows']['input']): Orders['rows']['answer'] {
      const list = lists.get(search);
      return list === undefined ? null : page([...list.numbers().subarray(from, from + HISTORY_PAGE)], here);
    },
    totals({ search }: Orders['totals']['input']): Orders['totals']['answer'] {
      const list = lists.get(search);
      return list === undefined ? null : list.totals(indexed());
    },
    csv: (input: Orders['csv']['input']): Orders['csv']['answer'] => writeCsv(journal, find(input).numbers(), input, isStopped),
    close(): void {
      index?.close();
      journal.close();
    },
  };
}

/** The payments of a search, the newest first. */
type List = {
  readonly count: number;
  /** The first page of numbers. */
  readonly first: () => number[];
  readonly numbers: () => Int32Array;
  readonly totals: (index: SearchFile) => readonly HistoryTotal[];
};

const listOf = (numbers: Int32Array): List => ({
  count: numbers.length,
  first: () => [...numbers.subarray(0, HISTORY_PAGE)],
  numbers: () => numbers,
  totals: (index) => index.totals(numbers),
});

/** Everything of a period. Its first page does not wait until all numbers of years are read; these are read when somebody scrolls. */
function createEverything(journal: SqliteDatabase) {
  const select = (columns: string, rest: string) => journal.prepare<unknown[], unknown>(`SELECT ${columns} FROM payments ${rest}`).pluck();
  const statements = (where: string) => ({
    count: select('count(*)', where),
    first: select('number', `${where} ORDER BY number DESC LIMIT ${HISTORY_PAGE}`),
    all: select('number', `${where} ORDER BY number DESC`),
  });
  const always = statements('WHERE number <= ?');
  const within = statements('WHERE number <= ? AND started_at >= ? AND started_at < ?');
  const selectNewest = select('coalesce(max(number), 0)', '');

  return (period: Day | null): List => {
    // Payments that begin later are not in this list, so that its rows keep their places.
    const newest = Number(selectNewest.get());
    const [{ count, first, all }, values] = period === null ? [always, [newest]] : [within, [newest, period.start, period.end]];
    const total = Number(count.get(values));
    let kept: Int32Array | null = null;
    return {
      count: total,
      first: () => first.all(values) as number[],
      numbers() {
        kept ??= filled(total, all.iterate(values) as Iterable<number>);
        return kept;
      },
      totals: (index) => index.totalsUpTo(newest, period),
    };
  };
}

/** Without an array of years on the way. */
function filled(count: number, numbers: Iterable<number>): Int32Array {
  const list = new Int32Array(count);
  let place = 0;
  for (const number of numbers) {
    list[place] = number;
    place += 1;
  }
  return list;
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
