import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createHistoryThread } from '../../../electron/history/history-thread.ts';
import type { Here, Orders } from '../../../electron/history/orders.ts';
import { createPaymentJournal } from '../../../electron/storage/payment-journal.ts';
import type { SqliteDatabase } from '../../../electron/storage/sqlite.ts';
import { HISTORY_PAGE, type HistoryFilter } from '../../../shared/history-terms.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { payments as fi } from '../../../shared/texts/fi/payments.ts';
import { fillJournal } from '../../support/large-journal.ts';
import { approvedState, must, newPath, openJournal, openWell, rowOf, sale } from '../storage/journal-on-disk.ts';

const here: Here = { currency: 'EUR', environment: 'test', timeZone: 'Europe/Helsinki', cutOverHour: 0, now: '2026-11-27T12:00:00.000Z' };
const today = { start: '2026-11-26T22:00:00.000Z', end: '2026-11-27T22:00:00.000Z' };

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const thread of open.splice(0)) await thread.close();
});

type Search = Partial<Orders['search']['input']>;

function historyOf(path: string) {
  const files = { journal: path, search: join(dirname(path), 'search.db') };
  const thread = createHistoryThread(files);
  open.push(thread);
  const search = async (wanted: Search = {}) => {
    const found = await thread.ask('search', { text: '', period: null, filter: 'all', here, ...wanted });
    if (!found.ok) throw new Error(found.error.message);
    return found.value;
  };
  const rows = async (list: number, from: number) => {
    const read = await thread.ask('rows', { search: list, from, here });
    if (!read.ok) throw new Error(read.error.message);
    return read.value;
  };
  return {
    files,
    thread,
    search,
    rows,
    async totals(list: number) {
      const read = await thread.ask('totals', { search: list });
      if (!read.ok || read.value === null) throw new Error('no totals');
      return read.value;
    },
    /** All rows of a list, page by page. */
    async all(wanted: Search = {}): Promise<PaymentView[]> {
      const { search: list, count, rows: first } = await search(wanted);
      const read = [...first];
      while (read.length < count) read.push(...((await rows(list, read.length)) ?? []));
      return read;
    },
    references: async (wanted: Search) => (await search(wanted)).rows.map(({ reference }) => reference),
  };
}

async function filled(payments: number): Promise<{ path: string; database: SqliteDatabase }> {
  const path = newPath();
  const { database } = await openWell(path);
  fillJournal(database, { payments, today: 40, from: '2026-11-27T05:00:00.000Z', to: '2026-11-27T11:00:00.000Z' });
  return { path, database };
}

/** A few payments that differ in what can be searched. */
async function told() {
  const { path, database, journal } = await openJournal();
  const add = (
    facts: Parameters<typeof sale>[0],
    state: { chargedMinor?: number; card?: { brand: string; last4: string } } | null = {},
  ) => {
    const payment = sale({ terminalId: `7100${1000 + added.length}`, ...facts });
    added.push(payment);
    must(journal.create(payment, `attempt-${payment.id}`, rowOf('started', { name: 'created' })));
    must(journal.append(payment.id, rowOf('cleared', { name: 'sent', written: false })));
    if (state === null) return payment;
    const proven = { ...approvedState, chargedMinor: payment.amountMinor, ...state };
    const { name: _name, proof: _proof, ...approval } = proven;
    must(journal.append(payment.id, rowOf({ type: 'answered', outcome: { kind: 'approved', approval } }, proven)));
    return payment;
  };
  const added: ReturnType<typeof sale>[] = [];
  return { path, database, journal, add, ...historyOf(path) };
}

describe('the history', () => {
  it('finds by reference, sum, last four, terminal, person and order id, the newest first', async () => {
    const { add, references } = await told();
    add({ reference: 'R-2044 · Mäkinen', amountMinor: 12_850, operator: 'Maija V.' });
    add({ reference: 'R-2045', amountMinor: 8_650, orderId: 'w1-000777', terminalName: 'Sauna 3' }, { chargedMinor: 9_000 });
    add({ reference: 'K-9', operator: 'Jussi Ö.', terminalId: '71990000' }, { card: { brand: 'VISA', last4: '4242' } });
    const found = {
      'r-2044': ['R-2044 · Mäkinen'],
      MÄKI: ['R-2044 · Mäkinen'],
      makinen: ['R-2044 · Mäkinen'],
      r2045: ['R-2045'],
      'R-2044 · Mäkinen': ['R-2044 · Mäkinen'],
      'mäkinen 128,50': ['R-2044 · Mäkinen'],
      'mäkinen 86,50': [],
      'R-20': ['R-2045', 'R-2044 · Mäkinen'],
      '128,50': ['R-2044 · Mäkinen'],
      '86,50 €': ['R-2045'],
      '90': ['R-2045'],
      'Sauna 3': ['R-2045'],
      '71990000': ['K-9'],
      jussi: ['K-9'],
      '4242': ['K-9'],
      'w1-000777': ['R-2045'],
      k: ['K-9'],
      K9: ['K-9'],
      '-': [],
      nobody: [],
    };
    for (const [text, expected] of Object.entries(found)) expect([text, await references({ text })]).toEqual([text, expected]);
  });

  it('takes no part of a text for an operator', async () => {
    const { add, references } = await told();
    add({ reference: 'R-1 100%' });
    add({ reference: 'A_B "quoted" O\'Neil' });
    add({ reference: 'NOT AND OR NEAR' });
    expect(await references({ text: '100%' })).toEqual(['R-1 100%']);
    for (const text of [
      '%',
      '_',
      '*',
      '"',
      "'",
      'R*',
      'reference:R',
      '^R-1',
      '%%%',
      '___',
      'R-1" OR "A',
      'NEAR(R A)',
      '-R-1',
      '{reference}: R',
    ])
      expect([text, await references({ text })]).toEqual([text, []]);
    expect(await references({ text: '"quoted"' })).toEqual(['A_B "quoted" O\'Neil']);
    expect(await references({ text: 'a_b' })).toEqual(['A_B "quoted" O\'Neil']);
    expect(await references({ text: 'and or' })).toEqual(['NOT AND OR NEAR']);
  });

  it('answers any text, and finds each payment by its own reference', async () => {
    const { add, search, references } = await told();
    const { reference } = add({ reference: '👩‍👩‍👧 Ääkkönen — huone 12' });
    expect(await references({ text: reference })).toEqual([reference]);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 })), async (text) => {
        expect((await search({ text })).count).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
    // Nothing that anybody could see is nothing.
    expect((await search({ text: '\0' })).count).toBe(1);
    for (const text of ['\ud800', 'abc\ud800', 'R\0-1', '\u202eR', 'x'.repeat(200)]) expect((await search({ text })).count).toBe(0);
  });

  it('reads a list page by page, each payment once, and by the rules of any other place', async () => {
    const { path } = await filled(230);
    const { all, search, rows } = historyOf(path);
    const read = await all();
    expect(read.map(({ id }) => id)).toEqual(Array.from({ length: 230 }, (_, back) => `seed-${230 - back}`));
    const { search: list, rows: first } = await search({ period: today });
    expect(first).toHaveLength(40);
    expect(await rows(list, 40)).toEqual([]);
    expect(first.every(({ startedAt }) => startedAt >= today.start && startedAt < today.end)).toBe(true);
    // A sale that was given back says so in the list.
    const given = read.filter(({ kind, moneyMoved }) => kind === 'refund' && moneyMoved === 'yes');
    expect(given.length).toBeGreaterThan(0);
    for (const { originalId, chargedMinor } of given) {
      const original = read.find(({ id }) => id === originalId);
      if (original?.moneyMoved === 'yes' && original.kind === 'sale')
        expect(original.reversedMinor).toBeGreaterThanOrEqual(Math.min(chargedMinor, original.chargedMinor));
    }
  });

  it('filters and adds up as somebody would who reads each payment', async () => {
    const { path } = await filled(900);
    const { all, search, totals } = historyOf(path);
    const every = await all();
    const isBack = ({ kind }: PaymentView): boolean => kind === 'refund' || kind === 'void';
    const fits: Record<HistoryFilter, (payment: PaymentView) => boolean> = {
      all: () => true,
      paid: (payment) => payment.moneyMoved === 'yes' && !isBack(payment),
      back: (payment) => payment.moneyMoved === 'yes' && isBack(payment),
      'not-charged': (payment) => payment.moneyMoved === 'no',
      unclear: (payment) => payment.moneyMoved === 'unknown',
      'by-person': (payment) => payment.state === 'settled-by-person',
    };
    for (const filter of Object.keys(fits) as HistoryFilter[]) {
      for (const [period, text] of [
        [null, ''],
        [today, ''],
        [null, 'R-8'],
        [null, '71000002'],
      ] as const) {
        const those = every.filter(fits[filter]).filter(({ startedAt, reference, terminalId }) => {
          const isThen = period === null || (startedAt >= period.start && startedAt < period.end);
          return isThen && (text === '' || reference.includes(text) || terminalId === text);
        });
        const read = await all({ filter, period, text });
        expect([filter, text, read.map(({ id }) => id)]).toEqual([filter, text, those.map(({ id }) => id)]);
        const sums = await totals((await search({ filter, period, text })).search);
        const sumOf = (of: readonly PaymentView[]): number =>
          of.reduce((sum, payment) => sum + (payment.moneyMoved === 'yes' ? payment.chargedMinor : payment.amountMinor), 0);
        expect(sums.reduce((sum, { count }) => sum + count, 0)).toBe(those.length);
        for (const { method, meaning, count, minor } of sums) {
          const part = those.filter((payment) => (payment.kind === 'manual') === (method === 'by-hand') && fits[meaning](payment));
          expect([method, meaning, count, minor]).toEqual([method, meaning, part.length, sumOf(part)]);
        }
      }
    }
  });

  it('knows what the journal has written since, in another state and as another payment', async () => {
    const { add, journal, search, references } = await told();
    const first = add({ reference: 'R-1' }, null);
    expect((await search({ filter: 'unclear' })).count).toBe(1);
    must(journal.append(first.id, rowOf('given-up', { ...approvedState })));
    add({ reference: 'R-2' });
    expect((await search({ filter: 'unclear' })).count).toBe(0);
    expect(await references({ filter: 'paid' })).toEqual(['R-2', 'R-1']);
    expect(await references({ text: 'R-1' })).toEqual(['R-1']);
  });

  it.each([null, { start: '2026-01-01T00:00:00.000Z', end: '2027-01-01T00:00:00.000Z' }])(
    'keeps each row of a list in its place while payments are made, with period %j',
    async (period) => {
      const { add, search, rows } = await told();
      const made = Array.from({ length: HISTORY_PAGE + 20 }, (_, index) => add({ reference: `R-${index}` }, null));
      const { search: list, count, rows: first } = await search({ period });
      expect(count).toBe(made.length);
      add({ reference: 'later' }, null);
      const rest = (await rows(list, first.length)) ?? [];
      expect([...first, ...rest].map(({ reference }) => reference)).toEqual(made.map(({ reference }) => reference).reverse());
      expect((await search({ period })).count).toBe(count + 1);
    },
  );

  it('says when another list has taken its place', async () => {
    const { path } = await filled(60);
    const { search, rows } = historyOf(path);
    const { search: first } = await search();
    await search();
    expect(await rows(first, HISTORY_PAGE)).toHaveLength(10);
    await search();
    expect(await rows(first, HISTORY_PAGE)).toBeNull();
  });

  it.each(['lost', 'not SQLite', 'of another form', 'of another journal'])('makes its index anew when it is %s', async (what) => {
    const { path, database } = await filled(120);
    const before = historyOf(path);
    expect((await before.search({ text: 'R-11' })).count).toBe(11);
    await before.thread.close();
    const file = before.files.search;
    if (what === 'lost') rmSync(file);
    if (what === 'not SQLite') writeFileSync(file, 'this is no database'.repeat(100));
    if (what === 'of another form') {
      const { Database } = await import('../../../electron/storage/sqlite.ts');
      const form = new Database(file);
      form.pragma('user_version = 99');
      form.close();
    }
    if (what === 'of another journal') {
      const other = await told();
      for (let count = 0; count < 3; count += 1) other.add({ reference: 'R-11' });
      await other.search({ text: 'R-11' });
      await other.thread.close();
      copyFileSync(other.files.search, file);
    }
    const after = historyOf(path);
    expect((await after.search({ text: 'R-11' })).count).toBe(11);
    expect(createPaymentJournal(database).byId('seed-1')).not.toBeNull();
  });

  it('begins no index for a list that needs none, and keeps no card data in it', async () => {
    const { path, add, search, files } = await told();
    add({ reference: 'R-1' }, { card: { brand: 'VISA', last4: '4242' } });
    expect((await search()).count).toBe(1);
    expect(existsSync(files.search)).toBe(false);
    expect((await search({ text: '4242' })).count).toBe(1);
    const own = readdirSync(dirname(path)).filter((name) => name.startsWith('search.db'));
    expect(own.length).toBeGreaterThan(0);
    for (const name of own) expect(readFileSync(join(dirname(path), name)).includes('4242')).toBe(false);
  });

  it('says that it cannot read, and reads again when it can', async () => {
    const path = newPath();
    const history = historyOf(path);
    const refused = await history.thread.ask('search', { text: '', period: null, filter: 'all', here });
    expect(refused).toMatchObject({ ok: false, error: { diskFull: false } });
    const { database } = await openWell(path);
    fillJournal(database, { payments: 3, today: 1, from: '2026-11-27T05:00:00.000Z', to: '2026-11-27T11:00:00.000Z' });
    expect((await history.search()).count).toBe(3);
  });

  it('leaves no half of a list behind when the program closes while it is written', async () => {
    const { path } = await filled(3_000);
    const { thread } = historyOf(path);
    await thread.ask('search', { text: '', period: null, filter: 'all', here });
    const target = join(dirname(path), 'maksut.csv');
    const names = fi.csv;
    const written = thread.ask('csv', { text: '', period: null, filter: 'all', here, path: target, names });
    await thread.close();
    expect(await written).toMatchObject({ ok: false });
    expect(readdirSync(dirname(path)).filter((name) => name.startsWith('maksut'))).toEqual([]);

    const again = historyOf(path);
    const whole = await again.thread.ask('csv', { text: '', period: null, filter: 'all', here, path: target, names });
    expect(whole).toMatchObject({ ok: true, value: { ok: true, value: { payments: 3_000 } } });
    expect(readFileSync(target, 'utf8').split('\r\n')).toHaveLength(3_002);
  });

  it('answers whoever waits when it is closed', async () => {
    const { path } = await filled(20);
    const { thread } = historyOf(path);
    const asked = thread.ask('search', { text: 'R-1', period: null, filter: 'all', here });
    await thread.close();
    expect(typeof (await asked).ok).toBe('boolean');
    expect(await thread.ask('search', { text: 'R-1', period: null, filter: 'all', here })).toMatchObject({ ok: false });
  });
});
