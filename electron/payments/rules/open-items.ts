import type { OpenItem, OpenReason } from '../../../shared/day-close.ts';
import type { DayRow } from '../core/day-row.ts';
import type { PaymentSummary } from '../core/summary.ts';
import { chargedMinorBy, moneyMovedBy } from '../core/worth.ts';
import { isReversedInFull, reversedMinorOf } from './reversed.ts';

/** What is known of a payment beside its row. */
export type Beside = {
  /** Proven paid after the desk had gone on, and nobody has opened it. */
  readonly isAlarm: (paymentId: string) => boolean;
  readonly isNotInWillba: (paymentId: string) => boolean;
  /** All payments that name this one. */
  readonly naming: (paymentId: string) => readonly PaymentSummary[];
};

/**
 * What a day still has open, the oldest first. A payment may be open for several reasons. Payments in another currency or of a test count
 * too: nobody knows what they are either.
 */
export const openItems = (rows: readonly DayRow[], beside: Beside): OpenItem[] =>
  rows
    .flatMap((row) => {
      const { id: paymentId, kind, reference, terminalName, amountMinor, currency, startedAt } = row;
      return reasonsOf(row, beside).map((why) => ({ paymentId, why, kind, reference, terminalName, amountMinor, currency, startedAt }));
    })
    .sort((a, b) => (a.startedAt === b.startedAt ? 0 : a.startedAt < b.startedAt ? -1 : 1));

/** Its end comes by itself, soon: nobody needs to answer for it, so the day cannot be closed yet. */
export const isRunning = ({ why }: Pick<OpenItem, 'why'>): boolean => why === 'running';

function reasonsOf(row: DayRow, { isAlarm, isNotInWillba, naming }: Beside): OpenReason[] {
  const reasons: OpenReason[] = [];
  const unknown = unknownAs(row);
  if (unknown !== null) reasons.push(unknown);
  if (row.signature === 'asked') reasons.push('unsigned');
  if (row.signature === 'refused' && !isGivenBack(row, naming)) reasons.push('signature-refused');
  if (isAlarm(row.id)) reasons.push('alarm');
  if (isNotInWillba(row.id)) reasons.push('not-in-willba');
  return reasons;
}

/** `created`: nothing has left this PC, but it is about to. */
function unknownAs({ worth, released }: DayRow): 'running' | 'released' | 'unclear' | null {
  const isUnderWay = worth.name === 'created' || worth.name === 'sent' || worth.name === 'cancelling';
  if (!isUnderWay && moneyMovedBy(worth) !== 'unknown') return null;
  if (released) return 'released';
  return isUnderWay ? 'running' : 'unclear';
}

const isGivenBack = (row: DayRow, naming: Beside['naming']): boolean =>
  isReversedInFull({
    chargedMinor: chargedMinorBy(row.amountMinor, row.worth),
    reversedMinor: reversedMinorOf(row, () => naming(row.id)),
  });
