import { describe, expect, it } from 'vitest';
import { readSaleAnswer } from '../../../electron/nets/outcome.ts';
import { readReconciliation } from '../../../electron/nets/reconciliation.ts';

const report = (header: object, more: object = {}): string =>
  JSON.stringify({ result: { reconciliation: { header: { sessionNumber: '12', ...header }, printText: { Text: 'YHT 12,50' } } }, ...more });
const endOf = (body: string) =>
  readReconciliation({ status: 200, contentType: 'application/json', elapsedMs: 60_000, terminalId: '71000001', body }).end;

describe('a report of a closed session', () => {
  it.each([
    ['with an empty failure', report({}, { failure: null })],
    ['with a failure without a text', report({}, { failure: '' })],
    ['with a failure without a member', report({}, { failure: {} })],
    ['with an empty list of failures', report({}, { failure: [] })],
    ['that names the terminal with leading zeros', report({ terminalId: '0071000001' })],
  ])('%s is kept: no call gives it again', (_what, body) => {
    expect(endOf(body)).toBe('done');
  });

  it.each([
    ['with a failure', report({}, { failure: { error: '9000 connection lost' } })],
    ['of another terminal', report({ terminalId: '71000002' })],
  ])('%s is not confirmed', (_what, body) => {
    expect(endOf(body)).toBe('not-confirmed');
  });
});

describe('an approval beside a failure', () => {
  const approved = { localModeEventArgs: { Result: 0, TotalAmount: 1250, orderId: 'W-1' } };
  const kindOf = (failure: unknown, result: object = approved): string =>
    readSaleAnswer({
      status: 400,
      contentType: 'application/json',
      body: JSON.stringify({ result: [result], failure }),
      elapsedMs: 9_000,
      orderId: 'W-1',
      terminalId: '71000001',
      listed: true,
    }).kind;

  it.each([
    ['a list with a record', [{ localModeEventArgs: { Result: 2 } }]],
    ['a list with a text', ['9000 connection lost']],
    ['a number', 9000],
    ['a yes', true],
  ])('%s that cannot be read is unclear', (_what, failure) => {
    expect(kindOf(failure)).toBe('unknown');
  });

  it.each([
    ['none', null],
    ['an empty text', ''],
    ['an empty list', []],
    ['an empty object', {}],
  ])('%s says nothing', (_what, failure) => {
    expect(kindOf(failure)).toBe('approved');
  });

  it('of a sum that no card is charged is unclear, as a text and as a number', () => {
    for (const TotalAmount of [Number.MAX_SAFE_INTEGER, 1_000_000_000, '1000000000'])
      expect(kindOf(null, { localModeEventArgs: { Result: 0, TotalAmount, orderId: 'W-1' } })).not.toBe('approved');
  });
});
