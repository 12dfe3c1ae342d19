import type { RefusalReason } from '../../../shared/reasons.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import { showsSale } from '../core/evidence.ts';
import type { PaymentFacts } from '../core/facts.ts';
import type { LookupAnswer, WireEvidence } from '../core/outcome.ts';
import { TIMES } from '../core/times.ts';
import type { CardTerminal, PaymentJournal, PaymentPublisher } from '../ports.ts';
import { answerOr } from './answer-or.ts';
import type { Dispatch, Running } from './running.ts';

/** The result of the lookup before a void: it may be sent, or why it must not. */
export type VoidLook = Result<null, Extract<RefusalReason, 'not-latest' | 'not-sent' | 'not-authorised' | 'not-connected' | 'busy'>>;

/**
 * Checks before each DELETE that the sale is still the terminal's latest transaction. Another desk may have sold there since, and DELETE
 * names no transaction. That can still happen between this lookup and the DELETE. The interface cannot rule it out, so the desk is told
 * before it voids.
 */
export function createVoidLook(parts: {
  readonly terminal: Pick<CardTerminal, 'lookup'>;
  readonly journal: Pick<PaymentJournal, 'byId' | 'mayBeReconciled'>;
  readonly publisher: PaymentPublisher;
  readonly elapse: (ms: number) => Promise<void>;
  readonly dispatch: Dispatch;
  readonly tellNamed: (asked: Running, answer: LookupAnswer, evidence: WireEvidence | null) => void;
  /** Whether another request of this PC is open at that terminal: then nothing else is sent there. */
  readonly isInUse: (run: Running) => boolean;
}) {
  const { terminal, journal, publisher, elapse, dispatch, isInUse } = parts;
  const notReached: { outcome: LookupAnswer; evidence: null } = { outcome: { kind: 'unreachable' }, evidence: null };

  async function look(run: Running, terminalId: string, sale: PaymentFacts): Promise<LookupAnswer> {
    const { outcome: answer, evidence } = await answerOr(publisher, () => terminal.lookup(terminalId), notReached);
    dispatch(run, { type: 'original-looked-up', answer, shown: showsSale(answer, sale) }, evidence);
    parts.tellNamed(run, answer, evidence);
    return answer;
  }

  return async (run: Running): Promise<VoidLook> => {
    const { terminalId, originalId } = run.facts;
    const sale = originalId === null ? null : journal.byId(originalId);
    if (terminalId === null || sale === null) return failed('not-latest');
    for (const again of [true, false]) {
      if (isInUse(run)) return failed('busy');
      // The session of the sale is closed: DELETE would find another transaction, or nothing.
      if (journal.mayBeReconciled(sale.facts.id)) return failed('not-latest');
      const answer = await look(run, terminalId, sale.facts);
      if (showsSale(answer, sale.facts)) return ok(null);
      // The desk must do different things if Nets was not reached and if only the terminal was not.
      if (answer.kind === 'unreachable' && !(again && answer.terminal === 'busy')) return failed(answer.terminal ?? 'not-sent');
      if (answer.kind === 'not-authorised') return failed('not-authorised');
      // Nets shows a transaction some seconds late, so it may still show the one before.
      if (again) await elapse(TIMES.voidLookAgain);
      if (run.state.name !== 'created') return failed('not-latest');
    }
    return failed('not-latest');
  };
}
