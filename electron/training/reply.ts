import type { Receipts } from './receipt-text.ts';
import { CARD_BRAND, type Dialect } from './result-record.ts';

/** The reply to the caller; `hang-up` closes the socket without sending anything. */
export type Reply = { readonly kind: 'json'; readonly status: number; readonly body: unknown } | { readonly kind: 'hang-up' };

export function json(status: number, body: unknown): Reply {
  return { kind: 'json', status, body };
}

/** A refusal. The documentation shows an object; in production bare strings were seen too. */
export function failure(status: number, content: string | Readonly<Record<string, unknown>>): Reply {
  return json(status, { failure: content });
}

/** Nets sends 8013 for an id that does not exist and for a device that is off. */
export function invalidTerminal(dialect: Dialect): Reply {
  const text = '8013 Invalid terminal ID or terminal not connected';
  return failure(400, dialect === 'typed' ? { error: text } : text);
}

export function terminalBusy(dialect: Dialect): Reply {
  return dialect === 'typed' ? failure(409, { error: 'Terminal busy' }) : failure(400, 'terminal busy');
}

/** The result array with its one element. If `orderId` is null the member is left out, as Nets does except for approvals. */
export function resultReply(
  status: number,
  record: Record<string, unknown>,
  paper: Partial<Receipts>,
  dialect: Dialect,
  orderId: string | null,
): Reply {
  return json(status, {
    result: [{ localModeEventArgs: record, ...paper, cardType: CARD_BRAND[dialect], ...(orderId === null ? {} : { orderId }) }],
  });
}

/** A refusal with its record. The newer firmware sends the record only, so the reason stands only there. */
export function rejectedReply(record: Record<string, unknown>, reason: string, paper: Partial<Receipts>, dialect: Dialect): Reply {
  return failure(400, dialect === 'typed' ? { error: reason, localModeEventArgs: record, ...paper } : { localModeEventArgs: record });
}
