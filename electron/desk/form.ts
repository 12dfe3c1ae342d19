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
 * What is typed and not sent yet. A form belongs to the payment that it begins: from that payment's first row on it is gone, and an
 * empty one under another name stands in its place. Whatever is saved under the old name after that comes too late and is dropped:
 * it would bring back a sum that a guest has paid.
 *
 * @param kept what stood there before the world was opened anew
 * @param newName random; it is also the idempotency key of the payment that the form becomes, so that one form is one payment for any page
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
  /** Names of forms that were emptied here and became no payment: a window may still show them for a moment. */
  const gone = new Set<string>();

  function replace(next: Draft): void {
    gone.add(draft.form);
    draft = next;
  }

  /** Brings back what a payment that came to nothing was for, from its own facts. In another currency the same digits are another sum. */
  function takeBack({ id, amountMinor, currency, reference, completes }: PaymentView): void {
    const amountText = currency === deskCurrency() ? amountAsText(amountMinor, currency) : '';
    // A rest stays the rest of its payment.
    replace({ ...empty(), amountText, reference, from: id, completesId: completes?.paymentId ?? null });
  }

  return {
    draft: (): Draft => draft,
    isEmpty: (): boolean => isBlank(draft),
    takeBack,
    /** Nobody may charge what stood there: main took it away. */
    isGone: (name: string): boolean => gone.has(name),
    /** What the window typed. */
    save(typed: Draft): void {
      if (typed.form === draft.form) draft = typed;
    },
    becamePayment(): void {
      draft = empty();
    },
    /** Whose sum and reference these are. */
    origin(): FormSlice['from'] {
      const payment = draft.from === null ? null : read(draft.from);
      if (payment === null) return null;
      const { id: paymentId, state, startedAt, amountMinor, reference } = payment;
      return { paymentId, state, startedAt, amountMinor, reference };
    },
    /** The payment that these came back from has taken the money after all, or may have: they are not to be charged again. */
    paymentChanged(paymentId: string): void {
      if (draft.from === paymentId && read(paymentId)?.moneyMoved !== 'no') replace(empty());
    },
  };
}

const isBlank = ({ amountText, reference }: Draft): boolean => amountText === '' && reference === '';

/** Nothing was charged, by the terminal's word or because nothing left: the guest still wants to pay. */
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
        // Not published: the window that typed it has it already, and an echo would race with the next key.
        const { completesId } = form.draft();
        form.save(typed);
        // What a rest completes is known here alone.
        if (form.draft().completesId !== completesId) changed('form');
        return ok(null);
      },
    },
    paymentChanged(paymentId: string) {
      form.paymentChanged(paymentId);
      changed('form');
    },
  }) satisfies Part;
