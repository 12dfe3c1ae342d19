import { describe, expect, it } from 'vitest';
import { createLateApprovals } from '../../../electron/desk/late-approvals.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { approved } from '../../support/renderer-harness/sample-desk.ts';

const paid = (id: string, more: Partial<PaymentView> = {}): PaymentView => approved({ id, ...more });

/** A disk that holds what it was given, over restarts, while it has room. */
function disk(kept: readonly string[] = []) {
  const ids = new Set(kept);
  const played = {
    full: false,
    tried: 0,
    ids: () => [...ids],
    memory: {
      unseen: () => [...ids],
      keep(paymentId: string): boolean {
        played.tried += 1;
        if (!played.full) ids.add(paymentId);
        return !played.full;
      },
      forget: (paymentId: string) => void ids.delete(paymentId),
    },
  };
  return played;
}

function begin(on: ReturnType<typeof disk>, payments: readonly PaymentView[]) {
  const late = createLateApprovals((paymentId) => payments.find(({ id }) => id === paymentId) ?? null, on.memory);
  late.load();
  return { ...late, told: () => late.list().map(({ paymentId }) => paymentId) };
}

describe('late approvals', () => {
  it('stay over restarts until somebody opens them', () => {
    const kept = disk();
    const payments = [paid('a'), paid('b')];
    const first = begin(kept, payments);
    first.add('a');
    first.add('b');
    first.add('a');
    const second = begin(kept, payments);
    expect(second.told()).toEqual(['a', 'b']);
    second.seen('a');
    expect(second.told()).toEqual(['b']);
    expect(begin(kept, payments).told()).toEqual(['b']);
  });

  it('are told for this run where they cannot be kept, and kept as soon as their own payment’s row is', () => {
    const kept = disk();
    const payments = [paid('a'), paid('b')];
    const late = begin(kept, payments);
    kept.full = true;
    late.add('a');
    expect([late.told(), kept.ids()]).toEqual([['a'], []]);
    kept.full = false;
    late.changed('b');
    expect(kept.ids()).toEqual([]);
    late.changed('a');
    late.changed('a');
    expect([kept.ids(), kept.tried]).toEqual([['a'], 2]);
  });

  it('that were seen before they could be kept are not kept any more', () => {
    const kept = disk();
    const late = begin(kept, [paid('a')]);
    kept.full = true;
    late.add('a');
    late.seen('a');
    kept.full = false;
    late.changed('a');
    expect(kept.ids()).toEqual([]);
  });

  it('whose proof never reached the journal, or that only a person vouches for, are told once they are proven', () => {
    const kept = disk(['unclear', 'word', 'proven']);
    const payments = [
      paid('unclear', { state: 'checking', moneyMoved: 'unknown', proof: null }),
      paid('word', { state: 'settled-by-person', proof: 'person' }),
      paid('proven', { state: 'settled-by-person', proof: 'lookup' }),
    ];
    const late = begin(kept, payments);
    expect(late.told()).toEqual(['proven']);
    payments[0] = paid('unclear');
    expect(late.told()).toEqual(['unclear', 'proven']);
    expect(kept.ids()).toEqual(['unclear', 'word', 'proven']);
  });

  it('whose money has gone back are told no more, over restarts as well, and what has partly gone says how much', () => {
    const kept = disk();
    const payments = [paid('voided'), paid('refunded'), paid('partly')];
    const first = begin(kept, payments);
    for (const { id } of payments) first.add(id);
    const [voided, refunded, partly] = payments.map(({ chargedMinor }) => chargedMinor);
    payments[0] = paid('voided', { voided: 'yes', reversedMinor: voided ?? 0 });
    payments[1] = paid('refunded', { reversedMinor: refunded ?? 0 });
    payments[2] = paid('partly', { reversedMinor: (partly ?? 0) - 1 });
    expect(begin(kept, payments).list()).toMatchObject([{ paymentId: 'partly', reversedMinor: (partly ?? 0) - 1 }]);
    for (const { id } of payments) first.changed(id);
    expect([first.told(), kept.ids()]).toEqual([['partly'], ['partly']]);
  });

  it('whose payment cannot be read now are not told, and wait on disk', () => {
    const kept = disk(['a']);
    expect(begin(kept, []).told()).toEqual([]);
    expect(begin(kept, [paid('a')]).told()).toEqual(['a']);
  });
});
