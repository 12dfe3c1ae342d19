import { millisOf } from '../../../shared/instant.ts';
import type { PaymentTimer } from '../core/events.ts';
import { showsSale } from '../core/evidence.ts';
import type { LookupAnswer, WireEvidence } from '../core/outcome.ts';
import type { PaymentState } from '../core/state.ts';
import { TIMES } from '../core/times.ts';
import type { CardTerminal, Clock, JournalledPayment, PaymentJournal, PaymentPublisher } from '../ports.ts';
import { answerOr } from './answer-or.ts';
import { type Dispatch, type Running, usesTerminal } from './running.ts';

/** May have been charged, and a lookup could still show it. */
export const isUnproven = (state: PaymentState): boolean =>
  state.name === 'checking' || (state.name === 'unresolved' && state.cause !== 'overwritten');

/**
 * Whether a person's press can tell anything: the request is on the wire, or its answer is lost and nothing newer hides it. A
 * void carries no id of its own, so no lookup can show it.
 */
export function canLookUp({ facts, state, overwritten }: Running): boolean {
  if (facts.terminalId === null || facts.kind === 'void' || facts.kind === 'manual' || overwritten) return false;
  return isUnproven(state) || ((state.name === 'sent' || state.name === 'cancelling') && state.written);
}

function withoutOffset(answer: LookupAnswer): LookupAnswer {
  return answer.kind === 'record' ? { kind: 'record', record: answer.record } : answer;
}

export type Lookups = ReturnType<typeof createLookups>;

/**
 * Asks Nets for a terminal's latest transaction, planned or on a person's word. A terminal has one latest transaction, so
 * payments that used the same terminal concern each other, and only here.
 */
export function createLookups(parts: {
  readonly terminal: Pick<CardTerminal, 'lookup'>;
  readonly journal: Pick<PaymentJournal, 'byOrderId'>;
  readonly clock: Clock;
  readonly publisher: PaymentPublisher;
  /** In the order in which they began. */
  readonly onTerminal: (terminalId: string | null) => readonly Running[];
  readonly takeUp: (payment: JournalledPayment) => Running;
  readonly dispatch: Dispatch;
  readonly setTimer: (run: Running, timer: PaymentTimer, afterMs: number) => void;
}) {
  const { terminal, journal, clock, publisher, onTerminal, dispatch, setTimer } = parts;

  /** Its start was noted by this PC's clock. Set since, that time cannot be told in Nets' clock any more. */
  const isClockAsAtStart = ({ clockAtStart }: Running): boolean =>
    clockAtStart !== null && Math.abs(millisOf(clock.wallTime()) - clock.elapsed() - clockAtStart) < TIMES.clockSet;

  async function lookUp(run: Running, scheduled: boolean): Promise<void> {
    const { terminalId } = run.facts;
    if (terminalId === null) return;
    if (scheduled && beside(run).some(usesTerminal)) {
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
    const { outcome, evidence } = await answerOr(publisher, () => terminal.lookup(terminalId), unreached);
    const answer = isClockAsAtStart(run) ? outcome : withoutOffset(outcome);
    run.lookup = null;
    run.lookupFailed = answer.kind === 'unreachable' || answer.kind === 'not-authorised';
    run.refresh = run.lookupFailed ? 'no-answer' : 'still-running';
    const sinceLossMs = run.lostAt === null ? 0 : clock.elapsed() - run.lostAt;
    const follows = run.lookupFollows;
    run.lookupFollows = false;
    dispatch(run, { type: 'looked-up', answer, scheduled, sinceLossMs, seenAt: clock.wallTime() }, evidence);
    tellNamed(run, answer, evidence);
    if (follows) dispatch(run, { type: 'lookup-due' });
  }

  /** A record that names another payment of this PC proves that one, whoever it was asked for. */
  function tellNamed(asked: Running, answer: LookupAnswer, evidence: WireEvidence | null): void {
    const orderId = answer.kind === 'record' ? answer.record.orderId : null;
    if (orderId === null || orderId === asked.facts.orderId || !showsSale(answer, { orderId, terminalId: asked.facts.terminalId })) return;
    const named = journal.byOrderId(orderId);
    if (named === null || named.facts.terminalId !== asked.facts.terminalId) return;
    const sinceLossMs = 0;
    dispatch(parts.takeUp(named), { type: 'looked-up', answer, scheduled: false, sinceLossMs, seenAt: clock.wallTime() }, evidence);
  }

  const beside = (run: Running): Running[] => onTerminal(run.facts.terminalId).filter((other) => other !== run);
  const unprovenBeside = (run: Running): Running[] => beside(run).filter((other) => isUnproven(other.state));

  return {
    lookUp,
    tellNamed,

    /** Another sale is about to use the terminal: nothing of ours may disturb it. */
    pauseBeside(run: Running): void {
      for (const older of unprovenBeside(run)) {
        older.timers.get('lookup')?.();
        older.timers.delete('lookup');
        older.nextLookupAt = null;
      }
    },

    /** That sale provably started nothing there, so it hides nothing: the older ones are looked for again. */
    resumeBeside(run: Running): void {
      for (const older of unprovenBeside(run)) {
        if (!older.timers.has('lookup')) setTimer(older, 'lookup', TIMES.lookupRetryUnreached);
      }
    },

    /**
     * That sale may have run: no planned lookup can show an older payment any more. A released one whose own request is still
     * open keeps waiting for that answer.
     */
    overwriteBefore(run: Running): void {
      const there = onTerminal(run.facts.terminalId);
      for (const older of there.slice(0, there.indexOf(run))) {
        older.overwritten = true;
        if (isUnproven(older.state)) dispatch(older, { type: 'overwritten' });
      }
    },
  };
}
