import type { PosErrorCode } from '../../shared/errors.ts';
import type { HistoryFilter } from '../../shared/history-terms.ts';
import type { DeskSettings } from '../../shared/ipc/desk.ts';
import type { HistoryTotal } from '../../shared/ipc/history.ts';
import type { PaymentView } from '../../shared/payment.ts';
import type { Result } from '../../shared/result.ts';
import type { Day } from '../payments/rules/day.ts';
import type { CsvColumn } from './csv.ts';

/** What decides how a payment is read at this desk, and when. */
export type Here = Pick<DeskSettings, 'currency' | 'environment' | 'timeZone' | 'cutOverHour'> & { readonly now: string };

/** What the window asks of the thread that reads the history. Each kind has one answer below. */
export type Orders = {
  readonly search: {
    readonly input: { readonly text: string; readonly period: Day | null; readonly filter: HistoryFilter; readonly here: Here };
    readonly answer: { readonly search: number; readonly count: number; readonly rows: readonly PaymentView[] };
  };
  /** Null once another search has taken the list's place. */
  readonly rows: {
    readonly input: { readonly search: number; readonly from: number; readonly here: Here };
    readonly answer: readonly PaymentView[] | null;
  };
  readonly totals: { readonly input: { readonly search: number }; readonly answer: readonly HistoryTotal[] | null };
  /** Writes a list as CSV where somebody chose; the list is found anew, at that moment. */
  readonly csv: {
    readonly input: Orders['search']['input'] & { readonly path: string; readonly names: Readonly<Record<CsvColumn, string>> };
    readonly answer: Result<{ readonly payments: number }, PosErrorCode>;
  };
};
export type OrderKind = keyof Orders;

export type Order = { [K in OrderKind]: { readonly id: number; readonly kind: K; readonly input: Orders[K]['input'] } }[OrderKind];

/** `message`: why it failed, for the log. */
export type Reply = { readonly id: number } & (
  | { readonly ok: true; readonly answer: Orders[OrderKind]['answer'] }
  | { readonly ok: false; readonly diskFull: boolean; readonly message: string }
);

/** Where the thread finds its files. */
export type ThreadFiles = { readonly journal: string; readonly search: string };

/** `stopped` is shared with the thread: one number, not 0 once nobody waits for an answer any more. */
export type ThreadData = ThreadFiles & { readonly stopped: Int32Array };
