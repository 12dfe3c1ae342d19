import type { PosErrorCode } from '../../shared/errors.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { PaymentFacts } from '../payments/core/facts.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import { mayChargeRequest } from '../payments/rules/request.ts';
import { rootOf } from '../payments/rules/rest.ts';
import type { Form } from './form.ts';

type Filled = Pick<PaymentFacts, 'amountMinor' | 'reference' | 'originalId'>;

/** Which request of Willba a form's payment answers; `requestId` is null for none. */
export type AskedFor = (form: string, filled: Filled) => Result<{ readonly requestId: string | null }, PosErrorCode>;

/**
 * The request is known to main alone: the window cannot name one, nor change what it asks for. The rest of a payment belongs to the request
 * of that payment.
 */
export function createAskedFor(form: Form, journal: Pick<PaymentJournal, 'byId' | 'byOriginal' | 'byRequest'>): AskedFor {
  return (name, { amountMinor, reference, originalId }) => {
    const request = form.draft().form === name ? form.request() : null;
    if (request !== null && (amountMinor !== request.amountMinor || reference !== request.reference)) return failed('form-changed');
    const completed = originalId === null ? null : journal.byId(originalId);
    const root = completed === null ? null : rootOf(completed, journal);
    const requestId = request?.id ?? root?.facts.requestId ?? null;
    if (requestId !== null && !mayChargeRequest(requestId, root?.facts.id ?? null, journal)) return failed('request-used');
    return ok({ requestId });
  };
}
