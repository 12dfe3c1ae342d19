import type { CommandResult } from '../../shared/ipc/contract.ts';
import type { DeskSettings } from '../../shared/ipc/desk.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { PaymentFacts } from '../payments/core/facts.ts';
import type { CreateFailure } from '../payments/ports.ts';
import { readCreateFailure } from './create-failed.ts';
import type { RandomIds } from './ports.ts';
import type { Refuse } from './refusals.ts';

export type NewPayments = ReturnType<typeof createNewPayments>;

type Started = CommandResult<'startSale'>;

/** Makes the facts of new payments, and makes sure that one form becomes one payment, however often it is sent. */
export function createNewPayments(parts: {
  readonly settings: () => DeskSettings;
  readonly operator: () => string | null;
  readonly ids: RandomIds;
  readonly refuse: Refuse;
  /** Main took this form away, maybe after the press: its sum must not be charged. */
  readonly isGone: (idempotencyKey: string) => boolean;
  /** Called when its row is in the journal. */
  readonly begun: (facts: PaymentFacts) => void;
}) {
  let last: { readonly idempotencyKey: string; readonly facts: PaymentFacts } | null = null;

  return {
    facts(wanted: Pick<PaymentFacts, 'kind' | 'amountMinor' | 'reference' | 'originalId' | 'requestId'>): PaymentFacts {
      const { currency, environment, pointOfSale } = parts.settings();
      return {
        id: parts.ids.paymentId(),
        orderId: parts.ids.orderId(),
        currency,
        terminalId: null,
        terminalName: null,
        pointOfSale,
        operator: parts.operator(),
        environment,
        ...wanted,
      };
    },

    /** False if the window does not know yet that the mode has changed. */
    isSeenMode: (mode: DeskSettings['mode']): boolean => mode === parts.settings().mode,

    /** The payment that this form has already become; null if none. Refused with another sum: no window has shown such a form. */
    alreadyBegun({ idempotencyKey, amountMinor }: { readonly idempotencyKey: string; readonly amountMinor?: number }): Started | null {
      if (last?.idempotencyKey !== idempotencyKey) return null;
      const same = amountMinor === undefined || amountMinor === last.facts.amountMinor;
      return same ? ok({ paymentId: last.facts.id }) : parts.refuse('form-changed');
    },

    create(facts: PaymentFacts, idempotencyKey: string, begin: () => Result<null, CreateFailure>): Started {
      if (parts.isGone(idempotencyKey)) return parts.refuse('form-changed');
      const begun = begin();
      if (!begun.ok) {
        const known = readCreateFailure(begun.error);
        return known.ok ? known : parts.refuse(known.error);
      }
      last = { idempotencyKey, facts };
      parts.begun(facts);
      return ok({ paymentId: facts.id });
    },
  };
}
