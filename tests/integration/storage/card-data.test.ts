import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TransactionRecord, WireEvidence } from '../../../electron/payments/core/outcome.ts';
import type { PaymentState, Settlement } from '../../../electron/payments/core/state.ts';
import type { JournalRow, PaymentJournal } from '../../../electron/payments/ports.ts';
import { createCardEraser } from '../../../electron/storage/erase-card-data.ts';
import { exportPayments } from '../../../electron/storage/export-payments.ts';
import { Database, type SqliteDatabase } from '../../../electron/storage/sqlite.ts';
import { blankRecord } from '../../support/fakes/fake-card-terminal.ts';
import { approvedState, must, openJournal, rowOf, sale } from './journal-on-disk.ts';

const OWN = { brand: 'Omakortti', last4: '7013' };
const STRANGERS = { brand: 'Vieraskortti', last4: '7019' };
const OTHERS = { brand: 'Toinenkortti', last4: '7027' };
const IN_WORDS = '7039';
const approved = { ...approvedState, card: OWN } satisfies PaymentState;
const { name: _name, proof: _proof, ...approval } = approved;
const settlement: Settlement = {
  charged: true,
  by: 'Maija V.',
  reason: 'Kuitti on tallessa',
  evidence: `K-17 ····${IN_WORDS}`,
  at: '2026-11-23T10:00:00.000Z',
};

const seen = (record: TransactionRecord | null): WireEvidence => ({
  status: 200,
  elapsedMs: 812.5,
  bodySha256: null,
  bodyBytes: 912,
  record,
  failureText: null,
  transport: null,
});

function lookedUp(record: TransactionRecord, state: PaymentState): JournalRow {
  const event = { type: 'looked-up', answer: { kind: 'record', record }, scheduled: true, sinceLossMs: 5_000, seenAt: 'then' } as const;
  return { ...rowOf(event, state), evidence: seen(record) };
}

const record = (card: TransactionRecord['card'], orderId: string | null): TransactionRecord => ({
  ...blankRecord,
  result: 0,
  card,
  orderId,
});
const checking: PaymentState = { name: 'checking', cause: 'answer-lost', lookupsDone: 1, hint: null };

const unresolved: PaymentState = { name: 'unresolved', cause: 'answer-lost', hint: null };

function begin(journal: PaymentJournal, id: string): void {
  must(journal.create(sale({ id, orderId: `o-${id}` }), `attempt-${id}`, rowOf('started', { name: 'created' })));
  must(journal.append(id, rowOf('cleared', { name: 'sent', written: true })));
}

/** A payment with a card in every place that has one: `paid` its own, and `unclear` saw `paid` and a stranger while it was looked for. */
async function openDay() {
  const opened = await openJournal();
  const { journal } = opened;
  begin(journal, 'paid');
  const answered = rowOf({ type: 'answered', outcome: { kind: 'approved', approval } }, approved);
  must(journal.append('paid', { ...answered, evidence: seen(record(OWN, 'o-paid')) }));
  must(journal.append('paid', rowOf({ type: 'signature-judged', accepted: true, by: '' }, { ...approved, signature: 'accepted' })));
  begin(journal, 'unclear');
  must(journal.append('unclear', lookedUp(record(OWN, 'o-paid'), checking)));
  must(journal.append('unclear', lookedUp(record(STRANGERS, null), unresolved)));
  return opened;
}

/** What lies in the file and in its log. The copies that SQLite works with are on the disk by then. */
const bytesOf = (path: string): string => ['', '-wal'].map((ending) => readFileSync(path + ending, 'latin1')).join('');
const found = (path: string): string[] =>
  [OWN, STRANGERS, OTHERS, { brand: IN_WORDS, last4: IN_WORDS }]
    .flatMap(({ brand, last4 }) => [brand, last4])
    .filter((text) => bytesOf(path).includes(text));

describe('card data', () => {
  it('stands in no row that cannot be erased, and is read back into each', async () => {
    const { database, journal } = await openDay();
    const rows = journal.rows('unclear');
    expect(rows.map(({ evidence }) => evidence?.record?.card)).toEqual([undefined, undefined, OWN, STRANGERS]);
    expect(journal.byId('paid')?.state).toEqual({ ...approved, signature: 'accepted' });
    const kept = database.prepare('SELECT * FROM payment_events, payments ON id = payment_id').all();
    expect(JSON.stringify(kept)).not.toMatch(/kortti|7013|7019/);
  });

  it('of a person’s word as well, beside the proof that came later', async () => {
    const { database, journal, path } = await openDay();
    const settled: PaymentState = { name: 'settled-by-person', settlement, approval: null };
    must(journal.append('unclear', rowOf({ type: 'settled', settlement }, settled)));
    const both: PaymentState = { ...settled, approval: { ...approval, card: OTHERS } };
    must(journal.append('unclear', lookedUp(record(OTHERS, 'o-unclear'), both)));
    expect(journal.byId('unclear')?.state).toEqual(both);
    expect(journal.rows('unclear').slice(-2)).toMatchObject([{ event: { settlement }, state: settled }, { state: both }]);
    const kept = database
      .prepare('SELECT event, payment_events.state, evidence, payments.state AS cached FROM payment_events, payments')
      .all();
    expect(JSON.stringify(kept)).not.toMatch(/kortti|70[0-9]{2}/);

    expect(createCardEraser(database).ofPayment('unclear')).toMatchObject({ ok: true });
    const erased = { ...both, settlement: { ...settlement, evidence: 'K-17 ····' }, approval: { ...approval, card: null } };
    expect(journal.byId('unclear')?.state).toEqual(erased);
    expect(found(path)).toEqual(['Omakortti', '7013']);
  });

  it.each([
    ['state', `'{"type":"given-up"}', '{"name":"approved","card":{"brand":"X","last4":null}}', NULL`],
    ['state', `'{"type":"given-up"}', '{"name":"settled-by-person","approval":{"card":{"brand":"X","last4":"1"}}}', NULL`],
    ['event', `'{"outcome":{"approval":{"card":{"brand":"X"}}}}', '{}', NULL`],
    ['event', `'{"answer":{"record":{"card":{"brand":"X"}}}}', '{}', NULL`],
    ['evidence', `'{}', '{}', '{"record":{"card":{"brand":"X"}}}'`],
    ['event', `'{"settlement":{"evidence":"1 ····1234"}}', '{}', NULL`],
    ['state', `'{}', '{"settlement":{"evidence":"1 ····1234"}}', NULL`],
  ])('is refused in the %s of a row: %s', async (_place, values) => {
    const { database } = await openDay();
    const insert = `INSERT INTO payment_events (payment_id, seq, at, event, state, evidence) VALUES ('paid', 5, '2026-11-23T10:00:00.000Z', ${values})`;
    expect(() => database.exec(insert)).toThrow('card data has a table of its own');
  });

  it('is never changed', async () => {
    const { database } = await openDay();
    expect(() => database.exec(`UPDATE card_data SET last4 = '0000'`)).toThrow('never changed');
  });

  it('is on the disk together with its row, or neither is', async () => {
    const { database, journal, path } = await openDay();
    const before = journal.rows('unclear');
    database.exec(`CREATE TRIGGER no_room BEFORE INSERT ON card_data BEGIN SELECT RAISE (ABORT, 'no room'); END`);
    expect(journal.append('unclear', lookedUp(record(OTHERS, 'o-unclear'), approved))).toMatchObject({ ok: false });
    const by = { ...rowOf('started', { name: 'settled-by-person', settlement, approval: null }) };
    expect(journal.create(sale({ id: 'manual', kind: 'manual' }), 'attempt-manual', by)).toMatchObject({ ok: false });
    expect([journal.rows('unclear'), journal.byId('manual')]).toEqual([before, null]);
    expect(found(path)).not.toContain(OTHERS.brand);
  });
});

describe('erased card data', () => {
  const cards = (database: SqliteDatabase): unknown[] => database.prepare('SELECT brand FROM card_data ORDER BY 1').pluck().all();

  it('of one payment is gone from the files, wherever it was seen, and nothing else is', async () => {
    const { path, database, journal } = await openDay();
    const rows = journal.rows('paid');
    expect(found(path)).toEqual([OWN.brand, OWN.last4, STRANGERS.brand, STRANGERS.last4]);
    expect(createCardEraser(database).ofPayment('paid')).toEqual({ ok: true, value: { places: 6, isLogEmpty: true } });
    expect(found(path)).toEqual([STRANGERS.brand, STRANGERS.last4]);
    expect(journal.byId('paid')?.state).toEqual({ ...approved, signature: 'accepted', card: null });
    expect(journal.rows('paid').map(({ at, event }) => [at, event.type])).toEqual(rows.map(({ at, event }) => [at, event.type]));
    expect(journal.rows('unclear').map(({ evidence }) => evidence?.record?.card)).toEqual([undefined, undefined, null, STRANGERS]);
    expect(exportPayments(path, `${path}.jsonl`)).toEqual({ ok: true, value: { payments: 2 } });
    expect(readFileSync(`${path}.jsonl`, 'utf8')).toContain('"chargedMinor":1250');
  });

  it('takes the receipts along', async () => {
    const { path, database, journal } = await openJournal();
    begin(journal, 'paid');
    const answered = rowOf({ type: 'answered', outcome: { kind: 'approved', approval } }, approved);
    const receipts = { customer: 'ASIAKAS ****7013', merchant: 'MYYJÄ ****7013', terminal: null };
    must(journal.append('paid', { ...answered, evidence: { ...seen(null), receipts } }));
    expect(journal.receipts('paid')).toHaveLength(2);
    const eraser = createCardEraser(database);
    expect(eraser.ofPayment('paid')).toMatchObject({ ok: true, value: { places: 4, isLogEmpty: true } });
    expect(journal.receipts('paid')).toEqual([]);
    expect(bytesOf(path)).not.toMatch(/ASIAKAS|7013/);
    begin(journal, 'later');
    must(journal.append('later', { ...answered, evidence: { ...seen(null), receipts } }));
    expect(eraser.ofPayment('later')).toMatchObject({ value: { places: 4 } });
    expect(journal.receipts('later')).toEqual([]);
  });

  it('takes another guest’s card along that was seen while it was looked for', async () => {
    const { path, database } = await openDay();
    expect(createCardEraser(database).ofPayment('unclear')).toMatchObject({ value: { places: 4 } });
    expect(cards(database)).toEqual([OWN.brand, OWN.brand, OWN.brand, OWN.brand]);
    expect(found(path)).toEqual([OWN.brand, OWN.last4]);
  });

  it('is said to be in the log still, while somebody reads', async () => {
    const { path, database, journal } = await openDay();
    const reader = new Database(path, { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM card_data').get();
    const eraser = createCardEraser(database);
    expect(eraser.ofPayment('paid')).toEqual({ ok: true, value: { places: 6, isLogEmpty: false } });
    expect(journal.byId('paid')?.state).toMatchObject({ card: null });
    reader.close();
    expect(eraser.ofPayment('paid')).toEqual({ ok: true, value: { places: 0, isLogEmpty: true } });
    expect(found(path)).toEqual([STRANGERS.brand, STRANGERS.last4]);
  });
});
