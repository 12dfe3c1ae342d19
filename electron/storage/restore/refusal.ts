/** A payment of the present journal that is not in the backup, or has gone on since. */
export type LostPayment = {
  readonly orderId: string;
  readonly kind: string;
  readonly state: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly startedAt: string;
  /** The backup has the payment, but not what happened to it later. */
  readonly isKnown: boolean;
};

export type Loss = {
  readonly payments: readonly LostPayment[];
  /** The present journal cannot be read to its end, or is gone: there may be more. */
  readonly isIncomplete: boolean;
  /** Closed days of the present journal that the backup does not have. */
  readonly closedDays: number;
};

/** Why a backup is not restored. In each case nothing was changed. */
export type RestoreRefusal =
  /** The program has the journal open; `by` is its account, if known. */
  | { readonly kind: 'running'; readonly by: string | null }
  | { readonly kind: 'no-file' | 'link' | 'empty' | 'not-sqlite' | 'not-a-journal' }
  /** Its name is not the one that the program gave, so it cannot be known whether it is whole. */
  | { readonly kind: 'renamed' }
  /** It is not what it was when it was made. */
  | { readonly kind: 'damaged'; readonly cause?: unknown }
  | { readonly kind: 'newer-schema'; readonly found: number; readonly known: number }
  /** The journal here was written by a newer program. */
  | { readonly kind: 'present-newer'; readonly found: number; readonly known: number }
  | { readonly kind: 'training' }
  | { readonly kind: 'another-journal' }
  | { readonly kind: 'would-lose'; readonly loss: Loss }
  /** Not by what was asked for, but by this PC: no rights, a full disk. */
  | { readonly kind: 'failed'; readonly cause: unknown };

export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: RestoreRefusal;
  constructor(refusal: RestoreRefusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}
