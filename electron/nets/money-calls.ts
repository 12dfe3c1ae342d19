import type { HttpCaller } from '../http/http-call.ts';
import type { CardTerminal, SaleRequest, VoidRequest } from '../payments/ports.ts';
import type { LoginToken } from './login-token.ts';
import { createSendOnce, notSent } from './send-once.ts';

/** Longer than the core waits (`TIMES.givenUp`, `TIMES.voidGivenUp`), so that the core decides when an answer is lost. */
const SALE_LIMIT_MS = 330_000;
const VOID_LIMIT_MS = 90_000;

const TRANSACTION_TYPES = { sale: 'purchase', refund: 'returnOfGoods' } as const;

/** The calls that move money. Each is sent once. If Nets refuses the token, the next call gets a new one; this call is not repeated. */
export function createMoneyCalls(parts: {
  readonly call: HttpCaller;
  readonly login: LoginToken;
  readonly signal: AbortSignal;
  readonly isListed: (terminalId: string) => boolean | null;
  /** Our own sales whose request is open, by terminal. Each attempt has its own symbol. */
  readonly open: Map<string, symbol>;
}): Pick<CardTerminal, 'sale' | 'void'> {
  const { open } = parts;
  const sendOnce = createSendOnce(parts);

  return {
    async sale(request, sending) {
      if (!isSendable(request)) return notSent('INVALID_REQUEST');
      const { kind, terminalId, amountMinor: amount, orderId } = request;
      const mine = Symbol('sale');
      open.set(terminalId, mine);
      try {
        const body = JSON.stringify({ transactionType: TRANSACTION_TYPES[kind], amount, orderId });
        return await sendOnce({ method: 'POST', body, terminalId, orderId, answerMs: SALE_LIMIT_MS }, sending);
      } finally {
        if (open.get(terminalId) === mine) open.delete(terminalId);
      }
    },

    async void(request, sending) {
      if (!isSendable(request)) return notSent('INVALID_REQUEST');
      const { terminalId, amountMinor: amount, saleOrderId: orderId } = request;
      const body = JSON.stringify({ amount });
      const { outcome, evidence } = await sendOnce({ method: 'DELETE', body, terminalId, orderId, answerMs: VOID_LIMIT_MS }, sending);
      // The sum that was given back is not ours: it may be another desk's. A person must look.
      const isOurs = outcome.kind !== 'approved' || outcome.approval.chargedMinor === amount;
      return { outcome: isOurs ? outcome : { kind: 'unknown', cause: 'unreadable' }, evidence };
    },
  };
}

/** Last check before sending: whole cents above zero, and an order id that Nets passes on unchanged. */
function isSendable(request: SaleRequest | VoidRequest): boolean {
  const orderId = 'saleOrderId' in request ? request.saleOrderId : request.orderId;
  return Number.isSafeInteger(request.amountMinor) && request.amountMinor > 0 && /^[A-Za-z0-9-]{1,20}$/.test(orderId);
}
