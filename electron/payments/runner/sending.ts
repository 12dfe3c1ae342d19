import { failed } from '../../../shared/result.ts';
import { overtaken } from '../core/events.ts';
import type { PaymentFacts } from '../core/facts.ts';
import type { LookupAnswer, SaleOutcome, WireEvidence } from '../core/outcome.ts';
import { isFinal } from '../core/state.ts';
import { TIMES } from '../core/times.ts';
import type { CardTerminal, Clock, PaymentJournal, PaymentPublisher } from '../ports.ts';
import { answerOr } from './answer-or.ts';
import { createCancelWishes } from './cancel-wishes.ts';
import { type Dispatch, type Running, usesTerminal } from './running.ts';
import { createVoidLook } from './void-look.ts';

export type Sending = ReturnType<typeof createSending>;

/** Sends everything that moves money or stops a payment, and returns the answers as events. */
export function createSending(parts: {
  readonly terminal: CardTerminal;
  readonly journal: Pick<PaymentJournal, 'byId' | 'mayBeReconciled'>;
  readonly clock: Clock;
  readonly publisher: PaymentPublisher;
  /** Aborts when the process ends. */
  readonly signal: AbortSignal;
  readonly onTerminal: (terminalId: string | null) => readonly Running[];
  readonly dispatch: Dispatch;
  /** What a lookup showed about another payment of this PC. */
  readonly tellNamed: (asked: Running, answer: LookupAnswer, evidence: WireEvidence | null) => void;
  /** Its request has ended without anything to learn from it. */
  readonly closed: (run: Running) => void;
}) {
  const { terminal, journal, clock, publisher, signal, onTerminal, dispatch } = parts;
  const elapse = (ms: number): Promise<void> => new Promise((resolve) => clock.after(ms, resolve));
  const isInUse = (run: Running): boolean => onTerminal(run.facts.terminalId).some((other) => other !== run && usesTerminal(other));
  const wishes = createCancelWishes({ terminal, publisher, elapse, onTerminal, dispatch });
  const lookBeforeVoid = createVoidLook({
    terminal,
    journal,
    publisher,
    elapse,
    dispatch,
    tellNamed: parts.tellNamed,
    isInUse,
  });

  async function clear(run: Running): Promise<void> {
    const askedAt = clock.elapsed();
    // cancelAction names no transaction: an older cancel that is still being sent could stop this sale.
    await wishes.olderOne(run.facts.terminalId);
    const token = await answerOr(publisher, () => terminal.clear(), failed('not-sent' as const));
    const cleared = token.ok && run.facts.kind === 'void' ? await lookBeforeVoid(run) : token;
    const tooLate = clock.elapsed() - askedAt > TIMES.sendWithin;
    if (!cleared.ok) dispatch(run, { type: 'stopped-before-sending', reason: cleared.error });
    else dispatch(run, tooLate ? overtaken(run.state) : { type: 'cleared' });
  }

  async function send(run: Running): Promise<void> {
    run.requestOpen = true;
    run.writtenAt = null;
    const onWritten = (): void => {
      if (run.writtenAt !== null) return;
      run.writtenAt = clock.elapsed();
      // Only after the bytes are sent: the journal's sync would delay the request.
      queueMicrotask(() => dispatch(run, { type: 'request-written' }));
    };
    const lost: SaleOutcome = { kind: 'unknown', cause: 'answer-lost' };
    const stop = new AbortController();
    run.stopSending = () => stop.abort();
    const call = () => callFor(run.facts, { onWritten, signal: AbortSignal.any([signal, stop.signal]) });
    const { outcome, evidence } = await answerOr(publisher, call, { outcome: lost, evidence: null });
    run.requestOpen = false;
    // We closed it because its payment was proven, so this says nothing about the money.
    if (stop.signal.aborted && isFinal(run.state)) parts.closed(run);
    else dispatch(run, { type: 'answered', outcome }, evidence);
  }

  function callFor(facts: PaymentFacts, options: Parameters<CardTerminal['sale']>[1]): ReturnType<CardTerminal['sale']> {
    const { kind, terminalId, amountMinor, orderId, originalId } = facts;
    if (terminalId === null || kind === 'manual') throw new Error('A payment without a terminal cannot be sent');
    if (kind !== 'void') return terminal.sale({ kind, terminalId, amountMinor, orderId }, options);
    const sale = originalId === null ? null : journal.byId(originalId);
    if (sale === null) throw new Error('A void without its sale cannot be sent');
    return terminal.void({ terminalId, amountMinor, saleOrderId: sale.facts.orderId }, options);
  }

  return { clear, send, sendCancel: wishes.send };
}
