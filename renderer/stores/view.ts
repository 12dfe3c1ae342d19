import { create } from 'zustand';
import type { CheckName } from '../../shared/check-names.ts';
import type { Reconciliation } from '../../shared/day-close.ts';
import type { Elsewhere, JustCharged, SaleWarningCode } from '../../shared/errors.ts';
import type { PaymentView } from '../../shared/payment.ts';

export type OpenDialog =
  | { readonly kind: 'picker'; readonly purpose: 'remember' }
  /** `form`: the one that is charged with the choice. */
  | { readonly kind: 'picker'; readonly purpose: 'pay'; readonly form: string }
  | { readonly kind: 'picker'; readonly purpose: 'retry'; readonly payment: PaymentView }
  | { readonly kind: 'refund'; readonly payment: PaymentView }
  | { readonly kind: 'void'; readonly payment: PaymentView }
  | { readonly kind: 'let-stand'; readonly payment: PaymentView }
  /** `last`: how the day's last reconciliation there ended. */
  | { readonly kind: 'reconcile'; readonly terminalId: string; readonly terminalName: string; readonly last: Reconciliation['end'] | null }
  | { readonly kind: 'settings' }
  | { readonly kind: 'checks'; readonly check: CheckName | 'willba' | null; readonly terminalId: string | null }
  | { readonly kind: 'operator' }
  | { readonly kind: 'handover' }
  | { readonly kind: 'tour' }
  | { readonly kind: 'missing-payments' }
  | { readonly kind: 'settle'; readonly payment: PaymentView }
  | { readonly kind: 'evidence'; readonly payment: PaymentView }
  | { readonly kind: 'receipt'; readonly payment: PaymentView }
  | { readonly kind: 'today' }
  | { readonly kind: 'confirm'; readonly question: Question }
  | { readonly kind: 'confirm-record'; readonly question: ManualEntryQuestion };

/** A question before a charge. The answer counts only for what is named here. */
export type Question = {
  readonly idempotencyKey: string;
  readonly amountMinor: number;
  readonly reference: string;
  readonly terminalId: string;
  readonly terminalName: string;
  /** This PC's terminal, and who was at the desk. */
  readonly shown: { readonly terminalId: string; readonly name: string } | null;
  readonly operator: string | null;
  readonly warnings: readonly SaleWarningCode[];
  /** The payment that `same-sum-just-charged` is about. */
  readonly justCharged: JustCharged | null;
  /** The payment that `same-reference-elsewhere` is about. */
  readonly elsewhere: Elsewhere | null;
  /** Warnings that were already confirmed for this sale. */
  readonly confirmed: readonly SaleWarningCode[];
};
/** The same question before a record by hand. */
export type ManualEntryQuestion = Pick<
  Question,
  'idempotencyKey' | 'amountMinor' | 'reference' | 'warnings' | 'justCharged' | 'elsewhere' | 'confirmed'
> & {
  /** The unclear payment that may be the same charge. */
  readonly unclearId: string | null;
};

/** The screens between which the header's tabs choose while no payment has the window. */
export type PageName = 'till' | 'payments' | 'day-close';

type View = {
  readonly page: PageName;
  readonly dialog: OpenDialog | null;
  /** The keys of this screen are shown, over whatever is open. */
  readonly keys: boolean;
  /** An outcome that stays on the screen while its retry is being started, so that the sale screen does not flash in between. */
  readonly held: PaymentView | null;
  /** Nobody has touched the window for a while: what is on it is covered. */
  readonly covered: boolean;
  /** A payment that was opened from the notice that it was charged after all; its screen says so. */
  readonly openedAsLate: string | null;
};

/** What only this window knows: nothing of it matters for money, and a reload may lose it. */
export const useView = create<View>(() => ({ page: 'till', dialog: null, keys: false, held: null, openedAsLate: null, covered: false }));

export const openPage = (page: PageName): void => useView.setState({ page });
export const openDialog = (dialog: OpenDialog): void => useView.setState({ dialog });
export const showKeys = (): void => useView.setState({ keys: true });
export const hideKeys = (): void => useView.setState({ keys: false });
export const uncover = (): void => useView.setState({ covered: false });
export const closeDialog = (): void => useView.setState({ dialog: null });
