import { describe, expect, it } from 'vitest';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import type { JournalledPayment } from '../../../electron/payments/ports.ts';
import { justCharged } from '../../../electron/payments/rules/just-charged.ts';
import { saleFacts } from './sale-facts.ts';

const NOW = '2026-11-28T12:00:00.000Z';
const ago = (minutes: number): string => new Date(Date.parse(NOW) - minutes * 60_000).toISOString();
const unresolved: PaymentState = { name: 'unresolved', cause: 'answer-lost', hint: null };

function asked(minutes: number, references: { readonly charged: string; readonly wanted: string }, state: PaymentState = unresolved) {
  const payment: JournalledPayment = {
    facts: { ...saleFacts, reference: references.charged },
    state,
    startedAt: ago(minutes),
    endedAt: null,
    releasedAt: ago(minutes - 1),
  };
  const none = (): readonly JournalledPayment[] => [];
  const journal = { startedSince: none, open: none, unresolved: () => [payment], byOriginal: none };
  return justCharged({ amountMinor: saleFacts.amountMinor, reference: references.wanted }, journal, NOW, () => true);
}

describe('an unclear payment of the same sum', () => {
  const walkIn = { charged: '', wanted: '' };

  it.each([1, 4, 60, 11 * 60])('is asked about before its guest may be charged at another terminal, %i minutes later too', (minutes) => {
    expect(asked(minutes, walkIn)).toMatchObject({ amountMinor: saleFacts.amountMinor, certain: false, at: ago(minutes) });
  });

  it('is asked about where either of the two names no booking, or both the same', () => {
    expect(asked(4, { charged: '', wanted: 'R-1' })).not.toBeNull();
    expect(asked(4, { charged: 'R-1', wanted: '' })).not.toBeNull();
    expect(asked(4, { charged: 'R-1', wanted: 'r 1' })).not.toBeNull();
    expect(asked(4, { charged: 'R-1', wanted: 'R-2' })).toBeNull();
  });

  it('of another day stands in nobody’s way', () => {
    expect(asked(13 * 60, walkIn)).toBeNull();
  });
});
