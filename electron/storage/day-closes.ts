import { z } from 'zod';
import { type ClosedDay, closedDaySchema, reconciliationReasons } from '../../shared/day-close.ts';
import { environments } from '../../shared/payment.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { DayCloseJournal } from '../day-close/ports.ts';
import type { WriteFailure } from '../payments/ports.ts';
import { createDayReads } from './day-rows.ts';
import type { SqliteDatabase } from './sqlite.ts';
import { DamagedContent, writeFailure } from './storage-failure.ts';
import { storedEvidence } from './stored-payment.ts';

const text = z.string();
const reconciliationRow = z.object({
  id: text,
  terminalId: text,
  terminalName: text.nullable(),
  by: text.nullable(),
  startedAt: text,
  end: z.enum(['running', 'done', 'not-done', 'not-confirmed']),
  reason: z.enum(reconciliationReasons).nullable(),
  endedAt: text.nullable(),
  sessionNumber: text.nullable(),
  text: text.nullable(),
});
const entryRow = z.object({
  number: z.int(),
  id: text,
  date: text,
  start: text,
  end: text,
  closedAt: text,
  by: text,
  currency: text,
  environment: z.enum(environments),
  chargedMinor: z.int(),
});
const closeRow = z.object({ content: text, last_row: z.int() });
const dayRow = z.object({ id: text, start: text, end: text });

/** Reconciliations and closed days in SQLite. Its statements are prepared when they are first asked for, and not at each start. */
export function createDayCloses(database: SqliteDatabase): DayCloseJournal {
  let made: DayCloseJournal | null = null;
  const its = (): DayCloseJournal => {
    made ??= { ...createDayReads(database), ...createReconciliations(database), ...createClosedDays(database) };
    return made;
  };
  return {
    page: (...args) => its().page(...args),
    hasPayments: (day) => its().hasPayments(day),
    lastRow: () => its().lastRow(),
    changesSince: (...args) => its().changesSince(...args),
    began: (start) => its().began(start),
    answered: (...args) => its().answered(...args),
    reconciliationsSince: (...args) => its().reconciliationsSince(...args),
    close: (...args) => its().close(...args),
    closedDays: (...args) => its().closedDays(...args),
    closedDay: (id) => its().closedDay(id),
    closedWithin: (...args) => its().closedWithin(...args),
  };
}

function createReconciliations(database: SqliteDatabase) {
  const insertStart = database.prepare(`
    INSERT INTO reconciliations (id, terminal_id, terminal_name, by_whom, environment, started_at, after_payment)
    SELECT @id, @terminalId, @terminalName, @by, @environment, @startedAt, coalesce(max(number), 0) FROM payments`);
  const insertAnswer = database.prepare(`
    INSERT INTO reconciliation_answers (reconciliation_number, at, outcome, reason, session_number, text, evidence)
    SELECT number, @at, @end, @reason, @sessionNumber, @text, @evidence FROM reconciliations WHERE id = @id`);
  const select = database.prepare<[string, string], unknown>(`
    SELECT id, terminal_id AS terminalId, terminal_name AS terminalName, by_whom AS "by", started_at AS startedAt,
      coalesce(outcome, 'running') AS "end", reason, at AS endedAt, session_number AS sessionNumber, text
    FROM reconciliations LEFT JOIN reconciliation_answers ON reconciliation_number = number
    WHERE started_at >= ? AND environment = ? AND number NOT IN (SELECT reconciliation_number FROM day_close_reconciliations)
    ORDER BY number`);

  return {
    began: (start) => write(() => insertStart.run(start)),
    answered: (id, at, { outcome, evidence }) =>
      write(() => {
        const { end } = outcome;
        const report = end === 'done' ? outcome : { sessionNumber: null, text: null };
        const { sessionNumber, text: its } = report;
        const reason = end === 'done' ? null : outcome.reason;
        insertAnswer.run({ id, at, end, reason, sessionNumber, text: its, evidence: storedEvidence.write({ ...evidence, record: null }) });
      }),
    reconciliationsSince: (iso, environment) => select.all(iso, environment).map((row) => readable(reconciliationRow, row)),
  } satisfies Partial<DayCloseJournal>;
}

function createClosedDays(database: SqliteDatabase) {
  const insertClose = database.prepare(`
    INSERT INTO day_closes (id, day_start, day_end, currency, environment, last_row, content)
    VALUES (@id, @start, @end, @currency, @environment, @lastRow, @content)`);
  const insertReconciliation = database.prepare(`
    INSERT INTO day_close_reconciliations (reconciliation_number, close_number) SELECT number, ? FROM reconciliations WHERE id = ?`);
  const selectEntries = database.prepare<[string, string, number, number], unknown>(`
    SELECT number, id, content ->> '$.date' AS date, day_start AS start, day_end AS "end", content ->> '$.closedAt' AS closedAt,
      content ->> '$.by' AS "by", currency, environment, content ->> '$.totals.desk.chargedMinor' AS chargedMinor
    FROM day_closes WHERE environment = ? AND currency = ? AND number < ? ORDER BY number DESC LIMIT ?`);
  const selectOne = database.prepare<[string], unknown>('SELECT content, last_row FROM day_closes WHERE id = ?');
  const selectWithin = database.prepare<[string, string, string, string], unknown>(`
    SELECT id, day_start AS start, day_end AS "end" FROM day_closes
    WHERE environment = ? AND currency = ? AND day_end >= ? AND day_start <= ? ORDER BY day_start`);
  const closeAll = database.transaction((day: ClosedDay, lastRow: number) => {
    const { id, start, end, currency, environment } = day;
    const { lastInsertRowid } = insertClose.run({ id, start, end, currency, environment, lastRow, content: JSON.stringify(day) });
    for (const reconciliation of day.reconciliations) insertReconciliation.run(lastInsertRowid, reconciliation.id);
  }).immediate;

  return {
    close: (day, lastRow) => write(() => closeAll(day, lastRow)),
    closedDays: ({ currency, environment }, before, most) =>
      selectEntries.all(environment, currency, before ?? Number.MAX_SAFE_INTEGER, most).map((row) => readable(entryRow, row)),
    closedDay(id) {
      const found = selectOne.get(id);
      if (found === undefined) return null;
      const { content, last_row: lastRow } = readable(closeRow, found);
      return { day: readable(closedDaySchema, JSON.parse(content)), lastRow };
    },
    closedWithin: ({ currency, environment }, from, to) =>
      selectWithin.all(environment, currency, from, to).map((row) => readable(dayRow, row)),
  } satisfies Partial<DayCloseJournal>;
}

function write(run: () => void): Result<null, WriteFailure> {
  try {
    run();
    return ok(null);
  } catch (cause) {
    return failed(writeFailure(cause));
  }
}

function readable<T>(schema: z.ZodType<T>, stored: unknown): T {
  const read = schema.safeParse(stored);
  if (!read.success) throw new DamagedContent('A row of the day close cannot be read', { cause: read.error });
  return read.data;
}
