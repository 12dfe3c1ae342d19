import { isOpen } from '../payments/core/state.ts';
import type { PaymentRunner } from '../payments/runner/runner.ts';

export type PaymentWindow = ReturnType<typeof createPaymentWindow>;

/**
 * The payment that fills the window, and whether the desk began it or only opened it to look at. A payment that is only looked at must not
 * be charged again. This is kept in main, so that a reload of the page cannot lose it.
 */
export function createPaymentWindow(runner: Pick<PaymentRunner, 'find'>) {
  let currentId: string | null = null;
  let browsing = false;

  return {
    currentId: (): string | null => currentId,
    isBrowsing: (): boolean => browsing,
    /** True while an open payment is in the window: it stays there until it ends or the desk goes on with another guest. */
    isTaken(): boolean {
      const run = currentId === null ? null : runner.find(currentId);
      return run !== null && run.releasedAt === null && isOpen(run.state);
    },
    /** @param toLook true if opened from the list, a badge or an alarm; false if begun here, or still open after a restart */
    show(paymentId: string, toLook: boolean): void {
      currentId = paymentId;
      browsing = toLook;
    },
    close(): void {
      currentId = null;
      browsing = false;
    },
  };
}
