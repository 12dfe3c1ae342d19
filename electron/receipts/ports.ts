import type { ReceiptCopyKind } from '../../shared/paper-kinds.ts';
import type { Result } from '../../shared/result.ts';

export type ReceiptPrint = {
  readonly paymentId: string;
  readonly copy: ReceiptCopyKind;
  readonly how: 'printer' | 'pdf';
  readonly at: string;
  /** Who was at the desk, if that is known. */
  readonly by: string | null;
};

/** What was made of which receipt. Kept on this PC, over restarts. */
export interface ReceiptPrints {
  /** Written before anything is printed: if the program is killed meanwhile, it counts. @returns its number */
  begin(print: ReceiptPrint): Result<number, unknown>;
  /**
   * How it ended. What is not known to have made nothing counts as made, also where this cannot be stored: then a copy says that it is one,
   * and no receipt is there twice as an original.
   */
  end(number: number, end: 'made' | 'unknown' | 'not-made', at: string): void;
  /** Whether this copy was printed or saved before, or may have been. */
  wasMade(paymentId: string, copy: ReceiptCopyKind): boolean;
}
