import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PaymentEvent } from '../../../electron/payments/core/events.ts';
import type { PaymentFacts } from '../../../electron/payments/core/facts.ts';
import type { WireEvidence } from '../../../electron/payments/core/outcome.ts';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import type { JournalRow, PaymentJournal } from '../../../electron/payments/ports.ts';
import type { Hint } from '../../../shared/payment.ts';

/** A journal, and the same journal as a restarted program finds it. */
export type JournalUnderTest = {
  readonly journal: PaymentJournal;
  readonly reopen: () => Promise<PaymentJournal> | PaymentJournal;
  readonly close: () => Promise<void> | void;
};

const facts: PaymentFacts = {
  id: 'payment-1',
  orderId: 'WP-0001',
  kind: 'sale',
  requestId: 'link-7',
  originalId: null,
  amountMinor: 1250,
  currency: 'EUR',
  terminalId: '71000001',
  terminalName: 'Päätelaite I',
  pointOfSale: 'Vastaanotto',
  reference: 'R-1001 ä€😀',
  operator: 'Maija V.',
  environment: 'test',
};
const hint: Hint = { why: 'foreign-order-id', amountMinor: 990, at: '20261123120007', seenAt: '2026-11-23T10:00:30.000Z' };
const approval = { chargedMinor: 1450, tipMinor: 200, surchargeMinor: 0, stan: '000042', card: { brand: 'VISA', last4: '1234' } };
const letStand = { by: 'Maija V.', reason: 'Tuttu asiakas', at: '2026-11-23T10:06:00.000Z' };
const settlement = { charged: true, by: 'Maija V.', reason: 'Kuitti', evidence: '123456 / 1234', at: '2026-11-23T10:05:00.000Z' };
const wireRecord = {
  result: 0,
  totalMinor: 1450,
  tipMinor: 200,
  surchargeMinor: null,
  orderId: 'WP-0001',
  stan: '000042',
  timeStamp: '20261123120007',
  card: { brand: 'VISA', last4: null },
  responseCode: '00',
  cvm: null,
  sessionNumber: '17',
} as const;
const evidence: WireEvidence = {
  status: 200,
  elapsedMs: 8_123.4,
  bodySha256: 'ab'.repeat(32),
  bodyBytes: 812,
  record: wireRecord,
  failureText: null,
  transport: null,
};

const STATES = {
  created: [{ name: 'created' }],
  sent: [
    { name: 'sent', written: false },
    { name: 'sent', written: true },
  ],
  cancelling: [
    { name: 'cancelling', written: false, by: 'desk', delivery: 'held' },
    { name: 'cancelling', written: true, by: 'desk', delivery: 'under-way' },
    { name: 'cancelling', written: true, by: 'deadline', delivery: 'delivered' },
    { name: 'cancelling', written: true, by: 'deadline', delivery: 'failed' },
  ],
  checking: [
    { name: 'checking', cause: 'answer-lost', lookupsDone: 0, hint: null },
    { name: 'checking', cause: 'unreadable', lookupsDone: 3, hint },
  ],
  approved: [
    { name: 'approved', proof: 'answer', ...approval },
    { name: 'approved', proof: 'lookup', ...approval, stan: null, card: null },
    { name: 'approved', proof: 'answer', ...approval, signature: 'let-stand', letStand },
  ],
  declined: [
    { name: 'declined', hostCode: '51' },
    { name: 'declined', hostCode: null },
  ],
  cancelled: [
    { name: 'cancelled', by: 'desk' },
    { name: 'cancelled', by: 'guest' },
  ],
  'timed-out': [{ name: 'timed-out' }],
  refused: [
    { name: 'refused', reason: 'busy' },
    { name: 'refused', reason: 'not-sent' },
  ],
  unresolved: [
    { name: 'unresolved', cause: 'answer-lost', hint: null },
    { name: 'unresolved', cause: 'overwritten', hint: { ...hint, amountMinor: null, at: null } },
  ],
  'settled-by-person': [
    { name: 'settled-by-person', settlement, approval: null },
    { name: 'settled-by-person', settlement: { ...settlement, charged: false, evidence: '' }, approval },
  ],
} as const satisfies { [N in PaymentState['name']]: readonly Extract<PaymentState, { name: N }>[] };

const EVENTS = {
  started: [{ type: 'started' }],
  'original-looked-up': [{ type: 'original-looked-up', answer: { kind: 'no-transaction' }, shown: false }],
  cleared: [{ type: 'cleared' }],
  'stopped-before-sending': [{ type: 'stopped-before-sending', reason: 'inactive' }],
  'request-written': [{ type: 'request-written' }],
  answered: [
    { type: 'answered', outcome: { kind: 'approved', approval } },
    { type: 'answered', outcome: { kind: 'rejected', how: 'host', hostCode: '05' } },
    { type: 'answered', outcome: { kind: 'refused', reason: 'unknown-terminal' } },
    { type: 'answered', outcome: { kind: 'unknown', cause: 'unreadable' } },
  ],
  'cancel-asked': [{ type: 'cancel-asked' }],
  'cancel-answered': [{ type: 'cancel-answered', delivered: true }],
  'deadline-passed': [{ type: 'deadline-passed' }],
  'given-up': [{ type: 'given-up' }],
  'lookup-due': [{ type: 'lookup-due' }],
  'looked-up': ([{ kind: 'no-transaction' }, { kind: 'unreadable' }, { kind: 'unreachable' }, { kind: 'not-authorised' }] as const).map(
    (answer) => ({ type: 'looked-up', answer, scheduled: true, sinceLossMs: 5_003.25, seenAt: '2026-11-23T10:00:30.000Z' }) as const,
  ),
  'busy-wait-over': [{ type: 'busy-wait-over' }],
  restarted: [{ type: 'restarted' }],
  released: [{ type: 'released' }],
  overwritten: [{ type: 'overwritten' }],
  settled: [{ type: 'settled', settlement }],
  'signature-let-stand': [{ type: 'signature-let-stand', ...letStand }],
  'signature-judged': [{ type: 'signature-judged', accepted: false, by: 'Maija V.' }],
} as const satisfies { [T in PaymentEvent['type']]: readonly Extract<PaymentEvent, { type: T }>[] };

const OPEN = [...STATES.created, ...STATES.sent, ...STATES.cancelling, ...STATES.checking];
const OVER = [
  ...STATES.approved,
  ...STATES.declined,
  ...STATES.cancelled,
  ...STATES['timed-out'],
  ...STATES.refused,
  ...STATES.unresolved,
  ...STATES['settled-by-person'],
];

const at = (second: number): string => new Date(Date.UTC(2026, 10, 23, 10, 0, second)).toISOString();
const row = (second: number, state: PaymentState, event: PaymentEvent = { type: 'request-written' }): JournalRow => ({
  at: at(second),
  event,
  state,
  evidence: null,
});
const begun = (second: number): JournalRow => row(second, { name: 'created' }, { type: 'started' });
const cleared = (second: number): JournalRow => row(second, { name: 'sent', written: false }, { type: 'cleared' });
const other = (number: number, change: Partial<PaymentFacts> = {}): PaymentFacts => ({
  ...facts,
  id: `payment-${number}`,
  orderId: `WP-${number}`,
  terminalId: `7100000${number}`,
  ...change,
});
const ids = (found: readonly { readonly facts: PaymentFacts }[]): string[] => found.map((payment) => payment.facts.id);

/** What every `PaymentJournal` must do: the one in memory and the one on disk. */
export function describePaymentJournal(name: string, create: () => Promise<JournalUnderTest> | JournalUnderTest): void {
  describe(`the payment journal ${name}`, () => {
    let subject: JournalUnderTest;
    let journal: PaymentJournal;
    beforeEach(async () => {
      subject = await create();
      journal = subject.journal;
    });
    afterEach(() => subject.close());

    const begin = (payment: PaymentFacts, second = 0): void => {
      expect(journal.create(payment, `attempt-${payment.id}`, begun(second))).toEqual({ ok: true, value: null });
    };
    const add = (paymentId: string, given: JournalRow): void => {
      expect(journal.append(paymentId, given)).toEqual({ ok: true, value: null });
    };

    /** What is asked of the journal now, and of the one that a program started again finds. */
    const beforeAndAfterRestart = async (check: (one: PaymentJournal) => void): Promise<void> => {
      check(journal);
      check(await subject.reopen());
    };

    it('gives a payment back as it was written, also after a restart', async () => {
      begin(facts);
      const expected = { facts, state: { name: 'created' }, startedAt: at(0), endedAt: null, releasedAt: null };
      expect(journal.byId(facts.id)).toEqual(expected);
      expect((await subject.reopen()).byId(facts.id)).toEqual(expected);
    });

    it('gives a manual record back, which has no terminal and is over at once', () => {
      const manual = other(2, { kind: 'manual', terminalId: null, terminalName: null, pointOfSale: null, operator: null, requestId: null });
      const settled: JournalRow = {
        at: at(0),
        event: { type: 'settled', settlement },
        state: STATES['settled-by-person'][0],
        evidence: null,
      };
      expect(journal.create(manual, 'attempt-manual', settled).ok).toBe(true);
      expect(journal.create({ ...manual, id: 'payment-3', orderId: 'WP-3' }, 'attempt-manual-2', settled).ok).toBe(true);
      expect(journal.byId('payment-2')).toMatchObject({ facts: manual, endedAt: at(0) });
    });

    it.each([...OPEN, ...OVER])('gives back the state %o', async (state) => {
      begin(facts);
      add(facts.id, row(1, state));
      expect(journal.byId(facts.id)?.state).toEqual(state);
      expect((await subject.reopen()).byId(facts.id)?.state).toEqual(state);
    });

    it.each(Object.values(EVENTS).flat())('gives back the event %o', async (event) => {
      begin(facts);
      add(facts.id, { ...row(1, { name: 'sent', written: true }, event), evidence });
      const written = { at: at(1), event, state: { name: 'sent', written: true }, evidence };
      expect(journal.rows(facts.id).at(-1)).toEqual(written);
      expect((await subject.reopen()).rows(facts.id).at(-1)).toEqual(written);
    });

    it('keeps every row in the order in which it was written, not in that of a clock that jumped', async () => {
      begin(facts, 40);
      add(facts.id, cleared(30));
      add(facts.id, row(20, { name: 'sent', written: true }));
      add(facts.id, row(10, { name: 'sent', written: true }, { type: 'cancel-answered', delivered: false }));
      await beforeAndAfterRestart((one) => {
        expect(one.rows(facts.id).map((found) => [found.at, found.event.type])).toEqual([
          [at(40), 'started'],
          [at(30), 'cleared'],
          [at(20), 'request-written'],
          [at(10), 'cancel-answered'],
        ]);
      });
    });

    it('keeps what it was given, whatever the giver does with it later', () => {
      const changing = { name: 'sent' as const, written: false };
      begin(facts);
      add(facts.id, row(1, changing));
      changing.written = true;
      expect(journal.byId(facts.id)?.state).toEqual({ name: 'sent', written: false });
    });

    it.each(OPEN)('lets no second payment start on a terminal while the first is %o', async (state) => {
      begin(facts);
      add(facts.id, row(1, state));
      const second = other(2, { terminalId: facts.terminalId });
      await beforeAndAfterRestart((one) => {
        expect(one.create(second, 'attempt-2', begun(2))).toEqual({ ok: false, error: { kind: 'terminal-held' } });
        expect(one.byId(second.id)).toBeNull();
        expect(one.rows(second.id)).toEqual([]);
      });
    });

    it.each(OVER)('lets the next payment start on the terminal once the first is %o', (state) => {
      begin(facts);
      add(facts.id, row(1, state));
      begin(other(2, { terminalId: facts.terminalId }), 2);
    });

    it('lets the next payment start on the terminal of a released one, which stays open and can go on', () => {
      begin(facts);
      add(facts.id, cleared(1));
      add(facts.id, row(2, { name: 'sent', written: false }, { type: 'released' }));
      begin(other(2, { terminalId: facts.terminalId }), 3);
      add(facts.id, row(4, STATES.checking[0], { type: 'given-up' }));
      expect(ids(journal.open()).sort()).toEqual(['payment-1', 'payment-2']);
      expect(journal.byId(facts.id)?.releasedAt).toBe(at(2));
    });

    it('lets no payment that is over take its terminal up again while another holds it', () => {
      begin(facts);
      add(facts.id, row(1, STATES.unresolved[0]));
      begin(other(2, { terminalId: facts.terminalId }), 2);
      expect(journal.append(facts.id, row(3, STATES.checking[0]))).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
      expect(journal.byId(facts.id)?.state).toEqual(STATES.unresolved[0]);
      expect(journal.rows(facts.id)).toHaveLength(2);
    });

    it('lets payments on different terminals stand open side by side', () => {
      begin(facts);
      begin(other(2));
      expect(ids(journal.open())).toEqual(['payment-1', 'payment-2']);
    });

    it('knows a form that was sent already, and which payment it became, also long after', async () => {
      expect(journal.create(facts, 'one-form', begun(0)).ok).toBe(true);
      add(facts.id, row(1, STATES.approved[0]));
      await beforeAndAfterRestart((one) => {
        expect(one.create(other(2), 'one-form', begun(2))).toEqual({
          ok: false,
          error: { kind: 'key-used', paymentId: 'payment-1' },
        });
        expect(one.byId('payment-2')).toBeNull();
      });
    });

    it('calls a double click a used form, and not a held terminal', () => {
      expect(journal.create(facts, 'one-form', begun(0)).ok).toBe(true);
      expect(journal.create(other(2, { terminalId: facts.terminalId }), 'one-form', begun(0))).toEqual({
        ok: false,
        error: { kind: 'key-used', paymentId: 'payment-1' },
      });
    });

    it('does not use a form up by a payment that could not be created', () => {
      begin(facts);
      expect(journal.create(other(2, { terminalId: facts.terminalId }), 'second-form', begun(1)).ok).toBe(false);
      expect(journal.create(other(2), 'second-form', begun(2)).ok).toBe(true);
    });

    it('never takes an order id or a payment id a second time', () => {
      begin(facts);
      expect(journal.create(other(2, { orderId: facts.orderId }), 'second-form', begun(1))).toMatchObject({
        ok: false,
        error: { kind: 'unavailable' },
      });
      expect(journal.create(other(2, { id: facts.id }), 'third-form', begun(1))).toMatchObject({
        ok: false,
        error: { kind: 'unavailable' },
      });
      expect(ids(journal.open())).toEqual(['payment-1']);
    });

    it('refuses a row for a payment that it does not know, as a value', () => {
      expect(journal.append('nobody', row(1, STATES.declined[0]))).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
      expect(journal.byId('nobody')).toBeNull();
      expect(journal.rows('nobody')).toEqual([]);
    });

    it('tells when a payment first ended, and an unresolved one has not', () => {
      begin(facts);
      add(facts.id, row(1, STATES.unresolved[0]));
      expect(journal.byId(facts.id)?.endedAt).toBeNull();
      add(facts.id, row(2, STATES['settled-by-person'][0], { type: 'settled', settlement }));
      add(facts.id, row(3, { ...STATES['settled-by-person'][0], approval }));
      expect(journal.byId(facts.id)?.endedAt).toBe(at(2));
    });

    it('tells when a payment was released first', () => {
      begin(facts);
      add(facts.id, row(1, { name: 'sent', written: true }, { type: 'released' }));
      add(facts.id, row(2, { name: 'sent', written: true }, { type: 'released' }));
      add(facts.id, row(3, STATES.approved[0]));
      expect(journal.byId(facts.id)).toMatchObject({ releasedAt: at(1), endedAt: at(3) });
    });

    it('finds open payments and unresolved ones, released or not, in the order in which they began', async () => {
      begin(facts);
      begin(other(2), 1);
      begin(other(3), 2);
      begin(other(4), 3);
      add('payment-2', row(4, STATES.unresolved[0]));
      add('payment-3', row(5, STATES.approved[0]));
      add('payment-4', row(6, { name: 'sent', written: true }, { type: 'released' }));
      await beforeAndAfterRestart((one) => {
        expect(ids(one.open())).toEqual(['payment-1', 'payment-4']);
        expect(ids(one.unresolved())).toEqual(['payment-2']);
        expect(ids(one.unproven())).toEqual(['payment-1', 'payment-2', 'payment-4']);
        expect(one.byOrderId(other(3).orderId)?.facts.id).toBe('payment-3');
      });
    });

    it('finds the refunds of a payment, over or not', async () => {
      begin(facts);
      add(facts.id, row(1, STATES.approved[0]));
      begin(other(2, { kind: 'refund', originalId: facts.id }), 1);
      add('payment-2', row(2, STATES.declined[0]));
      begin(other(3, { kind: 'refund', originalId: facts.id }), 2);
      await beforeAndAfterRestart((one) => {
        expect(ids(one.byOriginal(facts.id))).toEqual(['payment-2', 'payment-3']);
        expect(ids(one.byOriginal('payment-2'))).toEqual([]);
      });
    });

    it('keeps the receipts of a payment apart from its rows, and none of another guest', async () => {
      const texts = { customer: 'ASIAKAS\n  12,50 €', merchant: 'MYYJÄ', terminal: null };
      const copy = { customer: null, merchant: null, terminal: 'KOPIO' };
      begin(facts);
      const [sent] = STATES.sent;
      const [approved] = STATES.approved;
      const look = (orderId: string): JournalRow['event'] => ({
        type: 'looked-up',
        answer: { kind: 'record', record: { ...wireRecord, orderId } },
        scheduled: true,
        sinceLossMs: 0,
        seenAt: '2026-11-23T10:00:30.000Z',
      });
      add(facts.id, { ...row(1, sent), event: look('WP-OTHER'), evidence: { ...evidence, receipts: { ...copy, terminal: 'FOREIGN' } } });
      add(facts.id, {
        ...row(2, sent),
        event: { type: 'answered', outcome: { kind: 'unknown', cause: 'unreadable' } },
        evidence: { ...evidence, receipts: texts },
      });
      add(facts.id, {
        ...row(3, approved),
        event: { type: 'answered', outcome: { kind: 'approved', approval } },
        evidence: { ...evidence, receipts: texts },
      });
      add(facts.id, { ...row(4, approved), event: look(facts.orderId), evidence: { ...evidence, receipts: copy } });
      await beforeAndAfterRestart((one) => {
        expect(one.receipts(facts.id)).toEqual([
          { copy: 'customer', text: 'ASIAKAS\n  12,50 €' },
          { copy: 'merchant', text: 'MYYJÄ' },
          { copy: 'terminal', text: 'KOPIO' },
        ]);
        expect(one.receipts('another')).toEqual([]);
        expect(JSON.stringify(one.rows(facts.id))).not.toMatch(/ASIAKAS|MYYJÄ|KOPIO|FOREIGN/);
      });
    });

    it('gives the receipts of a rejection until a lookup overrules it: then they say the opposite of what happened', async () => {
      const rejected = { customer: 'HYLÄTTY', merchant: 'HYLÄTTY', terminal: null };
      begin(facts);
      const [declined] = STATES.declined;
      const [approved] = STATES.approved;
      add(facts.id, {
        ...row(1, declined),
        event: { type: 'answered', outcome: { kind: 'rejected', how: 'host', hostCode: '65' } },
        evidence: { ...evidence, receipts: rejected },
      });
      expect(journal.receipts(facts.id).map(({ text }) => text)).toEqual(['HYLÄTTY', 'HYLÄTTY']);
      add(facts.id, {
        ...row(2, approved),
        event: {
          type: 'looked-up',
          answer: { kind: 'record', record: { ...wireRecord, orderId: facts.orderId } },
          scheduled: false,
          sinceLossMs: 0,
          seenAt: '2026-11-23T10:00:30.000Z',
        },
        evidence: { ...evidence, receipts: { customer: null, merchant: null, terminal: 'HYVÄKSYTTY' } },
      });
      await beforeAndAfterRestart((one) => expect(one.receipts(facts.id)).toEqual([{ copy: 'terminal', text: 'HYVÄKSYTTY' }]));
    });

    it('finds every payment of a request of Willba, however it ended', async () => {
      begin({ ...facts, requestId: 'request-1' });
      begin(other(2, { requestId: 'request-2' }), 1);
      begin(other(3, { requestId: 'request-1' }), 2);
      begin(other(4), 3);
      add(facts.id, row(4, STATES.declined[0]));
      await beforeAndAfterRestart((one) => {
        expect(ids(one.byRequest('request-1'))).toEqual(['payment-1', 'payment-3']);
        expect(ids(one.byRequest('request-2'))).toEqual(['payment-2']);
        expect(ids(one.byRequest('request'))).toEqual([]);
        expect(ids(one.byRequest(''))).toEqual([]);
      });
    });

    it('finds payments by a reference as people read it, over or not, as it was written', async () => {
      begin(facts);
      begin(other(2, { reference: 'R-1002 Mäkinen' }), 1);
      begin(other(3, { reference: 'R\u20131001\u2009Ä€😀' }), 2);
      add(facts.id, row(3, STATES.approved[0]));
      await beforeAndAfterRestart((one) => {
        for (const reference of [facts.reference, 'r1001 Ä€ 😀', 'Ｒ－１００１ä€😀']) {
          expect(ids(one.byReference(reference))).toEqual(['payment-1', 'payment-3']);
        }
        expect(ids(one.byReference('r 1002 ma\u0308kinen'))).toEqual(['payment-2']);
        expect(ids(one.byReference('R-100'))).toEqual([]);
        expect(one.byId('payment-3')?.facts.reference).toBe('R\u20131001\u2009Ä€😀');
      });
    });

    it('finds nobody by a reference that names no booking', () => {
      begin(other(2, { reference: '' }));
      begin(other(3, { reference: '-' }), 1);
      for (const reference of ['', '-', ' – ', '\u00ad']) expect(journal.byReference(reference)).toEqual([]);
    });

    it('finds what began at a moment or since', () => {
      begin(facts, 0);
      begin(other(2), 10);
      begin(other(3), 20);
      expect(ids(journal.startedSince(at(10)))).toEqual(['payment-2', 'payment-3']);
      expect(ids(journal.startedSince(at(21)))).toEqual([]);
    });

    it('finds whose signature is asked for or was refused, however old, in the order in which they began', async () => {
      const signed = (signature: 'asked' | 'accepted' | 'refused' | 'let-stand'): PaymentState => ({ ...STATES.approved[0], signature });
      const verdicts = ['refused', 'accepted', 'asked', 'let-stand'] as const;
      for (const [index, verdict] of verdicts.entries()) {
        const payment = other(index + 2, { terminalId: `7100000${index + 2}` });
        begin(payment, index * 2 + 1);
        add(payment.id, row(index * 2 + 2, signed(verdict)));
      }
      begin(facts, 20);
      add(facts.id, row(21, STATES.approved[0]));
      // A refused one stays, however old; nobody asks about an old slip.
      expect(ids(journal.unsigned(at(5)))).toEqual(['payment-2', 'payment-4']);
      expect(ids(journal.unsigned(at(6)))).toEqual(['payment-2']);
      await beforeAndAfterRestart((one) => expect(ids(one.unsigned(''))).toEqual(['payment-2', 'payment-4']));
    });

    it('finds the latest that was sent to a terminal, and not one that never left', () => {
      expect(journal.latestAt('71000001')).toBeNull();
      begin(facts);
      expect(journal.latestAt('71000001')).toBeNull();
      add(facts.id, cleared(1));
      add(facts.id, row(2, STATES.refused[0]));
      const never = other(2, { terminalId: '71000001' });
      begin(never, 3);
      add(never.id, row(4, STATES.refused[1], { type: 'stopped-before-sending', reason: 'not-sent' }));
      const elsewhere = other(3);
      begin(elsewhere, 5);
      add(elsewhere.id, cleared(6));
      expect(journal.latestAt('71000001')?.facts.id).toBe('payment-1');
      const latest = other(4, { terminalId: '71000001' });
      begin(latest, 7);
      add(latest.id, cleared(8));
      expect(journal.latestAt('71000001')).toMatchObject({ facts: { id: 'payment-4' }, state: { name: 'sent' } });
      expect(journal.latestAt('71000001', 1)?.facts.id).toBe('payment-1');
      expect(journal.latestAt('71000001', 2)).toBeNull();
    });

    it('does not count a payment that the desk stopped before it was sent as one that was sent to a terminal', async () => {
      begin(facts);
      add(facts.id, cleared(1));
      add(facts.id, row(2, { name: 'refused', reason: 'not-connected' }));
      const stopped = other(2, { terminalId: '71000001' });
      begin(stopped, 3);
      add(stopped.id, row(4, STATES.cancelled[0], { type: 'cancel-asked' }));
      await beforeAndAfterRestart((one) => {
        expect(one.latestAt('71000001')?.facts.id).toBe('payment-1');
        expect(one.latestRunAt('71000001')).toBeNull();
      });
    });

    it('finds the latest that may have run on a terminal, and none that was refused there', () => {
      expect(journal.latestRunAt('71000001')).toBeNull();
      begin(facts);
      add(facts.id, cleared(1));
      expect(journal.latestRunAt('71000001')?.facts.id).toBe('payment-1');
      add(facts.id, row(2, STATES.unresolved[0]));
      for (const [index, reason] of (['busy', 'not-connected', 'not-authorised', 'unknown-terminal', 'not-sent'] as const).entries()) {
        const refused = other(2 + index, { terminalId: '71000001' });
        begin(refused, 3 + index);
        add(refused.id, cleared(3 + index));
        add(refused.id, row(3 + index, { name: 'refused', reason }));
      }
      expect(journal.latestRunAt('71000001')?.facts.id).toBe('payment-1');
      const ran = other(8, { terminalId: '71000001' });
      begin(ran, 20);
      add(ran.id, cleared(21));
      add(ran.id, row(22, { name: 'declined', hostCode: '05' }));
      expect(journal.latestRunAt('71000001')?.facts.id).toBe('payment-8');
    });

    it('knows nobody whom it never met', () => {
      expect(journal.unproven()).toEqual([]);
      expect(journal.byOrderId('NOBODY')).toBeNull();
      expect(journal.byId('nobody')).toBeNull();
      expect(journal.open()).toEqual([]);
      expect(journal.unresolved()).toEqual([]);
      expect(journal.byReference('')).toEqual([]);
      expect(journal.startedSince(at(0))).toEqual([]);
    });
  });
}
