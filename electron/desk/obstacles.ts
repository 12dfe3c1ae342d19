import type { PosErrorCode } from '../../shared/errors.ts';
import type { DeskSettings } from '../../shared/ipc/desk.ts';
import type { PaymentWindow } from './payment-window.ts';
import { isJournalProblem, type SellingObstacle } from './ports.ts';

export type Obstacles = ReturnType<typeof createObstacles>;

/** What prevents a new row in the journal; null if nothing does. */
export function createObstacles(parts: {
  readonly settings: () => Pick<DeskSettings, 'operators'>;
  readonly operator: () => string | null;
  readonly selling: () => SellingObstacle;
  /** Whether the disk has room for a payment's rows. Asked before each payment. */
  readonly hasRoom: () => boolean;
  readonly window: Pick<PaymentWindow, 'isTaken'>;
  /** The program is being closed: it would not see the answer. */
  readonly isLeaving: () => boolean;
}) {
  /** For any row: a person's word, too, is only accepted if it can be stored. */
  function toWriting(): PosErrorCode | null {
    const problem = parts.selling();
    if (isJournalProblem(problem)) return 'journal-unavailable';
    return problem === 'disk-full' || problem === 'answer-unwritten' || !parts.hasRoom() ? 'disk-full' : null;
  }

  /** For any new payment, by card or by hand. */
  function toPayment(): PosErrorCode | null {
    if (parts.settings().operators.length > 0 && parts.operator() === null) return 'operator-missing';
    return toWriting() ?? (parts.window.isTaken() ? 'desk-busy' : null);
  }

  return {
    toWriting,
    toPayment,
    /** For a payment that goes to a terminal. */
    toCharge(): PosErrorCode | null {
      if (parts.isLeaving()) return 'desk-busy';
      return toPayment() ?? (parts.selling() === null ? null : 'not-configured');
    },
  };
}
