import { describe, expect, it } from 'vitest';
import type { PaymentFacts } from '../../../electron/payments/core/facts.ts';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import { canLookUp } from '../../../electron/payments/runner/lookups.ts';
import { takeUp } from '../../../electron/payments/runner/running.ts';
import { approvalOf } from '../../support/fakes/fake-card-terminal.ts';
import { saleFacts } from './sale-facts.ts';

const lost: PaymentState = { name: 'checking', cause: 'answer-lost', lookupsDone: 0, hint: null };
const unresolved: PaymentState = { name: 'unresolved', cause: 'unreadable', hint: null };
const runOf = (state: PaymentState, facts: Partial<PaymentFacts> = {}) =>
  takeUp({ facts: { ...saleFacts, ...facts }, state, startedAt: '2026-11-23T10:00:00.000Z', endedAt: null, releasedAt: null });

describe('whether a person’s press can tell anything', () => {
  it.each<[string, PaymentState, Partial<PaymentFacts>, boolean]>([
    ['a sale whose answer is lost', lost, {}, true],
    ['a refund whose answer is lost', lost, { kind: 'refund' }, true],
    ['a sale that nothing has proven', unresolved, {}, true],
    ['a sale on the wire', { name: 'sent', written: true }, {}, true],
    ['a sale that a wish to cancel follows', { name: 'cancelling', written: true, by: 'desk', delivery: 'delivered' }, {}, true],
    ['a sale that has not left', { name: 'sent', written: false }, {}, false],
    ['a sale that a newer one hides', { name: 'unresolved', cause: 'overwritten', hint: null }, {}, false],
    ['a void', lost, { kind: 'void' }, false],
    ['a void that nothing has proven', unresolved, { kind: 'void' }, false],
    ['a record by hand', unresolved, { kind: 'manual', terminalId: null }, false],
    ['what has no terminal', lost, { terminalId: null }, false],
    ['what is proven', { name: 'approved', proof: 'answer', ...approvalOf(1250) }, {}, false],
    ['what was declined', { name: 'declined', hostCode: '51' }, {}, false],
  ])('%s', (_, state, facts, can) => expect(canLookUp(runOf(state, facts))).toBe(can));

  it('not while a newer sale hides it and its own request still waits', () => {
    const run = runOf({ name: 'sent', written: true });
    run.overwritten = true;
    expect(canLookUp(run)).toBe(false);
  });
});
