import type { PosErrorCode } from '../../shared/errors.ts';
import type { DeskSettings } from '../../shared/ipc/desk.ts';
import type { PaymentWindow } from './payment-window.ts';
import { isJournalProblem, type SellingObstacle } from './ports.ts';

export type Obstacles = ReturnType<typeof createObstacles>;

/** What stands in the way of a new row in the journal. */
export function createObstacles(parts: {
  readonly settings: () => Pick<DeskSettings, 'operators'>;
  readonly operator: () => string | null;
  readonly selling: () => SellingObstacle;
  /** Whether the disk has room for a sale's rows; asked before each. */
  readonly hasRoom: () => boolean;
  readonly window: Pick<PaymentWindow, 'isTaken'>;
}) {
  /** A person's word is taken only when it can be kept. */
  function toWriting(): PosErrorCode | null {
    const problem = parts.selling();
    if (isJournalProblem(problem)) return 'journal-unavailable';
    return problem === 'disk-full' || problem === 'answer-unwritten' || !parts.hasRoom() ? 'disk-full' : null;
  }

  /** To any new payment, by card or by hand. */
  function toPayment(): PosErrorCode | null {
    if (parts.settings().operators.length > 0 && parts.operator() === null) return 'operator-missing';
    return toWriting() ?? (parts.window.isTaken() ? 'desk-busy' : null);
  }

  return {
    toWriting,
    toPayment,
    /** To one that goes to a terminal. */
    toCharge: (): PosErrorCode | null => toPayment() ?? (parts.selling() === null ? null : 'not-configured'),
  };
}
