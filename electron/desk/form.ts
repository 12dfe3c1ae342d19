import { amountAsText } from '../../shared/amount-text.ts';
import type { Draft, Form as FormSlice } from '../../shared/ipc/form.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { ok } from '../../shared/result.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import { completedBy } from '../payments/rules/rest.ts';
import type { Part } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';

export type Form = ReturnType<typeof createForm>;

/**
 * What is typed and not sent yet. When its payment has its first row, the form is replaced by an empty one with a new name. Whatever is
 * saved under the old name after that is dropped: it would bring back a sum that a guest has already paid.
 *
 * @param kept the draft from before the world was reopened; null for none
 * @param newName a random name. It becomes the idempotency key of the form's payment, so that one form is one payment, also after a reload
 */
export function createForm(
  kept: Draft | null,
  newName: () => string,
  read: (paymentId: string) => PaymentView | null,
  deskCurrency: () => string,
  usualMethod: () => Draft['method'],
) {
  const empty = (): Draft => ({ form: newName(), amountText: '', reference: '', method: usualMethod(), from: null, completesId: null });
  let draft = kept === null || (isBlank(kept) && kept.method !== usualMethod()) ? empty() : kept;
  /** Names of forms that were replaced without becoming a payment. The window may still show them for a moment. */
  const gone = new Set<string>();

  function replace(next: Draft): void {
    gone.add(draft.form);
    draft = next;
  }

  /** Puts the sum and reference of a payment without a charge back into the form. Not the sum, if the desk now has another currency. */
  function takeBack({ id, amountMinor, currency, reference, completes }: PaymentView): void {
    const amountText = currency === deskCurrency() ? amountAsText(amountMinor, currency) : '';
    // The sale of a rest stays one: it still completes the same payment.
    replace({ ...empty(), amountText, reference, from: id, completesId: completes?.paymentId ?? null });
  }

  return {
    draft: (): Draft => draft,
    isEmpty: (): boolean => isBlank(draft),
    takeBack,
    /** True for a form that main took away: its sum must not be charged. */
    isGone: (name: string): boolean => gone.has(name),
    /** Stores what was typed in the window. */
    save(typed: Draft): void {
      if (typed.form === draft.form) draft = typed;
    },
    becamePayment(): void {
      draft = empty();
    },
    /** The payment whose sum and reference are in the form; null if they were typed. */
    origin(): FormSlice['from'] {
      const payment = draft.from === null ? null : read(draft.from);
      if (payment === null) return null;
      const { id: paymentId, state, startedAt, amountMinor, reference } = payment;
      return { paymentId, state, startedAt, amountMinor, reference };
    },
    /** If the payment behind this form was charged after all, or may have been, the form is emptied: it must not be charged again. */
    paymentChanged(paymentId: string): void {
      if (draft.from === paymentId && read(paymentId)?.moneyMoved !== 'no') replace(empty());
    },
  };
}

const isBlank = ({ amountText, reference }: Draft): boolean => amountText === '' && reference === '';

/** A sale that is proven not charged: the guest still has to pay. */
export const cameToNothing = ({ kind, state }: Pick<PaymentView, 'kind' | 'state'>): boolean =>
  kind === 'sale' && (state === 'declined' || state === 'cancelled' || state === 'timed-out' || state === 'refused');

export const formPart = (form: Form, journal: Pick<PaymentJournal, 'byId' | 'byOriginal'>, changed: Changed) =>
  ({
    slices: {
      form: (): FormSlice => {
        const draft = form.draft();
        return { draft, from: form.origin(), completes: draft.completesId === null ? null : completedBy(draft.completesId, journal) };
      },
    },
    commands: {
      saveDraft(typed) {
        // Not published: the window already has it, and an event could overwrite what is typed meanwhile.
        const { completesId } = form.draft();
        form.save(typed);
        // Only main knows the payment that a rest completes, so this is published.
        if (form.draft().completesId !== completesId) changed('form');
        return ok(null);
      },
    },
    paymentChanged(paymentId: string) {
      form.paymentChanged(paymentId);
      changed('form');
    },
  }) satisfies Part;
