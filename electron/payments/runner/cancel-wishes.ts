import { TIMES } from '../core/times.ts';
import type { CardTerminal, PaymentPublisher } from '../ports.ts';
import { answerOr } from './answer-or.ts';
import { type Dispatch, type Running, usesTerminal } from './running.ts';

/** Asks terminals to stop. `cancelAction` names no transaction: it stops whatever runs at the terminal when it arrives. */
export function createCancelWishes(parts: {
  readonly terminal: Pick<CardTerminal, 'cancelAction'>;
  readonly publisher: PaymentPublisher;
  readonly elapse: (ms: number) => Promise<void>;
  /** In the order in which they began. */
  readonly onTerminal: (terminalId: string | null) => readonly Running[];
  readonly dispatch: Dispatch;
}) {
  const { terminal, publisher, elapse, onTerminal, dispatch } = parts;
  const underWay = new Map<string, Promise<void>>();

  /** The desk has left this payment and has started another one at the same terminal. */
  const hasNewerBeside = (run: Running): boolean => {
    const there = onTerminal(run.facts.terminalId);
    return there.slice(there.indexOf(run) + 1).some(usesTerminal);
  };

  return {
    /** Settles when an older cancel to that terminal has its answer, or has had enough time. */
    olderOne: (terminalId: string | null): Promise<void> | undefined => underWay.get(terminalId ?? ''),

    async send(run: Running): Promise<void> {
      const { terminalId } = run.facts;
      if (terminalId === null || !run.requestOpen) return;
      if (hasNewerBeside(run)) {
        // cancelAction names no transaction: it would stop the newer payment that runs there now.
        dispatch(run, { type: 'cancel-answered', delivered: false });
        return;
      }
      const answer = answerOr(publisher, () => terminal.cancelAction(terminalId), { outcome: 'failed' as const, evidence: null });
      const settled = Promise.race([answer.then(() => undefined), elapse(TIMES.cancelSettles)]);
      underWay.set(terminalId, settled);
      const { outcome, evidence } = await answer;
      if (underWay.get(terminalId) === settled) underWay.delete(terminalId);
      dispatch(run, { type: 'cancel-answered', delivered: outcome === 'delivered' }, evidence);
    },
  };
}
