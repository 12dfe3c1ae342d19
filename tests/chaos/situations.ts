import { isFinal } from '../../electron/payments/core/state.ts';
import type { JournalledPayment, JournalRow, PaymentJournal } from '../../electron/payments/ports.ts';

/** Rare situations that a run must reach, besides every state. */
export const RARE = [
  'approved by a lookup',
  'an approval beat a wish to cancel',
  'overwritten',
  'proof beside a person’s word',
  'an approval after another verdict or after nobody waited',
  'timed out',
  'refund approved',
  'refund not known at its end',
  'void done',
  'void done after a busy terminal',
  'void not sent, another transaction was the latest',
  'void not known at its end',
  'signature asked',
  'killed after the row sent',
  'killed before the sale is written',
  'killed after the sale was written',
  'killed before the answer to the sale is read',
  'killed before the answer to the void is read',
  'released',
  'settled by a person',
  'not begun: terminal-held',
  'Willba: lost after it was accepted',
  'Willba: unreachable',
  'Willba: gone',
  'killed before the answer of Willba is read',
  'slept',
  'stood still',
] as const;

/** The situations that a journal's payments were in, read from their rows. */
export const situationsOf = (journal: Pick<PaymentJournal, 'startedSince' | 'rows'>): string[] =>
  journal.startedSince('').flatMap((payment) => ofPayment(payment, journal.rows(payment.facts.id)));

function ofPayment({ facts, state, releasedAt }: JournalledPayment, rows: readonly JournalRow[]): string[] {
  const been = new Set(rows.map((row) => row.state.name));
  const endedBefore = rows.findIndex((row) => isFinal(row.state) || row.event.type === 'released');
  const approvedAt = rows.findIndex((row) => row.state.name === 'approved');
  const found: Record<string, boolean> = {
    'approved by a lookup': state.name === 'approved' && state.proof === 'lookup',
    'an approval beat a wish to cancel': state.name === 'approved' && state.proof === 'answer' && been.has('cancelling'),
    overwritten: state.name === 'unresolved' && state.cause === 'overwritten',
    'proof beside a person’s word': state.name === 'settled-by-person' && state.approval !== null,
    'an approval after another verdict or after nobody waited':
      approvedAt > endedBefore && endedBefore >= 0 && (releasedAt !== null || approvedAt >= 0),
    'timed out': state.name === 'timed-out',
    'refund approved': facts.kind === 'refund' && state.name === 'approved',
    'refund not known at its end': facts.kind === 'refund' && state.name === 'unresolved',
    'void done': facts.kind === 'void' && state.name === 'approved',
    'void done after a busy terminal':
      facts.kind === 'void' &&
      state.name === 'approved' &&
      rows.some((row) => row.state.name === 'created' && row.state.busyAnswers !== undefined),
    'void not sent, another transaction was the latest': state.name === 'refused' && state.reason === 'not-latest',
    'void not known at its end': facts.kind === 'void' && state.name === 'unresolved',
    'signature asked': rows.some((row) => row.state.name === 'approved' && row.state.signature === 'asked'),
  };
  return Object.entries(found).flatMap(([name, is]) => (is ? [name] : []));
}
