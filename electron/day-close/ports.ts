import type { Addendum, ClosedDay, Reconciliation } from '../../shared/day-close.ts';
import type { Environment } from '../../shared/payment.ts';
import type { Result } from '../../shared/result.ts';
import type { DayRow } from '../payments/core/day-row.ts';
import type { ReconciliationAnswer } from '../payments/core/reconciliation.ts';
import type { WriteFailure } from '../payments/ports.ts';
import type { Day } from '../payments/rules/day.ts';

/** Asks terminals for their reconciliation. Implemented by the client of the terminals' cloud. */
export interface Reconciler {
  /**
   * Closes the terminal's session for every desk, and brings its report. Sent once, never repeated, never throws; takes up to two minutes.
   */
  reconcile(terminalId: string): Promise<ReconciliationAnswer>;
}

export type ReconciliationStart = Pick<Reconciliation, 'id' | 'terminalId' | 'terminalName' | 'by' | 'startedAt'> & {
  readonly environment: Environment;
};

/** A closed day with what came to light later. */
export type ClosedWithAddenda = { readonly day: ClosedDay; readonly addenda: readonly Addendum[] };

/** Of a closed day's list. */
export type ClosedDayEntry = Pick<ClosedDay, 'id' | 'date' | 'start' | 'end' | 'closedAt' | 'by' | 'currency' | 'environment'> & {
  readonly number: number;
  readonly chargedMinor: number;
};

export type Money = Pick<ClosedDay, 'currency' | 'environment'>;

/** A payment's row before and after what came to light. Null: it did not exist. */
export type RowChange = { readonly before: DayRow | null; readonly after: DayRow; readonly at: string };

/** Where a page of a day's payments ended. */
export type PageEnd = { readonly startedAt: string; readonly number: number };

/**
 * Reconciliations and closed days, append-only. What returned `ok` is on the disk.
 * @throws whatever the database throws when it cannot be read: the caller must not go on as if there were nothing.
 */
export interface DayCloseJournal {
  /** The payments that began in this day, some hundreds at a time, so that no sale's row waits long. `next` null: there are no more. */
  page(day: Day, after: PageEnd | null): { readonly rows: readonly DayRow[]; readonly next: PageEnd | null };
  hasPayments(day: Day): boolean;
  /** The number of the journal's newest row. */
  lastRow(): number;
  /** What happened to the day's payments after that row, each in its order. */
  changesSince(day: Day, lastRow: number): readonly RowChange[];

  /** Written before the request leaves. */
  began(start: ReconciliationStart): Result<null, WriteFailure>;
  answered(id: string, at: string, answer: ReconciliationAnswer): Result<null, WriteFailure>;
  /** Those made since then that belong to no closed day yet, the oldest first. One without an answer has `running` as its end. */
  reconciliationsSince(iso: string, environment: Environment): readonly Reconciliation[];

  /** Refused by the database if a day of the same money covers a part of it. */
  close(day: ClosedDay, lastRow: number): Result<null, WriteFailure>;
  /** Newest first. @param before the `number` from which to go on; null for the newest */
  closedDays(money: Money, before: number | null, most: number): readonly ClosedDayEntry[];
  closedDay(id: string): { readonly day: ClosedDay; readonly lastRow: number } | null;
  /** The closed days that lie in this time or touch it. */
  closedWithin(money: Money, from: string, to: string): readonly (Day & { readonly id: string })[];
}
