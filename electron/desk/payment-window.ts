import { isOpen } from '../payments/core/state.ts';
import type { PaymentRunner } from '../payments/runner/runner.ts';

export type PaymentWindow = ReturnType<typeof createPaymentWindow>;

/**
 * Which payment has the whole window, and whether the desk began it or only opened it to look at. What is looked at
 * charges nobody: that is known here and not in the page, so that a reload or a page that died cannot forget it.
 */
export function createPaymentWindow(runner: Pick<PaymentRunner, 'find'>) {
  let currentId: string | null = null;
  let browsing = false;

  return {
    currentId: (): string | null => currentId,
    isBrowsing: (): boolean => browsing,
    /** A payment that still has the window keeps it until it is over or the desk was released from it. */
    isTaken(): boolean {
      const run = currentId === null ? null : runner.find(currentId);
      return run !== null && run.releasedAt === null && isOpen(run.state);
    },
    /** @param toLook opened from the list, a badge or an alarm; false: begun here, or waited for since before a restart. */
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
