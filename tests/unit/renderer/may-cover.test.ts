import { expect, it } from 'vitest';
import { mayCover } from '../../../renderer/payment/may-cover.ts';
import { paymentStateNames } from '../../../shared/payment.ts';
import { samplePayment } from '../../support/renderer-harness/sample-desk.ts';

const free = { current: null, starting: null, closing: null };
const open = ['created', 'sent', 'cancelling', 'checking', 'unresolved'];

it.each(paymentStateNames.map((state) => [state, !open.includes(state)] as const))('beside a payment that is %s: %s', (state, may) => {
  expect(mayCover({ ...free, current: samplePayment({ state }) })).toBe(may);
});

it('a free desk may be covered, and not before main has told of it, nor while a press is under way or the program is being closed', () => {
  expect(mayCover(free)).toBe(true);
  expect(mayCover(null)).toBe(false);
  expect(mayCover({ ...free, closing: { phase: 'asking', payments: [] } })).toBe(false);
  expect(mayCover({ ...free, starting: {} as never })).toBe(false);
});
