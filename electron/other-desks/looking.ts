import type { OtherDesks } from '../../shared/ipc/other-desks.ts';
import { referenceKey } from '../../shared/reference.ts';
import type { Clock } from '../payments/ports.ts';
import { seenSince } from '../payments/rules/elsewhere.ts';
import type { SeenPayment } from '../payments/rules/shared-payment.ts';
import type { Read, Wanted } from '../strapi/strapi-payments.ts';

/** A guest waits: after this time the sale goes on without an answer. */
const PATIENCE_MS = 1_000;

export type ReadPayments = (wanted: Wanted, limitMs: number) => Promise<Read>;

/** The answer, or why there is none, within the time. Never throws. */
export async function readWithin(ms: number, read: ReadPayments, wanted: Wanted, clock: Pick<Clock, 'after'>): Promise<Read> {
  let stop: () => void = () => undefined;
  const patience = new Promise<Read>((resolve) => {
    stop = clock.after(ms, () => resolve({ failure: 'unreachable' }));
  });
  const answer = read(wanted, ms).catch((): Read => ({ failure: 'unreachable' }));
  return Promise.race([answer, patience]).finally(() => stop());
}

/**
 * Looks at what other desks charge, before this one does.
 *
 * @param read null without Strapi: then this desk works alone
 * @param parts.isBack there is an answer again, after a look that got none
 */
export function createLooking(
  read: ReadPayments | null,
  { clock, changed, isBack }: { readonly clock: Clock; readonly changed: () => void; readonly isBack: () => void },
) {
  let unseen: OtherDesks['unseen'] = null;

  function note(failed: OtherDesks['unseen']): void {
    if (failed === null && unseen === null) return;
    if (failed === null) isBack();
    unseen = failed;
    changed();
  }

  return {
    /** Why the last look got no answer, for the desk to know; null if it got one. */
    unseen: (): OtherDesks['unseen'] => unseen,

    /** Payments of other desks for this booking. None if there is no answer in time: the sale goes on. */
    async withReference(reference: string): Promise<readonly SeenPayment[]> {
      if (read === null || referenceKey(reference) === '') return [];
      const answer = await readWithin(PATIENCE_MS, read, { reference, since: seenSince(clock.wallTime()) }, clock);
      note('failure' in answer ? { at: clock.wallTime(), why: answer.failure } : null);
      return 'failure' in answer ? [] : answer.payments;
    },
  };
}
