import { create } from 'zustand';
import type { CheckName } from '../../shared/check-names.ts';
import type { JustCharged, SaleWarningCode } from '../../shared/errors.ts';
import type { PaymentView } from '../../shared/payment.ts';

export type OpenDialog =
  | { readonly kind: 'picker'; readonly purpose: 'remember' | 'pay' }
  | { readonly kind: 'picker'; readonly purpose: 'retry'; readonly payment: PaymentView }
  | { readonly kind: 'refund'; readonly payment: PaymentView }
  | { readonly kind: 'void'; readonly payment: PaymentView }
  | { readonly kind: 'let-stand'; readonly payment: PaymentView }
  | { readonly kind: 'settings' }
  | { readonly kind: 'checks'; readonly check: CheckName | null; readonly terminalId: string | null }
  | { readonly kind: 'operator' }
  | { readonly kind: 'missing-payments' }
  | { readonly kind: 'settle'; readonly payment: PaymentView }
  | { readonly kind: 'evidence'; readonly payment: PaymentView }
  | { readonly kind: 'today' }
  | { readonly kind: 'confirm'; readonly question: Question }
  | { readonly kind: 'confirm-record'; readonly question: RecordQuestion };

/** Something speaks against a charge. The answer belongs to what is named here, and to nothing else. */
export type Question = {
  readonly attempt: string;
  readonly amountMinor: number;
  readonly reference: string;
  readonly terminalId: string;
  readonly terminalName: string;
  /** This PC's terminal, and who was at the desk. */
  readonly shown: { readonly terminalId: string; readonly name: string } | null;
  readonly operator: string | null;
  readonly warnings: readonly SaleWarningCode[];
  /** The payment that `same-sum-just-charged` speaks of. */
  readonly justCharged: JustCharged | null;
  /** Answered before, for this very sale. */
  readonly confirmed: readonly SaleWarningCode[];
};
/** The same before a record by hand. */
export type RecordQuestion = Pick<Question, 'attempt' | 'amountMinor' | 'reference' | 'warnings' | 'justCharged' | 'confirmed'> & {
  /** The unclear payment that may be the same charge. */
  readonly unclearId: string | null;
};

type View = {
  readonly dialog: OpenDialog | null;
  /** An outcome that stays on screen while its retry is being started, so that the sale screen does not flash between. */
  readonly held: PaymentView | null;
  /** A payment that was opened from the notice that it was paid after all: its screen says so. */
  readonly openedAsLate: string | null;
};

/** What this window shows on top of what main says: nothing here matters to money, and a reload may forget it. */
export const useView = create<View>(() => ({ dialog: null, held: null, openedAsLate: null }));

export const openDialog = (dialog: OpenDialog): void => useView.setState({ dialog });
export const closeDialog = (): void => useView.setState({ dialog: null });
