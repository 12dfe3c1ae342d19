import { readSaleAnswer, type SaleAnswer } from '../../../electron/nets/outcome.ts';

export const OURS = 'W7-0001';
export const JSON_TYPE = 'application/json; charset=utf-8';
export const read = (body: unknown, rest: Partial<SaleAnswer> = {}) =>
  readSaleAnswer({
    status: 200,
    contentType: JSON_TYPE,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    elapsedMs: 800,
    orderId: OURS,
    terminalId: '71000001',
    listed: true,
    ...rest,
  });

export const approved = {
  Result: 0,
  TotalAmount: 1250,
  TipAmount: 0,
  SurchargeAmount: 0,
  StanAuth: '000123',
  TruncatedPAN: '************1234',
};
export const rejected = { Result: 2, TotalAmount: 0, StanAuth: '', ResponseCode: '' };
export const result = (record: unknown, beside: Record<string, unknown> = {}) => ({ result: [{ localModeEventArgs: record, ...beside }] });
export const failure = (error: unknown, record?: unknown) => ({
  failure: { error, ...(record === undefined ? {} : { localModeEventArgs: record }) },
});

export const UNREADABLE = { kind: 'unknown', cause: 'unreadable' };
export const approval = { chargedMinor: 1250, tipMinor: 0, surchargeMinor: 0, stan: '000123', card: { brand: 'VISA', last4: '1234' } };
