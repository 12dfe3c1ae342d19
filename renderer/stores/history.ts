import { create } from 'zustand';
import type { PosError } from '../../shared/errors.ts';
import { HISTORY_PAGE } from '../../shared/history-terms.ts';
import type { HistoryPeriod, HistoryQuery, HistoryTotal } from '../../shared/ipc/history.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { client } from '../pos-client.ts';
import { useMirror } from './mirror.ts';

type Found = { readonly search: number; readonly count: number };

export type History = {
  readonly query: HistoryQuery;
  /** The list that is shown; null until the first answer. */
  readonly found: Found | null;
  /** The rows that were read of it, by page. */
  readonly pages: ReadonlyMap<number, readonly PaymentView[]>;
  readonly totals: readonly HistoryTotal[] | null;
  readonly failure: PosError | null;
  /** Where somebody was in the list, for when they come back from a payment. */
  readonly scrollTop: number;
  /** The place of the row that keys act on. */
  readonly active: number;
  /** A payment was opened from here: whoever comes back goes on in the list, and not in the search. */
  readonly wasOpened: boolean;
};

const empty = { found: null, pages: new Map(), totals: null, failure: null, scrollTop: 0, active: 0, wasOpened: false };

/** The list of payments that is on the screen, as far as it has been read. */
export const useHistory = create<History>(() => ({ query: { text: '', period: { kind: 'today' }, filter: 'all' }, ...empty }));

/** The payment at this place of the list, if it has been read. */
export const rowAt = ({ pages }: Pick<History, 'pages'>, place: number): PaymentView | undefined =>
  pages.get(Math.floor(place / HISTORY_PAGE))?.[place % HISTORY_PAGE];

/** Whether rows must say their date. */
export const isSeveralDays = ({ kind }: HistoryPeriod): boolean => kind !== 'today' && kind !== 'yesterday';

/** Asks for something else. What is shown stays until the answer is there. */
export function askFor(change: Partial<HistoryQuery>): void {
  useHistory.setState(({ query }) => ({ query: { ...query, ...change }, scrollTop: 0, active: 0 }));
  void searchAgain();
}

let isSearching = false;
let isWanted = false;

/** Reads the list anew. While one search is under way only the last of what is asked for meanwhile is asked next. */
export async function searchAgain(): Promise<void> {
  isWanted = true;
  if (isSearching) return;
  isSearching = true;
  try {
    while (isWanted) {
      isWanted = false;
      take(await client.searchPayments(useHistory.getState().query));
    }
  } finally {
    isSearching = false;
  }
}

function take(result: Awaited<ReturnType<typeof client.searchPayments>>): void {
  if (!result.ok) {
    useHistory.setState({ failure: result.error });
    return;
  }
  const { search, count, rows } = result.value;
  reading.clear();
  useHistory.setState(({ active }) => ({
    ...{ found: { search, count }, pages: new Map([[0, rows]]), failure: null },
    active: Math.min(active, Math.max(0, count - 1)),
  }));
  void addUp(search);
}

async function addUp(search: number): Promise<void> {
  const totals = await client.totalPayments(search);
  if (totals.ok && useHistory.getState().found?.search === search) useHistory.setState({ totals: totals.value });
}

const reading = new Set<number>();

/** Reads the rows from one place to another, as far as they have not been read. */
export async function readRows(from: number, to: number): Promise<void> {
  const pages = Array.from(
    { length: Math.floor(to / HISTORY_PAGE) - Math.floor(from / HISTORY_PAGE) + 1 },
    (_, next) => Math.floor(from / HISTORY_PAGE) + next,
  );
  await Promise.all(pages.map(readPage));
}

async function readPage(page: number): Promise<void> {
  const { found, pages } = useHistory.getState();
  if (found === null || pages.has(page) || reading.has(page) || page * HISTORY_PAGE >= found.count) return;
  reading.add(page);
  const read = await client.readPayments(found.search, page * HISTORY_PAGE);
  reading.delete(page);
  if (useHistory.getState().found?.search !== found.search) return;
  if (read.ok) useHistory.setState(({ pages: before }) => ({ pages: keepNear(new Map(before).set(page, read.value), page) }));
  else if (read.error.code === 'search-over') void searchAgain();
  else useHistory.setState({ failure: read.error });
}

/** More than any screen shows: what lies further away is read again when somebody comes back to it. */
const KEPT_PAGES = 12;

function keepNear(pages: Map<number, readonly PaymentView[]>, near: number): ReadonlyMap<number, readonly PaymentView[]> {
  const far = [...pages.keys()].sort((a, b) => Math.abs(b - near) - Math.abs(a - near));
  for (const page of far.slice(0, Math.max(0, pages.size - KEPT_PAGES))) pages.delete(page);
  return pages;
}

/** The rows with what main has just told of their payments: a list of years says it at once, and its search comes right after. */
export function withNews(pages: History['pages'], told: readonly PaymentView[]): History['pages'] {
  const news = new Map(told.map((payment) => [payment.id, payment]));
  const renewed = [...pages].flatMap(([page, rows]) =>
    rows.some(({ id }) => news.has(id)) ? [[page, rows.map((row) => news.get(row.id) ?? row)] as const] : [],
  );
  return renewed.length === 0 ? pages : new Map([...pages, ...renewed]);
}

useMirror.subscribe(({ snapshot }, { snapshot: before }) => {
  if (snapshot === null || snapshot.today === before?.today) return;
  const known = new Set(before?.today.payments);
  const told = snapshot.today.payments.filter((payment) => !known.has(payment));
  if (told.length > 0) useHistory.setState(({ pages }) => ({ pages: withNews(pages, told) }));
});

/** The payment at this place, read if it has not been. */
export async function paymentAt(place: number): Promise<Result<PaymentView, PosError | null>> {
  await readPage(Math.floor(place / HISTORY_PAGE));
  const payment = rowAt(useHistory.getState(), place);
  return payment === undefined ? failed(useHistory.getState().failure) : ok(payment);
}
