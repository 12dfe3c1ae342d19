import type { PosErrorCode } from '../../shared/errors.ts';
import type { CommandInput } from '../../shared/ipc/contract.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { PaymentFacts } from '../payments/core/facts.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import { readCompleted } from '../payments/rules/rest.ts';
import type { Part } from '../program/part.ts';
import type { AskedFor } from './asked-for.ts';
import type { NewPayments } from './new-payments.ts';
import { readReferenceText } from './persons-word.ts';
import type { Wanted } from './press.ts';
import type { Refuse } from './refusals.ts';
import type { PaymentStart } from './starting.ts';

type Reads = Pick<PaymentJournal, 'byId' | 'byOriginal'>;
type IsOurs = (payment: PaymentFacts) => boolean;

type SaleReads = { readonly journal: Reads; readonly isOurs: IsOurs; readonly askedFor: AskedFor };

/** What the form asks for at this moment. A rest is never more than what is left to pay. */
export function wantedSale(input: CommandInput<'startSale'>, { journal, isOurs, askedFor }: SaleReads): Result<Wanted, PosErrorCode> {
  const reference = readReferenceText(input.reference);
  if (!reference.ok) return reference;
  const { amountMinor, completesId = null, idempotencyKey } = input;
  const completed = readCompleted({ completesId, amountMinor, reference: reference.value }, journal, isOurs);
  if (!completed.ok) return completed;
  const sale = { amountMinor, reference: reference.value, originalId: completed.value };
  const asked = askedFor(idempotencyKey, sale);
  return asked.ok ? ok({ kind: 'sale', ...sale, ...asked.value }) : asked;
}

export const salePart = (parts: SaleReads & { readonly starting: PaymentStart; readonly payments: NewPayments; readonly refuse: Refuse }) =>
  ({
    slices: { starting: parts.starting.starting },
    commands: {
      async startSale(input) {
        const begun = parts.payments.alreadyBegun(input);
        if (begun !== null) return begun;
        if (!parts.payments.isSeenMode(input.mode)) return parts.refuse('not-possible-now');
        return parts.starting.start({ kind: 'sale', ...input, wanted: () => wantedSale(input, parts) });
      },
    },
  }) satisfies Part;
