import type { Form as FormSlice } from '../../shared/ipc/form.ts';
import { ok } from '../../shared/result.ts';
import type { PaymentFacts } from '../payments/core/facts.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import { type PaidOnReference, paidOnReference } from '../payments/rules/paid-on-reference.ts';
import { completedBy } from '../payments/rules/rest.ts';
import type { Part } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';
import type { Form } from './form.ts';

/** What is known of the draft's reference. Read once for each reference, and again when a payment has changed. */
function createPaidReader(journal: Parameters<typeof paidOnReference>[1], isOurs: (payment: PaymentFacts) => boolean) {
  let last: { readonly reference: string; readonly paid: PaidOnReference | null } | null = null;
  return {
    of(reference: string): PaidOnReference | null {
      if (last?.reference !== reference) last = { reference, paid: paidOnReference(reference, journal, isOurs) };
      return last.paid;
    },
    forget(): void {
      last = null;
    },
  };
}

type FormPartParts = {
  readonly journal: Pick<PaymentJournal, 'byId' | 'byOriginal' | 'byReference'>;
  /** False for payments of another currency or environment, such as a test. */
  readonly isOurs: (payment: PaymentFacts) => boolean;
  readonly changed: Changed;
};

export function formPart(form: Form, { journal, isOurs, changed }: FormPartParts) {
  const reader = createPaidReader(journal, isOurs);

  function slice(): FormSlice {
    const draft = form.draft();
    const completes = draft.completesId === null ? null : completedBy(draft.completesId, journal);
    const request = form.request();
    const known = reader.of(draft.reference);
    // Willba asks for what is left of the bill, whatever this PC knows of it.
    const leftMinor = request?.amountMinor ?? completes?.leftMinor ?? known?.leftMinor ?? null;
    const paid = known === null ? null : { ...known, reference: draft.reference, leftMinor };
    return { draft, from: form.origin(), completes, paid, request };
  }

  return {
    slices: { form: slice },
    commands: {
      saveDraft(typed) {
        // Not published: the window already has it, and an event could overwrite what is typed meanwhile.
        const { completesId, reference } = form.draft();
        const before = reader.of(reference);
        form.save(typed);
        const now = form.draft();
        // Only main knows the payment that a rest completes, and what was paid on a reference, so these are published.
        const isOther = now.reference !== reference && (before !== null || reader.of(now.reference) !== null);
        if (now.completesId !== completesId || isOther) changed('form');
        return ok(null);
      },
    },
    paymentChanged(paymentId: string) {
      form.paymentChanged(paymentId);
      reader.forget();
      changed('form');
    },
  } satisfies Part;
}
