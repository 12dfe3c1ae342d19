import type { Hint } from '../../../shared/payment.ts';
import type { PaymentFacts } from './facts.ts';
import type { Approval, LookupAnswer, TransactionRecord } from './outcome.ts';

/** `CVM` of a payment that the guest signed. */
const SIGNED = /^0?1$/;

/** The payment that is looked for: its order id, and the terminal it was sent to. */
type Ours = Pick<PaymentFacts, 'orderId' | 'terminalId'>;

export type LookupJudgement =
  | { readonly proof: 'approved'; readonly approval: Approval }
  /** Proves nothing. The hint is for the person who may have to decide. */
  | { readonly proof: 'none'; readonly hint: Omit<Hint, 'seenAt'> }
  /** Nothing was learnt, so it does not count as a lookup. */
  | { readonly proof: 'not-looked-up' };

/**
 * The rule of evidence. A lookup returns the terminal's latest transaction, whoever started it. So it can prove only one thing, an
 * approval: `Result` 0, an amount above zero, and our own order id. Nothing else is compared (a tip changes the amount, clocks differ,
 * STANs are reused), and nothing else is proof: a rejection may be anybody's, and no transaction does not mean "not charged". A record that
 * names another terminal is about another payment.
 */
export function judgeLookup(answer: LookupAnswer, ours: Ours): LookupJudgement {
  switch (answer.kind) {
    case 'unreachable':
    case 'not-authorised':
      return { proof: 'not-looked-up' };
    case 'unreadable':
      return { proof: 'none', hint: { why: 'unreadable', amountMinor: null, at: null } };
    case 'no-transaction':
      return { proof: 'none', hint: { why: 'no-transaction', amountMinor: null, at: null } };
    case 'record':
      return judgeRecord(answer, ours);
  }
}

function judgeRecord({ record, clockOffsetMs }: Extract<LookupAnswer, { kind: 'record' }>, ours: Ours): LookupJudgement {
  const noProof = (why: Hint['why']): LookupJudgement => ({
    proof: 'none',
    hint: { why, amountMinor: record.totalMinor, at: record.timeStamp, ...(clockOffsetMs === undefined ? {} : { clockOffsetMs }) },
  });
  if (ours.terminalId !== null && namesAnotherTerminal(record, ours.terminalId)) return noProof('other-terminal');
  if (record.result === 2) return noProof('rejected-record');
  if (record.result !== 0) return noProof('not-approved');
  if (record.orderId === null) return noProof('no-order-id');
  if (record.orderId !== ours.orderId) return noProof('foreign-order-id');
  if (record.totalMinor !== null && record.totalMinor <= 0) return noProof('no-amount');
  const approval = toApproval(record);
  return approval === null ? noProof('unreadable') : { proof: 'approved', approval };
}

/**
 * Whether a lookup shows this sale as the terminal's latest transaction, by the same rule that proves a sale. DELETE names no transaction
 * and voids the latest one, whoever made it.
 */
export const showsSale = (answer: LookupAnswer, sale: Ours): boolean => judgeLookup(answer, sale).proof === 'approved';

/** Leading zeros make no difference, and some answers write the id as a number. */
const spelled = (terminalId: string): string => terminalId.trim().replace(/^0+(?=\d+$)/, '');

/** Whether a record says that another terminal made it. Most records name their terminal; one that does not says nothing about it. */
export const namesAnotherTerminal = ({ terminalId }: Pick<TransactionRecord, 'terminalId'>, asked: string): boolean =>
  terminalId !== undefined && spelled(terminalId) !== spelled(asked);

/** The approved money, or null if the record does not say how much or says 0: an approval of 0 is not an approval. */
export function toApproval(record: TransactionRecord): Approval | null {
  if (record.result !== 0 || record.totalMinor === null || record.totalMinor <= 0) return null;
  return {
    chargedMinor: record.totalMinor,
    tipMinor: record.tipMinor ?? 0,
    surchargeMinor: record.surchargeMinor ?? 0,
    stan: record.stan,
    card: record.card,
    ...(record.dcc === undefined ? {} : { dcc: record.dcc }),
    ...(record.cvm !== null && SIGNED.test(record.cvm) ? { signature: 'asked' as const } : {}),
  };
}
