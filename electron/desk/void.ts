import type { PosErrorCode } from '../../shared/errors.ts';
import type { CommandInput, CommandResult } from '../../shared/ipc/contract.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { PaymentFacts } from '../payments/core/facts.ts';
import { chargeOf } from '../payments/core/worth.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import type { Day } from '../payments/rules/day.ts';
import { isVoidable } from '../payments/rules/voidable.ts';
import type { Part } from '../program/part.ts';
import type { NewPayments } from './new-payments.ts';
import type { Wanted } from './press.ts';
import type { PaymentStart } from './starting.ts';

type VoidParts = {
  readonly starting: Pick<PaymentStart, 'start'>;
  readonly payments: Pick<NewPayments, 'alreadyBegun'>;
  readonly journal: Pick<PaymentJournal, 'byId' | 'byOriginal' | 'latestRunAt' | 'mayBeReconciled'>;
  readonly isOurs: (payment: PaymentFacts) => boolean;
  readonly today: () => Day;
};

function wantedVoid(originalId: string, { journal, isOurs, today }: VoidParts): Result<Wanted, PosErrorCode> {
  const original = journal.byId(originalId);
  if (original === null) return failed('payment-unknown');
  if (!isOurs(original.facts)) return failed('nets-host-mismatch');
  if (!isVoidable(original, journal, today())) return failed('not-voidable');
  const { facts, state } = original;
  return ok({ kind: 'void', amountMinor: chargeOf(facts, state).chargedMinor, reference: facts.reference, originalId, requestId: null });
}

/** Voids the whole charge, on the terminal of the sale: Nets' DELETE cannot void a part. */
export async function startVoid(
  { idempotencyKey, originalId }: CommandInput<'startVoid'>,
  parts: VoidParts,
): Promise<CommandResult<'startVoid'>> {
  const terminalId = parts.journal.byId(originalId)?.facts.terminalId ?? null;
  return parts.starting.start({ kind: 'void', idempotencyKey, confirmed: [], terminalId, wanted: () => wantedVoid(originalId, parts) });
}

export const voidPart = (parts: VoidParts) =>
  ({
    commands: { startVoid: async (input) => parts.payments.alreadyBegun(input) ?? startVoid(input, parts) },
  }) satisfies Part;
