import type { Selling } from '../../shared/ipc/desk.ts';
import type { MissingPayments } from '../../shared/missing-payments.ts';
import type { Terminal } from '../../shared/terminal.ts';

/** What stands in the way of selling from outside the payments: configuration and secrets. */
export type SellingObstacle = Selling['problem'];

/** Without a journal nothing is recorded, by card or by hand. */
export const isJournalProblem = (obstacle: SellingObstacle): boolean => obstacle?.startsWith('journal-') === true;

export interface TerminalMemory {
  read(): Terminal | null;
  /** @returns false when it could not be kept beyond this run. */
  write(terminal: Terminal): boolean;
}

/** Late approvals that nobody has opened, kept beyond this run. No failure stops the desk: it is logged where it happens. */
export interface LateApprovalMemory {
  /** Oldest payment first, without those that are gone or cannot be read; none where nothing can be read. */
  unseen(): readonly string[];
  /** @returns false when it could not be kept beyond this run. */
  keep(paymentId: string): boolean;
  forget(paymentId: string): void;
}

/** What the journal may have lost, until a named person has read it, over restarts too. */
export interface MissingPaymentsNotice {
  current(): MissingPayments | null;
  /** @returns false where it could not be kept: then it is told again. */
  read(by: string): boolean;
}

export interface RandomIds {
  paymentId(): string;
  orderId(): string;
  /** Names a form until it becomes a payment. */
  formName(): string;
  /** What support can find in the log. */
  errorRef(): string;
}
