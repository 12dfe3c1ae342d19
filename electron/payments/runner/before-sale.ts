import { type Asked, mayBeSameGuest } from '../core/same-guest.ts';
import { isOpen } from '../core/state.ts';
import { TIMES } from '../core/times.ts';
import { moneyMoved } from '../core/worth.ts';
import type { Clock, JournalledPayment, PaymentJournal } from '../ports.ts';
import { isDoubted } from './late-truth.ts';
import { isUnproven } from './lookups.ts';
import type { Running } from './running.ts';

/** Why one more lookup comes before a sale on a terminal. */
export type LookReason =
  /** A payment of this PC may have been charged there, and after this sale no lookup can show it. */
  | 'unclear-before'
  /** The payment before was declined a moment ago, and may have been approved after that. */
  | 'declined-before'
  /** This guest's payment was declined a moment ago on another terminal, and may have been approved there after that. */
  | 'declined-elsewhere';

/** A payment that was declined just now began at most this long before. */
const LONGEST_MS = TIMES.declineDoubted + TIMES.givenUp;

/** The desk has left the payment while its own request is open: the terminal may have charged without an answer. */
const isSilent = ({ releasedAt, requestOpen, state }: Running): boolean =>
  releasedAt !== null && requestOpen && (state.name === 'sent' || state.name === 'cancelling') && state.written;

/**
 * Makes one more lookup before the next sale on a terminal: for payments that could not be proven there, because that sale will become the
 * terminal's latest transaction, and for one that was declined a moment ago: there, or on the terminal from which this guest was sent here.
 */
export function createLookBeforeSale(parts: {
  readonly journal: Pick<PaymentJournal, 'latestRunAt' | 'startedSince'>;
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
    // The decline is from an earlier run, so only the PC's clock can be used.
    return endedAt !== null && Math.abs(clock.since(endedAt)) <= TIMES.declineDoubted;
  }

  /** The last payments of other terminals that were declined just now and that this sale may try again. */
  function declinedElsewhere(terminalId: string, asked: Asked | null): JournalledPayment[] {
    if (asked === null) return [];
    const recent = journal.startedSince(clock.ago(LONGEST_MS)).map(({ facts }) => facts.terminalId);
    // This run's own are known by elapsed time also if somebody has set the clock.
    const others = new Set([...declinedHere.keys(), ...recent].filter((id) => id !== null && id !== terminalId && !isHeld(id)));
    return [...others].flatMap((id) => {
      const latest = id === null ? null : journal.latestRunAt(id);
      return latest !== null && wasDeclinedJustNow(latest) && mayBeSameGuest(asked, latest.facts) ? [latest] : [];
    });
  }

  /** `asked`: what is about to be sent; null if it cannot be read yet. */
  function why(terminalId: string, asked: Asked | null): LookReason | null {
    if (isHeld(terminalId)) return null;
    const latest = journal.latestRunAt(terminalId);
    if (unclearOnes(terminalId).length > 0 || (latest !== null && isDoubted(latest.state))) return 'unclear-before';
    if (latest !== null && wasDeclinedJustNow(latest)) return 'declined-before';
    return declinedElsewhere(terminalId, asked).length > 0 ? 'declined-elsewhere' : null;
  }

  return {
    why,

    declined(run: Running): void {
      if (run.facts.terminalId !== null) declinedHere.set(run.facts.terminalId, { paymentId: run.facts.id, at: clock.elapsed() });
    },

    /** `provenPaid`: one of them was proven paid, which the desk must know before it charges anybody. */
    async look(terminalId: string, asked: Asked | null): Promise<{ readonly provenPaid: boolean }> {
      const reason = why(terminalId, asked);
      if (reason === null) return { provenPaid: false };
      const latest = journal.latestRunAt(terminalId);
      const elsewhere = declinedElsewhere(terminalId, asked).map(parts.takeUp);
      // Also a payment that a person settled as not charged: this is the last chance to see whether it was charged.
      if (latest !== null && (isDoubted(latest.state) || wasDeclinedJustNow(latest))) parts.takeUp(latest);
      const here = onTerminal(terminalId).filter((run) => unclearOnes(terminalId).includes(run) || run.facts.id === latest?.facts.id);
      const looked = [...here, ...elsewhere];
      // A guest is waiting: after this time the warning comes, with or without an answer.
      const patienceMs = reason === 'unclear-before' ? TIMES.cancelSettles : TIMES.lookAfterDecline;
      const patience = new Promise<void>((resolve) => clock.after(patienceMs, resolve));
      await Promise.race([Promise.all(looked.map((run) => parts.lookUp(run))), patience]);
      return { provenPaid: looked.some((run) => moneyMoved(run.state) === 'yes') };
    },
  };
}
