import { amountAsText } from '../../shared/amount-text.ts';
import type { Draft, Form as FormSlice } from '../../shared/ipc/form.ts';
import type { PaymentRequest } from '../../shared/ipc/requests.ts';
import type { Language } from '../../shared/money.ts';
import type { PaymentView } from '../../shared/payment.ts';

export type Form = ReturnType<typeof createForm>;

/** A form, and what of it only main knows. */
export type KeptForm = {
  readonly draft: Draft;
  /** What Willba asks for with this form. Its sum and reference cannot be changed. */
  readonly request: PaymentRequest | null;
  /** The form into which the request came, with what somebody had typed there. It comes back if the request is dismissed. */
  readonly aside: Draft | null;
  /** Names of forms that were replaced without becoming a payment. The window may still show one for a moment, also over a reopening. */
  readonly gone: readonly string[];
};

export type FormParts = {
  /** The form from before the world was reopened; null for none. */
  readonly kept: KeptForm | null;
  /** A random name. It becomes the idempotency key of the form's payment, so that one form is one payment, also after a reload. */
  readonly newName: () => string;
  readonly read: (paymentId: string) => PaymentView | null;
  readonly currency: () => string;
  readonly language: () => Language;
  readonly usualMethod: () => Draft['method'];
};

/**
 * What is typed and not sent yet. When its payment has its first row, the form is replaced by an empty one with a new name. Whatever is
 * saved under the old name after that is dropped: it would bring back a sum that a guest has already paid.
 */
export function createForm(parts: FormParts) {
  const { newName, usualMethod } = parts;
  const empty = (): Draft => ({ form: newName(), amountText: '', reference: '', method: usualMethod(), from: null, completesId: null });
  const requests = createChargedRequests(parts.currency);
  let { draft, request, aside } = beginWith(parts, empty);
  const gone = new Set(parts.kept?.gone);
  // Its sum was another currency's.
  if (parts.kept?.request != null && request === null) gone.add(parts.kept.draft.form);

  function replace(next: Draft, asked: PaymentRequest | null, before: Draft | null): void {
    gone.add(draft.form);
    draft = next;
    request = asked;
    aside = before;
  }
  const filledWith = (sum: Sum): Draft => ({ ...empty(), ...textsOf(sum, parts.currency(), parts.language()) });

  return {
    kept: (): KeptForm => ({ draft, request, aside, gone: [...gone] }),
    draft: (): Draft => draft,
    request: (): PaymentRequest | null => request,
    isEmpty: (): boolean => isBlank(draft),
    /** True for a form that main took away: its sum must not be charged. */
    isGone: (name: string): boolean => gone.has(name),
    /** Stores what was typed in the window. */
    save(typed: Draft): void {
      ({ draft, aside } = withTyped({ draft, request, aside }, typed));
    },
    /**
     * Puts the sum and reference of a payment without a charge back into the form.
     * @returns the request that had to leave the form for it
     */
    takeBack(payment: PaymentView): PaymentRequest | null {
      const again = requests.of(payment);
      const displaced = request?.id === again?.id ? null : request;
      // The sale of a rest stays one: it still completes the same payment.
      replace({ ...filledWith(payment), from: payment.id, completesId: payment.completes?.paymentId ?? null }, again, null);
      return displaced;
    },
    /**
     * Fills the form with a request of Willba. What is typed is put aside.
     * @returns the request that was in the form before
     */
    fill(asked: PaymentRequest): PaymentRequest | null {
      const displaced = request;
      replace(filledWith(asked), asked, request === null ? draft : aside);
      return displaced;
    },
    /** The request leaves the form, and what was typed before it comes back. */
    dismiss: (): void => replace(aside === null ? empty() : { ...aside, form: newName() }, null, null),
    becamePayment(): void {
      requests.add(request);
      // What was typed before the request is gone with it: most likely it was meant for the same guest, who must not pay twice.
      [draft, request, aside] = [empty(), null, null];
    },
    /** The payment whose sum and reference are in the form; null if they were typed. */
    origin: (): FormSlice['from'] => originOf(draft.from === null ? null : parts.read(draft.from)),
    /** What came from a payment that was charged after all, or may have been, must not be charged again: neither this form nor the one aside. */
    paymentChanged(paymentId: string): void {
      if (parts.read(paymentId)?.moneyMoved === 'no') return;
      if (draft.from === paymentId) replace(empty(), null, null);
      else if (aside?.from === paymentId) aside = null;
    },
  };
}

type Sum = Pick<PaymentRequest, 'amountMinor' | 'currency' | 'reference'>;

/** Without the sum, if the desk now has another currency. */
const textsOf = (
  { amountMinor, currency, reference }: Sum,
  deskCurrency: string,
  language: Language,
): Pick<Draft, 'amountText' | 'reference'> => ({
  amountText: currency === deskCurrency ? amountAsText(amountMinor, currency, language) : '',
  reference,
});

/** Of a request the desk chooses only how it is paid. */
type InForm = Omit<KeptForm, 'gone'>;

function withTyped({ draft, request, aside }: InForm, typed: Draft): Pick<InForm, 'draft' | 'aside'> {
  // What was typed in the moment before a request came is saved a little later.
  if (typed.form === aside?.form) return { draft, aside: typed };
  if (typed.form !== draft.form) return { draft, aside };
  return { draft: request === null ? typed : { ...draft, method: typed.method }, aside };
}

function originOf(payment: PaymentView | null): FormSlice['from'] {
  if (payment === null) return null;
  const { id: paymentId, state, startedAt, amountMinor, reference } = payment;
  return { paymentId, state, startedAt, amountMinor, reference };
}

/** The requests that became payments in this run: a payment itself does not tell the guest's name. */
function createChargedRequests(deskCurrency: () => string) {
  const charged = new Map<string, PaymentRequest>();
  return {
    add(request: PaymentRequest | null): void {
      if (request !== null) charged.set(request.id, request);
    },
    /** What this payment was asked for. A retry is still the same request. */
    of({ requestId, amountMinor, currency, reference }: PaymentView): PaymentRequest | null {
      if (requestId === null || currency !== deskCurrency()) return null;
      const { guest = null, operator = null } = charged.get(requestId) ?? {};
      return { id: requestId, amountMinor, currency, reference, guest, operator };
    },
  };
}

function beginWith({ kept, currency, usualMethod, newName }: FormParts, empty: () => Draft): InForm {
  // What was typed before a request is charged as another form: the name of its old one is gone.
  const typed = kept?.request == null ? kept?.draft : kept.aside && { ...kept.aside, form: newName() };
  if (kept?.request?.currency === currency()) return kept;
  const usable = typed != null && (!isBlank(typed) || typed.method === usualMethod());
  return { draft: usable ? typed : empty(), request: null, aside: null };
}

const isBlank = ({ amountText, reference }: Draft): boolean => amountText === '' && reference === '';

/** A sale that is proven not charged: the guest still has to pay. */
export const cameToNothing = ({ kind, state }: Pick<PaymentView, 'kind' | 'state'>): boolean =>
  kind === 'sale' && (state === 'declined' || state === 'cancelled' || state === 'timed-out' || state === 'refused');
