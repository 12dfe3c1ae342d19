import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { projectRoot } from '../../../support/imports.ts';
import { eventProblem } from '../../../support/willba/payment-event.ts';
import { sampleEvent, samplePayment } from '../../../support/willba/sample-event.ts';

const withData = (changes: Record<string, unknown>): unknown => ({ ...sampleEvent(1), data: { ...samplePayment(), ...changes } });
const without = (name: string): unknown => {
  const data: Record<string, unknown> = { ...samplePayment() };
  delete data[name];
  return { ...sampleEvent(1), data };
};

describe('a payment event', () => {
  it('as it is documented is taken, also with a member more', () => {
    expect(eventProblem(sampleEvent(12))).toBeNull();
    expect(eventProblem(withData({ something: 'new' }))).toBeNull();
  });

  it('is taken for every payment of the recorded day', () => {
    const lines = readFileSync(join(projectRoot, 'tests/fixtures/recorded-day/day.jsonl'), 'utf8').trim().split('\n');
    const payments = lines.map((line) => JSON.parse(line) as { environment: string });
    const sent = payments.filter(({ environment }) => environment !== 'training');
    expect(sent.length).toBeGreaterThan(40);
    for (const data of sent) expect(eventProblem({ ...sampleEvent(1), data }), JSON.stringify(data)).toBeNull();
  });

  it('needs each of its documented members', () => {
    for (const name of Object.keys(samplePayment())) expect(eventProblem(without(name))).toBe(`data.${name} is missing`);
  });

  it.each<[string, unknown]>([
    ['the body is no object', []],
    ['type is "payment.created"', { ...sampleEvent(1), type: 'payment.created' }],
    ['timestamp is "yesterday"', { ...sampleEvent(1), timestamp: 'yesterday' }],
    ['sequence is "1"', { ...sampleEvent(1), sequence: '1' }],
    ['sequence is 0', { ...sampleEvent(1), sequence: 0 }],
    ['data is no object', { ...sampleEvent(1), data: null }],
    ['data.state is "paid"', withData({ state: 'paid' })],
    ['data.amountMinor is 12.5', withData({ amountMinor: 12.5 })],
    ['data.chargedMinor is -1250', withData({ chargedMinor: -1250 })],
    ['data.card is', withData({ card: { brand: 'VISA', last4: '4111111111111111' } })],
    ['data.reason is', withData({ reason: 'The card was declined.' })],
    ['data.endedAt is', withData({ endedAt: '23.11.2026 10.00' })],
    ['data.settlement does not fit data.state', withData({ state: 'settled-by-person' })],
    ['data.chargedMinor is not 0, and no money moved', withData({ moneyMoved: 'no' })],
    ['data.environment is training', withData({ environment: 'training' })],
  ])('%s', (why, body) => {
    expect(eventProblem(body)).toContain(why);
  });

  it('that only tries the connection has its type and may have a timestamp', () => {
    expect(eventProblem({ type: 'payment.test' })).toBeNull();
    expect(eventProblem({ type: 'payment.test', timestamp: '2026-11-23T10:00:09.120Z' })).toBeNull();
    expect(eventProblem({ type: 'payment.test', data: samplePayment() })).toBe('payment.test has a data');
  });
});
