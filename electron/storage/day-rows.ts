import { z } from 'zod';
import type { PageEnd, RowChange } from '../day-close/ports.ts';
import type { DayRow } from '../payments/core/day-row.ts';
import type { Day } from '../payments/rules/day.ts';
import { readSummary, summaryColumns } from './payment-summary.ts';
import type { SqliteDatabase } from './sqlite.ts';
import { DamagedPayment } from './storage-failure.ts';

/** Reading so many takes some three milliseconds, and a sale's row waits for no more than that. */
const PAGE = 150;

/** What the close of a day needs of a payment, by its columns and a few members of a state that may have them. */
const closeColumns = (name: string, state: string): string => `${summaryColumns(name, state)}, terminal_id, terminal_name, reference,
  ${ofApproval(name, state, 'tipMinor')} AS tip_minor, ${ofApproval(name, state, 'surchargeMinor')} AS surcharge_minor,
  CASE ${name} WHEN 'approved' THEN json_extract(${state}, '$.signature') END AS signature`;
const ofApproval = (name: string, state: string, member: string): string =>
  `CASE ${name} WHEN 'approved' THEN json_extract(${state}, '$.${member}')
    WHEN 'settled-by-person' THEN coalesce(json_extract(${state}, '$.approval.${member}'), 0) ELSE 0 END`;

const rest = z.object({
  terminal_id: z.string().nullable(),
  terminal_name: z.string().nullable(),
  reference: z.string(),
  tip_minor: z.int().min(0),
  surcharge_minor: z.int().min(0),
  signature: z.enum(['asked', 'accepted', 'refused', 'let-stand']).nullable(),
  released: z.union([z.literal(0), z.literal(1)]),
});
const numbered = z.object({ number: z.int() });
const changed = z.object({ payment_id: z.string(), number: z.int(), at: z.string() });

/** @throws DamagedPayment if this program could not have written the row. */
function readDayRow(stored: unknown): DayRow {
  const summary = readSummary(stored);
  const read = rest.safeParse(stored);
  if (!read.success) throw new DamagedPayment(summary.id, read.error);
  const {
    terminal_id: terminalId,
    terminal_name: terminalName,
    reference,
    tip_minor: tipMinor,
    surcharge_minor: surchargeMinor,
  } = read.data;
  return {
    ...summary,
    terminalId,
    terminalName,
    reference,
    tipMinor,
    surchargeMinor,
    signature: read.data.signature,
    released: read.data.released === 1,
  };
}

/** The payments of one day as the few values that its close needs. */
export function createDayReads(database: SqliteDatabase) {
  const selectPage = database.prepare<[string, string, string, number, number], unknown>(`
    SELECT number, ${closeColumns('state_name', 'state')}, released_at IS NOT NULL AS released FROM payments
    WHERE started_at >= ? AND started_at < ? AND (started_at, number) > (?, ?) ORDER BY started_at, number LIMIT ?`);
  const selectAny = database
    .prepare<[string, string], unknown>('SELECT 1 FROM payments WHERE started_at >= ? AND started_at < ? LIMIT 1')
    .pluck();
  const selectLastRow = database.prepare<[], unknown>('SELECT coalesce(max(number), 0) FROM payment_events').pluck();
  // By payment, so that the day's payments are read and not all rows since that close, which may be years.
  const selectChanges = database.prepare<[string, string, number], unknown>(`
    SELECT payment_id, payment_events.number, at FROM payments CROSS JOIN payment_events ON payment_id = payments.id
    WHERE started_at >= ? AND started_at < ? AND payment_events.number > ? ORDER BY payment_events.number`);
  const selectAt = (comparison: string) =>
    database.prepare<[string, number], unknown>(`
      SELECT ${closeColumns("payment_events.state ->> '$.name'", 'payment_events.state')},
        EXISTS (SELECT 1 FROM payment_events AS earlier WHERE earlier.payment_id = payments.id
          AND earlier.number <= payment_events.number AND earlier.event ->> '$.type' = 'released') AS released
      FROM payments JOIN payment_events ON payment_id = payments.id
      WHERE payments.id = ? AND payment_events.number ${comparison} ? ORDER BY payment_events.number DESC LIMIT 1`);
  const selectUpTo = selectAt('<=');
  const selectBefore = selectAt('<');

  return {
    page({ start, end }: Day, after: PageEnd | null): { readonly rows: readonly DayRow[]; readonly next: PageEnd | null } {
      const found = selectPage.all(start, end, after?.startedAt ?? '', after?.number ?? 0, PAGE);
      const rows = found.map(readDayRow);
      const last = rows.at(-1);
      const isFull = found.length === PAGE && last !== undefined;
      return { rows, next: isFull ? { startedAt: last.startedAt, number: numbered.parse(found.at(-1)).number } : null };
    },
    hasPayments: ({ start, end }: Day): boolean => selectAny.get(start, end) !== undefined,
    lastRow: (): number => z.int().parse(selectLastRow.get()),
    changesSince({ start, end }: Day, lastRow: number): readonly RowChange[] {
      return selectChanges.all(start, end, lastRow).map((row) => {
        const { payment_id: paymentId, number, at } = changed.parse(row);
        const before = selectBefore.get(paymentId, number);
        return { at, before: before === undefined ? null : readDayRow(before), after: readDayRow(selectUpTo.get(paymentId, number)) };
      });
    },
  };
}
