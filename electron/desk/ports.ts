import type { Desk } from '../../shared/ipc.ts';
import type { Terminal } from '../../shared/terminal.ts';

/** What stands in the way of selling from outside the payments: configuration and secrets. */
export type SellingObstacle = Desk['selling']['problem'];

/** Without a journal nothing is recorded, by card or by hand. */
export const isJournalProblem = (obstacle: SellingObstacle): boolean => obstacle?.startsWith('journal-') === true;

export interface TerminalMemory {
  read(): Terminal | null;
  /** @returns false when it could not be kept beyond this run. */
  write(terminal: Terminal): boolean;
}

export interface RandomIds {
  paymentId(): string;
  orderId(): string;
  /** What support can find in the log. */
  errorRef(): string;
}
