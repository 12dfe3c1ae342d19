import { toDecimalString } from '../../shared/money.ts';
import { keptText } from '../masking/kept-text.ts';
import type { Loss, LostPayment, RestoreRefusal } from '../storage/restore/refusal.ts';
import { type Accepted, restoreBackup } from '../storage/restore/restore-backup.ts';
import { describeCause, LONGEST_LINE, printLine } from '../support/log.ts';
import type { Flags } from './flags.ts';

/** `--restore-backup=<file>`: exits with 0 if it was restored, 2 if it is refused, 1 if this PC could not do it. */
export function runRestore(folder: string, flags: Pick<Flags, 'restoreBackup' | 'acceptLosing' | 'training'>): number {
  const { restoreBackup: file, acceptLosing, training } = flags;
  if (file === null || file === '') return refuse('--restore-backup needs a file');
  if (training) return refuse('nothing of training is backed up, so nothing of it is restored; leave --training out');
  const accepted = readAccepted(acceptLosing);
  if (accepted === 'unreadable') return refuse('--accept-losing needs a number of payments, or the word unknown');
  const restored = restoreBackup(folder, file, accepted, new Date());
  if (!restored.ok) return explain(restored.error);
  const { payments, loss, replaced } = restored.value;
  printLoss(loss);
  printLine(`the backup was restored; it holds ${countOf(payments)}`);
  printLine(replaced === null ? 'there was no journal here before' : `the journal that was here before is kept: ${replaced}`);
  return 0;
}

function readAccepted(typed: string | null): Accepted | 'unreadable' {
  if (typed === null || typed === 'unknown') return typed;
  return /^\d{1,9}$/.test(typed) ? Number(typed) : 'unreadable';
}

function refuse(why: string): number {
  printLine(`${why}; nothing was changed`);
  return 2;
}

function explain(refusal: RestoreRefusal): number {
  if (refusal.kind === 'would-lose') {
    printLoss(refusal.loss);
    return refuse(wouldLose(refusal.loss));
  }
  if (refusal.kind !== 'failed') return refuse(reasonOf(refusal));
  printLine(`the backup could not be restored: ${describeCause(refusal.cause)}; nothing was changed`);
  return 1;
}

const countOf = (payments: number): string => (payments === 1 ? 'one payment' : `${payments} payments`);

function wouldLose({ payments, isIncomplete }: Loss): string {
  if (isIncomplete)
    return `the journal here cannot be read to its end, so it is not known how many payments would be lost; ${payments.length} are listed. If that is accepted, add --accept-losing=unknown`;
  return `the backup is older than the journal here: ${countOf(payments.length)} would be lost, listed above. If exactly these are accepted, add --accept-losing=${payments.length}`;
}

/** One line each on the standard output, so that support can keep the list. */
function printLoss({ payments, closedDays }: Loss): void {
  for (const payment of payments) process.stdout.write(`${keptText(lineOf(payment), LONGEST_LINE)}\n`);
  if (closedDays > 0) process.stdout.write(`closed days that would be lost: ${closedDays}\n`);
}

const lineOf = ({ startedAt, orderId, kind, amountMinor, currency, state, isKnown }: LostPayment): string =>
  `${startedAt}  ${orderId}  ${kind}  ${toDecimalString(amountMinor, currency)} ${currency}  ${state}${isKnown ? '  (the backup has an earlier state)' : ''}`;

function reasonOf(refusal: Exclude<RestoreRefusal, { readonly kind: 'would-lose' | 'failed' }>): string {
  switch (refusal.kind) {
    case 'running':
      return `the program is running${refusal.by === null ? '' : ` in the account ${refusal.by}`}; close it first`;
    case 'no-file':
      return 'there is no such file';
    case 'link':
      return 'the file is a link; name the backup itself';
    case 'empty':
      return 'the file is empty';
    case 'not-sqlite':
      return 'the file is no database';
    case 'not-a-journal':
      return 'the file is a database, but no journal of payments';
    case 'renamed':
      return 'the file does not have the name that the program gave it (willba-pos-….db), so nobody can tell whether it is whole';
    case 'damaged':
      return 'the file is not what it was when it was made: it was changed, cut short or damaged';
    case 'newer-schema':
      return `the backup was made by a newer version of this program (form ${refusal.found}, known up to ${refusal.known}); install that version`;
    case 'present-newer':
      return `the journal here was written by a newer version of this program (form ${refusal.found}, known up to ${refusal.known}); install that version`;
    case 'training':
      return 'the file holds exercises, and no payments';
    case 'another-journal':
      return "the backup is another installation's";
  }
}
