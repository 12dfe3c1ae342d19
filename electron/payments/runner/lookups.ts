import { millisOf } from '../../../shared/instant.ts';
import type { PaymentTimer } from '../core/events.ts';
import { showsSale } from '../core/evidence.ts';
import type { LookupAnswer, WireEvidence } from '../core/outcome.ts';
import type { PaymentState } from '../core/state.ts';
import { TIMES } from '../core/times.ts';
import type { CardTerminal, Clock, JournalledPayment, PaymentJournal, PaymentPublisher } from '../ports.ts';
import { answerOr } from './answer-or.ts';
import { type Dispatch, type Running, usesTerminal } from './running.ts';

/** The payment may have been charged, and a lookup could still show it. */
export const isUnproven = (state: PaymentState): boolean =>
  state.name === 'checking' || (state.name === 'unresolved' && state.cause !== 'overwritten');

/**
 * Whether a person's lookup can show anything: the request is open, or its answer is lost and no newer transaction hides it. A void carries
 * no id of its own, so no lookup can show it.
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
 * Asks Nets for a terminal's latest transaction, as planned or when a person presses. A terminal has only one latest transaction. So
 * payments on the same terminal affect each other, and this is the only place where they do.
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

  /** Whether this PC's clock is set as it was at the payment's start. If not, the start cannot be converted to Nets' time. */
  const isClockAsAtStart = ({ clockAtStart }: Running): boolean =>
    clockAtStart !== null && Math.abs(millisOf(clock.wallTime()) - clock.elapsed() - clockAtStart) < TIMES.clockSet;

  async function lookUp(run: Running, scheduled: boolean): Promise<void> {
    const { terminalId } = run.facts;
    if (terminalId === null) return;
    if (scheduled && onTerminal(run.facts.terminalId).some((other) => other !== run && usesTerminal(other))) {
      // While another request of ours is open there, nothing else is sent to that terminal without a person's press.
      setTimer(run, 'lookup', TIMES.lookupRetryUnreached);
      return;
    }
    if (run.lookup !== null) {
      // A person's lookup is running: the planned one follows it, so that it is not lost.
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

  /** A record that names another payment of this PC proves that payment, whichever one was asked about. */
  function tellNamed(asked: Running, answer: LookupAnswer, evidence: WireEvidence | null): void {
    const orderId = answer.kind === 'record' ? answer.record.orderId : null;
    if (orderId === null || orderId === asked.facts.orderId || !showsSale(answer, { orderId, terminalId: asked.facts.terminalId })) return;
    const named = journal.byOrderId(orderId);
    if (named === null || named.facts.terminalId !== asked.facts.terminalId) return;
    const sinceLossMs = 0;
    dispatch(parts.takeUp(named), { type: 'looked-up', answer, scheduled: false, sinceLossMs, seenAt: clock.wallTime() }, evidence);
  }

  return { lookUp, tellNamed };
}
