import { answerOr } from './answer-or.ts';
import { moneyMoved } from './describe.ts';
import type { PaymentEvent, PaymentTimer } from './events.ts';
import { isDoubted } from './late-truth.ts';
import type { LookupAnswer, WireEvidence } from './outcome.ts';
import type { CardTerminal, Clock, PaymentPublisher } from './ports.ts';
import type { Running } from './running.ts';
import { isOpen, type PaymentState } from './state.ts';
import { TIMES } from './times.ts';

/** May have been charged, and a lookup could still show it. */
export const isUnproven = (state: PaymentState): boolean =>
  state.name === 'checking' || (state.name === 'unresolved' && state.cause !== 'overwritten');

/**
 * Asks Nets for a terminal's latest transaction, planned or on a person's word. A terminal has one latest transaction, so
 * payments that used the same terminal concern each other, and only here.
 */
export function createLookups(parts: {
  readonly terminal: Pick<CardTerminal, 'lookup'>;
  readonly clock: Clock;
  readonly publisher: PaymentPublisher;
  readonly onTerminal: (terminalId: string | null) => readonly Running[];
  readonly dispatch: (run: Running, event: PaymentEvent, evidence?: WireEvidence | null) => void;
  readonly setTimer: (run: Running, timer: PaymentTimer, afterMs: number) => void;
}) {
  const { terminal, clock, publisher, onTerminal, dispatch, setTimer } = parts;

  async function lookUp(run: Running, scheduled: boolean): Promise<void> {
    const { terminalId } = run.facts;
    if (terminalId === null) return;
    if (scheduled && onTerminal(terminalId).some((other) => other !== run && other.requestOpen)) {
      // While a request of ours is open there, nothing else goes to that terminal by itself.
      setTimer(run, 'lookup', TIMES.lookupRetryUnreached);
      return;
    }
    if (run.lookup !== null) {
      // The planned one must not be lost with a person's that is still asking: it follows.
      run.lookupFollows ||= scheduled;
      await run.lookup;
      return;
    }
    run.lookup = ask(run, terminalId, scheduled);
    await run.lookup;
  }

  async function ask(run: Running, terminalId: string, scheduled: boolean): Promise<void> {
    publisher.changed(run.facts.id);
    const unreached: { outcome: LookupAnswer; evidence: null } = { outcome: { kind: 'unreachable' }, evidence: null };
    const { outcome: answer, evidence } = await answerOr(publisher, () => terminal.lookup(terminalId), unreached);
    run.lookup = null;
    run.lookupFailed = answer.kind === 'unreachable' || answer.kind === 'not-authorised';
    run.refresh = run.lookupFailed ? 'no-answer' : 'still-running';
    const sinceLossMs = run.lostAt === null ? 0 : clock.elapsed() - run.lostAt;
    const follows = run.lookupFollows;
    run.lookupFollows = false;
    dispatch(run, { type: 'looked-up', answer, scheduled, sinceLossMs, seenAt: clock.wallTime() }, evidence);
    if (follows) dispatch(run, { type: 'lookup-due' });
  }

  const beside = (run: Running): Running[] => onTerminal(run.facts.terminalId).filter((other) => other !== run);
  const unprovenBeside = (run: Running): Running[] => beside(run).filter((other) => isUnproven(other.state));

  return {
    lookUp,

    /** Another sale is about to use the terminal: nothing of ours may disturb it. */
    pauseBeside(run: Running): void {
      for (const older of unprovenBeside(run)) {
        older.timers.get('lookup')?.();
        older.timers.delete('lookup');
        older.nextLookupAt = null;
      }
    },

    /** That sale never left this PC, so it overwrote nothing: the older ones are looked for again. */
    resumeBeside(run: Running): void {
      for (const older of unprovenBeside(run)) {
        if (!older.timers.has('lookup')) setTimer(older, 'lookup', TIMES.lookupRetryUnreached);
      }
    },

    /**
     * That sale was written: no lookup can show an older payment any more. A released one whose own request is still open
     * keeps waiting for that answer.
     */
    overwriteBeside(run: Running): void {
      for (const older of beside(run)) {
        older.overwritten = true;
        if (isUnproven(older.state)) dispatch(older, { type: 'overwritten' });
      }
    },

    /**
     * Before the next sale on a terminal: one more look for those that could not be proven there, because that sale will
     * be the terminal's latest transaction. `provenPaid`: one of them turned out to be paid, which the desk must hear
     * before it charges anybody.
     */
    async beforeSale(terminalId: string): Promise<{ readonly provenPaid: boolean }> {
      if (onTerminal(terminalId).some((run) => run.releasedAt === null && isOpen(run.state))) return { provenPaid: false };
      const unproven = onTerminal(terminalId).filter((run) => !run.overwritten && (isUnproven(run.state) || isDoubted(run.state)));
      if (unproven.length === 0) return { provenPaid: false };
      // A guest stands at the desk: the warning comes when this is over, with or without an answer.
      const patience = new Promise<void>((resolve) => clock.after(TIMES.cancelSettles, resolve));
      await Promise.race([Promise.all(unproven.map((run) => lookUp(run, false))), patience]);
      return { provenPaid: unproven.some((run) => moneyMoved(run.state) === 'yes') };
    },
  };
}
