import { isOpen } from '../core/state.ts';
import { TIMES } from '../core/times.ts';
import { moneyMoved } from '../core/worth.ts';
import type { Clock, JournalledPayment, PaymentJournal } from '../ports.ts';
import { isDoubted } from './late-truth.ts';
import { isUnproven } from './lookups.ts';
import type { Running } from './running.ts';

/** Why a sale on a terminal comes after one more look there. */
export type LookReason =
  /** A payment of this PC may have been charged there, and this is the last moment at which a lookup can show it. */
  | 'unclear-before'
  /** The one before was declined a moment ago, and may have gone on to approve. */
  | 'declined-before';

/** The desk left it, and its own request is still open: the terminal may have charged and said nothing. */
const isSilent = ({ releasedAt, requestOpen, state }: Running): boolean =>
  releasedAt !== null && requestOpen && (state.name === 'sent' || state.name === 'cancelling') && state.written;

/**
 * Before the next sale on a terminal: one more look for those that could not be proven there, because that sale will be the
 * terminal's latest transaction, and for one that was declined a moment ago.
 */
export function createLookBeforeSale(parts: {
  readonly journal: Pick<PaymentJournal, 'latestRunAt'>;
  readonly clock: Clock;
  readonly onTerminal: (terminalId: string) => readonly Running[];
  readonly takeUp: (payment: JournalledPayment) => Running;
  readonly lookUp: (run: Running) => Promise<void>;
}) {
  const { journal, clock, onTerminal } = parts;
  const declinedHere = new Map<string, { readonly paymentId: string; readonly at: number }>();

  const isHeld = (terminalId: string): boolean => onTerminal(terminalId).some((run) => run.releasedAt === null && isOpen(run.state));

  const unclearOnes = (terminalId: string): Running[] =>
    onTerminal(terminalId).filter((run) => !run.overwritten && (isUnproven(run.state) || isDoubted(run.state) || isSilent(run)));

  function wasDeclinedJustNow({ facts, state, endedAt }: JournalledPayment): boolean {
    if (state.name !== 'declined' || facts.kind === 'void' || facts.terminalId === null) return false;
    const known = declinedHere.get(facts.terminalId);
    if (known?.paymentId === facts.id) return clock.elapsed() - known.at <= TIMES.declineDoubted;
    // An earlier run saw it: only the PC's clock can tell.
    return endedAt !== null && Math.abs(clock.since(endedAt)) <= TIMES.declineDoubted;
  }

  function why(terminalId: string): LookReason | null {
    if (isHeld(terminalId)) return null;
    const latest = journal.latestRunAt(terminalId);
    if (unclearOnes(terminalId).length > 0 || (latest !== null && isDoubted(latest.state))) return 'unclear-before';
    return latest !== null && wasDeclinedJustNow(latest) ? 'declined-before' : null;
  }

  return {
    why,

    declined(run: Running): void {
      if (run.facts.terminalId !== null) declinedHere.set(run.facts.terminalId, { paymentId: run.facts.id, at: clock.elapsed() });
    },

    /** `provenPaid`: one of them turned out to be paid, which the desk must hear before it charges anybody. */
    async look(terminalId: string): Promise<{ readonly provenPaid: boolean }> {
      const reason = why(terminalId);
      if (reason === null) return { provenPaid: false };
      const latest = journal.latestRunAt(terminalId);
      // Also one that a person settled as not charged: it is the last chance to see that it was.
      if (latest !== null && (isDoubted(latest.state) || wasDeclinedJustNow(latest))) parts.takeUp(latest);
      const asked = onTerminal(terminalId).filter((run) => unclearOnes(terminalId).includes(run) || run.facts.id === latest?.facts.id);
      // A guest stands at the desk: the warning comes when this is over, with or without an answer.
      const patienceMs = reason === 'unclear-before' ? TIMES.cancelSettles : TIMES.lookAfterDecline;
      const patience = new Promise<void>((resolve) => clock.after(patienceMs, resolve));
      await Promise.race([Promise.all(asked.map((run) => parts.lookUp(run))), patience]);
      return { provenPaid: asked.some((run) => moneyMoved(run.state) === 'yes') };
    },
  };
}
