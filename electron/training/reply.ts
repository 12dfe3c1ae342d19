import type { Receipts } from './receipt-text.ts';
import { CARD_BRAND, type Dialect } from './result-record.ts';

/** What goes back to the caller; `hang-up` destroys the socket without a byte. */
export type Reply = { readonly kind: 'json'; readonly status: number; readonly body: unknown } | { readonly kind: 'hang-up' };

export function json(status: number, body: unknown): Reply {
  return { kind: 'json', status, body };
}

/** A refusal. The documentation shows an object; production has met bare strings as well. */
export function failure(status: number, content: string | Readonly<Record<string, unknown>>): Reply {
  return json(status, { failure: content });
}

/** 8013 serves for an id that does not exist and for a device that is off: Nets does not tell them apart. */
export function invalidTerminal(dialect: Dialect): Reply {
  const text = '8013 Invalid terminal ID or terminal not connected';
  return failure(400, dialect === 'typed' ? { error: text } : text);
}

export function terminalBusy(dialect: Dialect): Reply {
  return dialect === 'typed' ? failure(409, { error: 'Terminal busy' }) : failure(400, 'terminal busy');
}

/** The result array with its one element. `orderId` null leaves the member out, as Nets does for all but approvals. */
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

/** A refusal with its record. The newer firmware leaves everything else out: the reason then stands in the record alone. */
export function rejectedReply(record: Record<string, unknown>, reason: string, paper: Partial<Receipts>, dialect: Dialect): Reply {
  return failure(400, dialect === 'typed' ? { error: reason, localModeEventArgs: record, ...paper } : { localModeEventArgs: record });
}
