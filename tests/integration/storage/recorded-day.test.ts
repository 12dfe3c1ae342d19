import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportPayments } from '../../../electron/storage/export-payments.ts';
import { createPaymentJournal } from '../../../electron/storage/payment-journal.ts';
import { copyKeptDay, keptExport, keptRows, readRows } from '../../fixtures/recorded-day/kept-day.ts';
import { recordDay } from '../../fixtures/recorded-day/record-day.ts';
import { digest, newPath, openWell } from './journal-on-disk.ts';

function exported(path: string): string {
  const target = `${path}.jsonl`;
  expect(exportPayments(path, target)).toMatchObject({ ok: true });
  return readFileSync(target, 'utf8');
}

/** The moment at which migration 6 spoke of them is that of the migration itself. */
const withoutMigrationsMoment = (rows: string): string =>
  rows.replace(
    /"at":"[^"]+","event":\{"type":"answered","outcome":\{"kind":"unknown","cause":"unreadable"\}\},"state":\{"name":"unresolved"/g,
    'SPOKEN',
  );

describe('a day that the program of an earlier form recorded', () => {
  it('is exported as it was then, to the byte, and reads the same, once it is brought up to date', async () => {
    const path = newPath();
    copyKeptDay(path);
    const { database } = await openWell(path);
    expect(readRows(createPaymentJournal(database))).toBe(keptRows());
    database.close();
    expect(exported(path)).toBe(keptExport());
    const again = await openWell(path);
    expect(readRows(createPaymentJournal(again.database))).toBe(keptRows());
  });

  it('is exported the same before that, and stays as it is', () => {
    const path = newPath();
    copyKeptDay(path);
    const before = digest(path);
    expect(exported(path)).toBe(keptExport());
    expect(digest(path)).toBe(before);
  });

  it('would be recorded the same today', async () => {
    const path = newPath();
    await recordDay(path);
    expect(exported(path)).toBe(keptExport());
    const { database } = await openWell(path);
    expect(withoutMigrationsMoment(readRows(createPaymentJournal(database)))).toBe(withoutMigrationsMoment(keptRows()));
  });
});
