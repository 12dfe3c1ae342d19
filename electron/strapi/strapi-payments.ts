import type { HttpCallerOptions } from '../http/http-call.ts';
import type { SeenPayment } from '../payments/rules/shared-payment.ts';
import {
  createPaymentCalls,
  failureOf,
  isRefusal,
  listPath,
  MOST_RECORDS,
  PAYMENTS_PATH,
  readList,
  type StrapiFailure,
} from './payment-calls.ts';
import { readPaymentRecords, storedKey, type Writer } from './payment-record.ts';
import { createSharing } from './share-payment.ts';

export type StrapiPayments = ReturnType<typeof createStrapiPayments>;

/** What is read: the payments of other installations with this reference, or at this terminal, that began since then. */
export type Wanted = { readonly since: string } & ({ readonly reference: string } | { readonly terminalId: string });
export type Read = { readonly payments: readonly SeenPayment[] } | { readonly failure: StrapiFailure };

export type StrapiPaymentsOptions = Omit<HttpCallerOptions, 'elapsed'> & {
  /** May read. Both are asked for at each call; null if there is none. */
  readonly token: () => string | null;
  /** May create and update `pos-payment`, and nothing else. */
  readonly outboxToken: () => string | null;
  /** This PC: it does not read its own records. */
  readonly writer: () => Writer;
  /** Milliseconds since 1970, by this PC. */
  readonly now: () => number;
};

/** The property's payments in Strapi, one record a payment (resources/strapi). Nothing here decides about money. */
export function createStrapiPayments({ token, outboxToken, writer, now, ...options }: StrapiPaymentsOptions) {
  const calls = createPaymentCalls(options);

  return {
    post: createSharing({ calls, token, outboxToken, writer, now }),

    /** @param limitMs for the whole call */
    async read({ since, ...wanted }: Wanted, limitMs: number): Promise<Read> {
      const bearer = token();
      if (bearer === null) return { failure: 'secrets-missing' };
      const own = writer().installation;
      const filters = {
        ...('reference' in wanted
          ? { 'filters[referenceKey][$eq]': storedKey(wanted.reference) }
          : { 'filters[terminalId][$eq]': wanted.terminalId }),
        'filters[installation][$ne]': own,
        'filters[startedAt][$gte]': since,
        sort: 'startedAt:desc',
      };
      const outcome = await calls.ask({ method: 'GET', path: listPath(filters, MOST_RECORDS), bearer, data: null, limitMs });
      const list = readList(outcome);
      return list === null ? { failure: failureOf(outcome) } : { payments: readPaymentRecords(list, own) };
    },

    /** What keeps records from being written. Nothing is written: an empty record is refused for what it lacks, another is not there. */
    async tryWriting(): Promise<StrapiFailure | null> {
      const bearer = outboxToken();
      if (bearer === null) return 'secrets-missing';
      const created = await calls.ask({ method: 'POST', path: PAYMENTS_PATH, bearer, data: {} });
      if (!isRefusal(created, 400)) return failureOf(created);
      const changed = await calls.ask({ method: 'PUT', path: `${PAYMENTS_PATH}/no-such-record`, bearer, data: {} });
      return isRefusal(changed, 404) || isRefusal(changed, 400) ? null : failureOf(changed);
    },

    dispose: calls.dispose,
  };
}
