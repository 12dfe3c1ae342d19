import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outbox } from '../../../electron/outbox/ports.ts';
import type { PaymentFacts } from '../../../electron/payments/core/facts.ts';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import type { JournalRow, PaymentJournal } from '../../../electron/payments/ports.ts';
import type { OutboxEvent } from '../../../electron/willba/ports.ts';

/** A journal and its outbox, while Willba is to be told. */
export type OutboxUnderTest = {
  readonly journal: PaymentJournal;
  readonly outbox: Outbox<OutboxEvent>;
  readonly close: () => Promise<void> | void;
};

const facts = (id: string): PaymentFacts => ({
  id,
  orderId: `WP-${id}`,
  kind: 'sale',
  requestId: 'link-7',
  originalId: null,
  amountMinor: 1250,
  currency: 'EUR',
  terminalId: `71-${id}`,
  terminalName: 'Päätelaite I',
  pointOfSale: 'Vastaanotto',
  reference: 'R-1001 ä€😀',
  operator: null,
  environment: 'test',
});
const approved = {
  name: 'approved',
  proof: 'answer',
  chargedMinor: 1250,
  tipMinor: 0,
  surchargeMinor: 0,
  stan: '000123',
  card: { brand: 'VISA', last4: '1234' },
} as const satisfies PaymentState;
const sent: PaymentState = { name: 'sent', written: false };
const checking = (lookupsDone: number): PaymentState => ({ name: 'checking', cause: 'answer-lost', lookupsDone, hint: null });

let seconds = 0;
function row(event: JournalRow['event'], state: PaymentState): JournalRow {
  seconds += 1;
  return { at: new Date(Date.UTC(2026, 10, 23, 10, 0, seconds)).toISOString(), event, state, evidence: null };
}

export function outboxContract(name: string, make: () => Promise<OutboxUnderTest> | OutboxUnderTest): void {
  describe(`${name} as an outbox`, () => {
    let parts: OutboxUnderTest;
    beforeEach(async () => {
      parts = await make();
    });
    afterEach(() => parts.close());

    function begin(id: string, ...rows: JournalRow[]): void {
      expect(parts.journal.create(facts(id), `attempt-${id}`, row({ type: 'started' }, { name: 'created' })).ok).toBe(true);
      for (const each of rows) expect(parts.journal.append(id, each).ok).toBe(true);
    }

    function drain(id: string): { readonly id: string; readonly sequence: number; readonly data: Record<string, unknown> }[] {
      const told = [];
      for (let next = parts.outbox.next(id); next !== null && next !== 'unreadable'; next = parts.outbox.next(id)) {
        const body = JSON.parse(next.body) as { readonly type: string; readonly sequence: number; readonly data: Record<string, unknown> };
        expect(body).toMatchObject({ type: 'payment.updated', sequence: next.sequence });
        told.push({ id: next.id, sequence: next.sequence, data: body.data });
        expect(parts.outbox.accepted(next)).toBe(true);
      }
      return told;
    }

    it('holds one event for each state and each decision, as the payment was then, and none for one more lookup', () => {
      const asked = { ...approved, signature: 'asked' } as const;
      begin(
        'p',
        row({ type: 'cleared' }, sent),
        row({ type: 'request-written' }, { name: 'sent', written: true }),
        row({ type: 'given-up' }, checking(0)),
        row({ type: 'lookup-due' }, checking(1)),
        row({ type: 'released' }, checking(1)),
        row({ type: 'lookup-due' }, asked),
        row({ type: 'signature-judged', accepted: true, by: 'Maija V.' }, { ...asked, signature: 'accepted' }),
      );
      const told = drain('p');
      expect(told.map(({ data }) => [data['state'], data['released'], data['chargedMinor']])).toEqual([
        ['created', false, 0],
        ['sent', false, 0],
        ['checking', false, 0],
        ['checking', true, 0],
        ['approved', true, 1250],
        ['approved', true, 1250],
      ]);
      expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
      expect(told.map(({ sequence }) => sequence)).toEqual(told.map(({ sequence }) => sequence).sort((a, b) => a - b));
      expect(told[0]?.data).toMatchObject({ id: 'p', requestId: 'link-7', reference: 'R-1001 ä€😀', endedAt: null });
    });

    it('says the same at every try until it is accepted', () => {
      begin('p', row({ type: 'cleared' }, sent));
      const first = parts.outbox.next('p');
      expect(parts.outbox.next('p')).toEqual(first);
      expect(parts.journal.append('p', row({ type: 'given-up' }, approved)).ok).toBe(true);
      expect(parts.outbox.next('p')).toEqual(first);
    });

    it('lists the payments that wait, by their oldest event', () => {
      begin('a');
      begin('b');
      expect(parts.journal.append('a', row({ type: 'cleared' }, sent)).ok).toBe(true);
      expect(parts.outbox.waiting()).toEqual(['a', 'b']);
      drain('a');
      expect(parts.outbox.waiting()).toEqual(['b']);
      expect([parts.outbox.isWaiting('a'), parts.outbox.isWaiting('b')]).toEqual([false, true]);
      expect(parts.outbox.next('a')).toBeNull();
    });

    it('tells whoever follows of each row that was written, and of none that was not', () => {
      const heard: string[] = [];
      parts.outbox.follow((paymentId) => heard.push(paymentId));
      begin('p', row({ type: 'cleared' }, sent));
      expect(parts.journal.create(facts('p'), 'attempt-p', row({ type: 'started' }, { name: 'created' })).ok).toBe(false);
      expect(heard).toEqual(['p', 'p']);
    });
  });
}
