import { describe, expect, it } from 'vitest';
import type { SignatureVerdict } from '../../../electron/payments/core/outcome.ts';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import { transition } from '../../../electron/payments/core/transition.ts';
import { approvalOf } from '../../support/fakes/fake-card-terminal.ts';
import { saleFacts } from './sale-facts.ts';

const word = { by: 'Maija V.', reason: 'Tuttu asiakas', at: '2026-11-23T10:06:00.000Z' };
const signed = (signature: SignatureVerdict): PaymentState => ({ name: 'approved', proof: 'answer', ...approvalOf(1250), signature });

describe('a person’s word about a signature', () => {
  it('that a refused one stands is kept with its name, reason and time, and moves no money', () => {
    const { state, effects } = transition(signed('refused'), { type: 'signature-let-stand', ...word }, saleFacts);
    expect(state).toEqual({ ...signed('let-stand'), letStand: word });
    expect(effects).toEqual([]);
  });

  it.each(['asked', 'accepted', 'let-stand'] as const)('lets nothing stand that is %s', (signature) => {
    const before = signed(signature);
    expect(transition(before, { type: 'signature-let-stand', ...word }, saleFacts)).toEqual({ state: before, effects: [] });
  });

  it.each(['accepted', 'refused', 'let-stand'] as const)('judges nothing a second time that is %s', (signature) => {
    const before = signed(signature);
    for (const accepted of [true, false]) {
      expect(transition(before, { type: 'signature-judged', accepted, by: '' }, saleFacts).state).toBe(before);
    }
  });

  it('means nothing to a payment without one', () => {
    const before: PaymentState = { name: 'approved', proof: 'answer', ...approvalOf(1250) };
    expect(transition(before, { type: 'signature-let-stand', ...word }, saleFacts).state).toBe(before);
  });
});
