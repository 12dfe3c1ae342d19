import { create } from 'zustand';
import type { PosError } from '../../shared/errors.ts';
import type { Draft } from '../../shared/ipc/form.ts';
import type { MoneyProblem } from '../../shared/parse-money.ts';
import type { TextProblem } from '../../shared/reference.ts';

export type ManualEntry = { readonly lastFour: string; readonly receipt: string; readonly reason: string };

/** What is wrong with the text in the field, or with a scanned code that was not put into it. */
export type ReferenceProblem = TextProblem | `scan-${TextProblem}` | 'scan-unreadable';

/** The problems that are shown. A field is checked when it loses the focus or is sent, never while somebody types. */
export type FieldProblems = {
  readonly amount: MoneyProblem | null;
  readonly reference: ReferenceProblem | null;
  readonly lastFour: 'empty' | 'not-four-digits' | null;
  readonly receipt: TextProblem | null;
  readonly reason: TextProblem | null;
};

/**
 * The sale form. `form` is its name, given by main: the same form sent twice is the same payment, whichever page sends it. Empty until main
 * has answered.
 */
export type SaleForm = Draft & {
  readonly manual: ManualEntry;
  readonly problems: FieldProblems;
  /** Why the last press of Maksa or Kirjaa maksu failed. */
  readonly failure: PosError | null;
  /** A command that could start a payment is being sent. */
  readonly pending: boolean;
  /** Somebody has typed since the window opened; a later snapshot must not overwrite it. */
  readonly touched: boolean;
  /** Sum and reference are those of a payment without a charge: charging them again does not react to Enter. */
  readonly again: boolean;
};

const noProblems: FieldProblems = { amount: null, reference: null, lastFour: null, receipt: null, reason: null };
const emptyManual: ManualEntry = { lastFour: '', receipt: '', reason: '' };

/** A name for one refund or void: 128 random bits. Works in a page that is not a secure context too. */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const emptyForm: SaleForm = {
  form: '',
  amountText: '',
  reference: '',
  method: 'card',
  completesId: null,
  manual: emptyManual,
  problems: noProblems,
  failure: null,
  pending: false,
  touched: false,
  again: false,
  from: null,
};

export const useSaleForm = create<SaleForm>(() => emptyForm);

/** The desk typed something, so an old failure no longer describes the form. */
export function typeInForm(change: Partial<Draft>): void {
  useSaleForm.setState((form) => ({
    ...change,
    ...(staysRest(form, change) ? {} : { completesId: null }),
    touched: true,
    failure: null,
    again: form.again && change.amountText === undefined,
    problems: {
      ...form.problems,
      amount: change.amountText === undefined ? form.problems.amount : null,
      reference: change.reference === undefined ? form.problems.reference : null,
    },
  }));
}

/** A changed reference is another booking, and an emptied form has no payment: both make it an ordinary sale. */
function staysRest(before: Draft, change: Partial<Draft>): boolean {
  if (change.completesId !== undefined) return true;
  const { amountText, reference } = { ...before, ...change };
  return reference === before.reference && (amountText.trim() !== '' || reference.trim() !== '');
}

/** Writes the sum as people write it. It stays the same sum, so nothing else of the form changes. */
export const tidyAmount = (amountText: string): void => useSaleForm.setState({ amountText });

export function typeInManual(change: Partial<ManualEntry>): void {
  const cleared = Object.fromEntries(Object.keys(change).map((key) => [key, null]));
  useSaleForm.setState((form) => ({
    manual: { ...form.manual, ...change },
    failure: null,
    problems: { ...form.problems, ...cleared },
  }));
}

export const showProblems = (problems: Partial<FieldProblems>): void =>
  useSaleForm.setState((form) => ({ problems: { ...form.problems, ...problems } }));

/** Empties the form for the next guest or fills it in. It keeps its name unless main gives it another. */
export const fillForm = (draft: Partial<Draft>, again = false): void =>
  useSaleForm.setState(({ form }) => ({ ...emptyForm, form, ...draft, again }));

/** Restores the form after a scanner typed into the sum. A form that main has replaced since then stays. */
export function takeBackAmount(before: SaleForm): void {
  useSaleForm.setState((now) => {
    if (before.form !== now.form) return now;
    const { reference, method, manual, pending, touched } = now;
    const { failure } = before.pending === pending ? before : now;
    return { ...before, reference, method, manual, pending, touched, failure };
  });
}

/** What was typed before main answered belongs to main's form. If no card can be charged, it is a record by hand. */
export const nameForm = ({ form, method }: Pick<Draft, 'form' | 'method'>): void =>
  useSaleForm.setState(method === 'manual' ? { form, method } : { form });
