import type { PosErrorCode } from '../../shared/errors.ts';
import type { CommandInput } from '../../shared/ipc/contract.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { PaymentFacts } from '../payments/core/facts.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import { refundableMinor } from '../payments/rules/refundable.ts';
import type { Part } from '../program/part.ts';
import type { NewPayments } from './new-payments.ts';
import type { Wanted } from './press.ts';
import type { PaymentStart } from './starting.ts';

type Reads = Pick<PaymentJournal, 'byId' | 'byOriginal'>;

/** Never more than what is left of the original. Read again after the lookup, right before the row is written. */
function wantedRefund(
  { originalId, amountMinor }: CommandInput<'startRefund'>,
  journal: Reads,
  isOurs: (payment: PaymentFacts) => boolean,
): Result<Wanted, PosErrorCode> {
  const original = journal.byId(originalId);
  if (original === null) return failed('payment-unknown');
  if (!isOurs(original.facts)) return failed('nets-host-mismatch');
  const left = refundableMinor(original, journal);
  if (left === 0) return failed('not-refundable');
  if (amountMinor > left) return failed('refund-too-large');
  return ok({ kind: 'refund', amountMinor, reference: original.facts.reference, originalId, requestId: null });
}

export const refundPart = (parts: {
  readonly starting: Pick<PaymentStart, 'start'>;
  readonly payments: Pick<NewPayments, 'alreadyBegun'>;
  readonly journal: Reads;
  readonly isOurs: (payment: PaymentFacts) => boolean;
}) =>
  ({
    commands: {
      startRefund: async (input) =>
        parts.payments.alreadyBegun(input) ??
        parts.starting.start({ kind: 'refund', ...input, wanted: () => wantedRefund(input, parts.journal, parts.isOurs) }),
    },
  }) satisfies Part;
