import type { LinkProblem, PaymentRequest } from '../../shared/ipc/requests.ts';
import { failed, type Result } from '../../shared/result.ts';
import type { Clock } from '../payments/ports.ts';
import type { Storage } from '../storage/open-storage.ts';
import type { Calls } from './calls.ts';
import type { World } from './worlds.ts';

/** A link as the system handed it over, or what the shell found wrong with it. */
export type OpenedLink = Result<string, LinkProblem>;

/** Reads a link by which Willba asks for a payment. It waits until the keys are read, which a keyring may take a while for. */
export function createLinkReader(
  world: World,
  { problem }: Pick<Storage, 'problem'>,
  { clockOffset }: Pick<Calls, 'clockOffset'>,
  clock: Pick<Clock, 'wallTime'>,
) {
  /** Where a link can do nothing, however good it is. Without the journal nobody knows whether it was used. */
  function obstacle(): LinkProblem | null {
    const { mode } = world.desk();
    if (mode === 'training') return 'training';
    if (mode === 'unconfigured') return 'not-configured';
    return problem() === null ? null : problem() === 'journal-in-use' ? 'open-elsewhere' : 'journal';
  }

  return async function readLink(opened: OpenedLink): Promise<Result<PaymentRequest, LinkProblem>> {
    const arrivedAt = Date.parse(clock.wallTime());
    const inTheWay = obstacle();
    if (inTheWay !== null) return failed(inTheWay);
    if (!opened.ok) return opened;
    await world.ready;
    const keys = world.linkKeys();
    if (keys.length === 0) return failed('no-key');
    // Loaded with the first link: a start without one does not pay for it.
    const { readPaymentLink } = await import('../willba/payment-link.ts');
    const { currency } = world.desk();
    return readPaymentLink(opened.value, { keys, currency, now: arrivedAt, clockOffset: clockOffset() });
  };
}
