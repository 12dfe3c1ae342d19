import { describe, expect, it } from 'vitest';
import { exportPayments } from '../../../electron/storage/export-payments.ts';
import { migrations } from '../../../electron/storage/migrations.ts';
import { createPaymentJournal } from '../../../electron/storage/payment-journal.ts';
import { countPending } from '../../../electron/storage/pending-payments.ts';
import { Database, type SqliteDatabase } from '../../../electron/storage/sqlite.ts';
import { storedEvent, storedState } from '../../../electron/storage/stored-payment.ts';
import { newFolder, newPath, openWell } from './journal-on-disk.ts';

const references = ['R-1001', 'r 1001', 'Ｒ－１００１', '', '-', 'Ma\u0308kinen', 'MÄKINEN', '–\u00ad ', 'Straße 5'];
/** The forms that such a file may have been left in. */
const forms = [2, 3];

/** A journal as an older program left it, in the form before references had a key. Written by hand: this program no longer can. */
async function olderJournal(path: string, form: number): Promise<void> {
  const { database } = await openWell(path, { migrations: migrations.slice(0, form) });
  const payment = database.prepare(`
    INSERT INTO payments (id, order_id, attempt, kind, amount_minor, currency, terminal_id, reference, environment, started_at, state_name, state)
    VALUES (@id, @id, @id, 'sale', 1250, 'EUR', @id, @reference, 'test', '2026-11-23T10:00:00.000Z', @name, @state)`);
  const event = database.prepare(`
    INSERT INTO payment_events (payment_id, seq, at, event, state) VALUES (@id, 1, '2026-11-23T10:00:00.000Z', @event, @state)`);
  const state = storedState.write({ name: 'unresolved', cause: 'answer-lost', hint: null });
  for (const [index, reference] of references.entries()) {
    const id = `p${index}`;
    payment.run({ id, reference, name: 'unresolved', state });
    event.run({ id, event: storedEvent.write({ type: 'given-up' }), state });
  }
  database.close();
}

const found = (database: SqliteDatabase, reference: string): string[] =>
  createPaymentJournal(database)
    .byReference(reference)
    .map(({ facts }) => facts.id);

describe('a journal from before references were compared as people read them', () => {
  it.each(forms)('finds its old payments as well, and keeps what was written: form %i', async (form) => {
    const path = newPath();
    await olderJournal(path, form);
    const { database, backup } = await openWell(path);
    expect(backup).not.toBeNull();
    expect(found(database, 'R–1001')).toEqual(['p0', 'p1', 'p2']);
    expect(found(database, 'mäkinen')).toEqual(['p5', 'p6']);
    expect(found(database, 'STRASSE 5')).toEqual(['p8']);
    expect(found(database, '')).toEqual([]);
    expect(found(database, '-')).toEqual([]);
    expect(database.prepare('SELECT reference FROM payments ORDER BY number').pluck().all()).toEqual(references);
    for (const column of ['reference', 'reference_key']) {
      expect(() => database.exec(`UPDATE payments SET ${column} = 'x'`)).toThrow('facts never change');
    }
  });

  it('is found by its index', async () => {
    const { database } = await openWell(newPath());
    const plan = database.prepare(`EXPLAIN QUERY PLAN SELECT id FROM payments WHERE reference_key = ? AND reference_key <> ''`).all('x');
    expect(JSON.stringify(plan)).toContain('payments_by_reference_key');
  });

  it.each(forms)('is exported, and counted, without being brought up to date: form %i', async (form) => {
    const folder = newFolder();
    const path = `${folder}/payments.db`;
    await olderJournal(path, form);
    expect(exportPayments(path, `${folder}/out.jsonl`)).toEqual({ ok: true, value: { payments: references.length } });
    expect(countPending(folder)).toMatchObject({ known: true, open: 0, unresolved: references.length });
    const untouched = new Database(path, { readonly: true });
    expect(untouched.pragma('user_version', { simple: true })).toBe(form);
    untouched.close();
  });
});
