import type { Selling } from '../../shared/ipc/desk.ts';
import type { MissingPayments } from '../../shared/missing-payments.ts';
import type { Terminal } from '../../shared/terminal.ts';
import type { SeenPayment } from '../payments/rules/shared-payment.ts';

/** What prevents selling, apart from the payment itself: settings, secrets, the journal or the disk. Null if nothing does. */
export type SellingObstacle = Selling['problem'];

/** Without a journal no payment can be recorded, neither by card nor by hand. */
export const isJournalProblem = (obstacle: SellingObstacle): boolean => obstacle?.startsWith('journal-') === true;

export interface TerminalMemory {
  read(): Terminal | null;
  /** @returns false if it could not be stored: then the terminal stored before remains. */
  write(terminal: Terminal): boolean;
}

/** Stores the late approvals that no operator has opened, also over restarts. A failure is logged and never stops the desk. */
export interface LateApprovalMemory {
  /** Oldest payment first, without those that cannot be read; empty if nothing can be read. */
  unseen(): readonly string[];
  /** @returns false if it could not be stored and is only known in this run. */
  keep(paymentId: string): boolean;
  forget(paymentId: string): void;
}

/** The notice that the journal may have lost payments. It is shown until a named person has read it, also after a restart. */
export interface MissingPaymentsNotice {
  current(): MissingPayments | null;
  /** @returns false if this could not be stored: then the notice is shown again. */
  read(by: string): boolean;
}

/** What the property's other desks charge. It warns, and decides nothing. */
export interface OtherDesks {
  /** Those of this booking, of the last 14 days; none if there is no answer within a second. Never throws. */
  withReference(reference: string): Promise<readonly SeenPayment[]>;
  /** A person wants to know what happened to this unclear payment: what others have begun on its terminal is looked at again. */
  askAgain(paymentId: string): void;
}

export interface RandomIds {
  paymentId(): string;
  orderId(): string;
  /** The name of a form, which becomes the idempotency key of its payment. */
  formName(): string;
  /** A reference under which support finds the error in the log. */
  errorRef(): string;
}
