import type { ReconciliationReason } from '../../../shared/day-close.ts';
import type { WireEvidence } from './outcome.ts';

/**
 * How a terminal's reconciliation ended. `done`: its report is there. `not-done`: proven that the terminal did nothing. `not-confirmed`: the
 * session may be closed for every desk, and no call gives a lost report again.
 */
export type ReconciliationOutcome =
  | { readonly end: 'done'; readonly text: string; readonly sessionNumber: string | null }
  | { readonly end: 'not-done'; readonly reason: Extract<ReconciliationReason, 'not-sent' | 'not-authorised' | 'busy' | 'not-connected'> }
  | {
      readonly end: 'not-confirmed';
      readonly reason: Extract<ReconciliationReason, 'answer-lost' | 'unreadable' | 'blank' | 'other-terminal'>;
    };

/** A report has no payment's record, and its text is kept beside the evidence. */
export type ReconciliationEvidence = Omit<WireEvidence, 'record' | 'receipts'>;
export type ReconciliationAnswer = { readonly outcome: ReconciliationOutcome; readonly evidence: ReconciliationEvidence };
