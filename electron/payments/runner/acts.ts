import { failed, ok, type Result } from '../../../shared/result.ts';
import { isOpen, type Settlement } from '../core/state.ts';
import { TIMES } from '../core/times.ts';
import type { Clock } from '../ports.ts';
import { canLookUp } from './lookups.ts';
import type { Dispatch, Running } from './running.ts';
import type { Runs } from './runs.ts';

export type ActRefusal = 'payment-unknown' | 'not-possible-now' | 'lookup-too-soon';

const isWrittenSince = ({ writtenAt }: Running, ms: number, now: number): boolean => writtenAt !== null && now - writtenAt >= ms;

function canCancel(run: Running, now: number): boolean {
  const { name } = run.state;
  const isOnItsWay = (name === 'sent' || name === 'cancelling') && run.facts.kind !== 'void';
  // After a gap, the loss may become known a moment late. The cancel would then stop another transaction.
  return (name === 'created' || isOnItsWay) && !isWrittenSince(run, TIMES.givenUp, now);
}

function canRelease(run: Running, now: number): boolean {
  const unclear = run.state.name === 'checking' || run.state.name === 'unresolved';
  return unclear || (isOpen(run.state) && isWrittenSince(run, TIMES.releaseAllowed, now));
}

/** What the person at the desk can do with a running payment. */
export function createActs(parts: {
  readonly runs: Runs;
  readonly clock: Clock;
  readonly dispatch: Dispatch;
  readonly lookUp: (run: Running) => Promise<void>;
}) {
  const { runs, clock, dispatch } = parts;
  const refreshedAt = new Map<string, number>();

  return {
    cancel(paymentId: string): Result<null, ActRefusal> {
      const run = runs.find(paymentId);
      if (run === null) return failed('payment-unknown');
      if (!canCancel(run, clock.elapsed())) return failed('not-possible-now');
      dispatch(run, { type: 'cancel-asked' });
      return ok(null);
    },

    /** Päivitä and Tarkista nyt: asks Nets once, only when a person presses, and at most every ten seconds for each terminal. */
    refresh(paymentId: string): Result<null, ActRefusal> {
      const run = runs.find(paymentId);
      if (run === null) return failed('payment-unknown');
      if (!canLookUp(run)) return failed('not-possible-now');
      if (run.lookup !== null) return ok(null);
      const terminalId = run.facts.terminalId ?? '';
      const last = refreshedAt.get(terminalId);
      if (last !== undefined && clock.elapsed() - last < TIMES.refreshRest) return failed('lookup-too-soon');
      refreshedAt.set(terminalId, clock.elapsed());
      run.refresh = 'idle';
      void parts.lookUp(run);
      return ok(null);
    },

    /** The desk goes on with another guest. The payment stays open and keeps being looked up. */
    release(paymentId: string): Result<null, ActRefusal> {
      const run = runs.find(paymentId);
      if (run === null) return failed('payment-unknown');
      if (!canRelease(run, clock.elapsed())) return failed('not-possible-now');
      if (run.releasedAt === null) dispatch(run, { type: 'released' });
      return ok(null);
    },

    /** A named person decides what nothing can prove any more. */
    settle(paymentId: string, settlement: Settlement): Result<null, ActRefusal> {
      const run = runs.find(paymentId);
      if (run === null) return failed('payment-unknown');
      if (run.state.name !== 'unresolved') return failed('not-possible-now');
      dispatch(run, { type: 'settled', settlement });
      return ok(null);
    },
  };
}
