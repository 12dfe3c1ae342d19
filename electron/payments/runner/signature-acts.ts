import { failed, ok, type Result } from '../../../shared/result.ts';
import type { PaymentEvent } from '../core/events.ts';
import type { LetStand, SignatureVerdict } from '../core/outcome.ts';
import type { PaymentJournal } from '../ports.ts';
import type { ActRefusal } from './acts.ts';
import type { Dispatch } from './running.ts';
import type { Runs } from './runs.ts';

/** What a person does about a signature. The payment is over by then and may be from an earlier run. */
export function createSignatureActs(parts: {
  readonly runs: Runs;
  readonly journal: Pick<PaymentJournal, 'byId'>;
  readonly dispatch: Dispatch;
}) {
  const { runs, journal, dispatch } = parts;

  /** Does it only if the signature is still in the state that the person saw. */
  function tell(paymentId: string, seen: SignatureVerdict, event: PaymentEvent): Result<null, ActRefusal> {
    const payment = journal.byId(paymentId);
    if (payment === null) return failed('payment-unknown');
    const run = runs.takeUp(payment);
    const isSo = run.state.name === 'approved' && run.state.signature === seen;
    if (isSo) dispatch(run, event);
    else runs.forgetWhenDone(run);
    return isSo ? ok(null) : failed('not-possible-now');
  }

  return {
    /** The desk accepts or refuses the guest's signature. A second answer changes nothing. */
    judgeSignature: (paymentId: string, accepted: boolean, by: string): Result<null, ActRefusal> =>
      tell(paymentId, 'asked', { type: 'signature-judged', accepted, by }),

    /** A named person keeps the charge although the signature was refused. */
    letStand: (paymentId: string, word: LetStand): Result<null, ActRefusal> =>
      tell(paymentId, 'refused', { type: 'signature-let-stand', ...word }),
  };
}
