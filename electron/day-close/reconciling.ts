import type { Reconciliation } from '../../shared/day-close.ts';
import type { PosErrorCode } from '../../shared/errors.ts';
import type { Environment } from '../../shared/payment.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { ReconciliationAnswer } from '../payments/core/reconciliation.ts';
import type { Clock, WriteFailure } from '../payments/ports.ts';
import type { DayCloseJournal, Reconciler } from './ports.ts';

export type Reconciling = ReturnType<typeof createReconciling>;

const RETRY_MS = 3_000;
export const codeOf = ({ kind }: WriteFailure): PosErrorCode => (kind === 'disk-full' ? 'disk-full' : 'journal-unavailable');

type Answered = { readonly id: string; readonly at: string; readonly answer: ReconciliationAnswer };

/**
 * Runs reconciliations, one at a time. The row is on the disk before the request leaves, and nothing is ever sent for a row that is there:
 * an answer that was lost, or a program that ended, leaves it not confirmed, and only a person begins another one.
 */
export function createReconciling(parts: {
  readonly closes: DayCloseJournal;
  readonly reconciler: Reconciler;
  readonly clock: Pick<Clock, 'after' | 'wallTime'>;
  readonly newId: () => string;
  /** Why no reconciliation may begin at this terminal; null if it may. */
  readonly obstacle: (terminalId: string) => PosErrorCode | null;
  readonly changed: (terminalId: string) => void;
}) {
  const { closes, clock } = parts;
  let running: { readonly id: string; readonly terminalId: string } | null = null;
  /** Answers that the disk has not taken yet. */
  const unwritten = new Map<string, Answered>();
  let isStopped = false;

  function keep(answered: Answered): void {
    if (isStopped || closes.answered(answered.id, answered.at, answered.answer).ok) {
      unwritten.delete(answered.id);
      return;
    }
    unwritten.set(answered.id, answered);
    clock.after(RETRY_MS, () => keep(answered));
  }

  async function run(id: string, terminalId: string): Promise<void> {
    const answer = await parts.reconciler.reconcile(terminalId);
    running = null;
    if (isStopped) return;
    keep({ id, at: clock.wallTime(), answer });
    parts.changed(terminalId);
  }

  return {
    isRunning: (): boolean => running !== null,
    /** No payment starts there, and nothing else is sent there. */
    isRunningAt: (terminalId: string): boolean => running?.terminalId === terminalId,
    runningAt: (): readonly string[] => (running === null ? [] : [running.terminalId]),

    begin(
      terminal: { readonly terminalId: string; readonly name: string },
      by: string | null,
      environment: Environment,
    ): Result<null, PosErrorCode> {
      if (running !== null) return failed('reconciling');
      const { terminalId, name: terminalName } = terminal;
      const obstacle = parts.obstacle(terminalId);
      if (obstacle !== null) return failed(obstacle);
      const id = parts.newId();
      const began = closes.began({ id, terminalId, terminalName, by, environment, startedAt: clock.wallTime() });
      if (!began.ok) return failed(codeOf(began.error));
      running = { id, terminalId };
      parts.changed(terminalId);
      void run(id, terminalId);
      return ok(null);
    },

    /** As it is known now: an answer that is not on the disk yet is known, and a row that nothing runs for lost its answer. */
    asKnown(stored: Reconciliation): Reconciliation {
      if (stored.end !== 'running' || stored.id === running?.id) return stored;
      const kept = unwritten.get(stored.id);
      if (kept === undefined) return { ...stored, end: 'not-confirmed', reason: 'program-ended' };
      const { outcome } = kept.answer;
      const { end } = outcome;
      if (outcome.end === 'done') return { ...stored, end, endedAt: kept.at, text: outcome.text, sessionNumber: outcome.sessionNumber };
      return { ...stored, end, endedAt: kept.at, reason: outcome.reason };
    },

    /** The world closes: what runs is left without an answer, and is not confirmed from then on. */
    stop(): void {
      isStopped = true;
    },
  };
}
