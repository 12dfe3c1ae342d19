import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLookupAnswer } from '../../../electron/nets/lookup.ts';

const read = (body: unknown, status = 200) => readLookupAnswer(status, typeof body === 'string' ? body : JSON.stringify(body));
const record = { Result: 0, TotalAmount: 1250, StanAuth: '000123', TimeStamp: '20261123100009' };

describe('a record', () => {
  test('is told with the orderId beside it', () => {
    expect(read({ result: { latestTransactionResult: record, orderId: 'W-1', printText: { Text: 'x' } } })).toMatchObject({
      kind: 'record',
      record: { result: 0, totalMinor: 1250, orderId: 'W-1', stan: '000123', timeStamp: '20261123100009' },
    });
  });

  test('a rejected one has no orderId and an amount of 0: it is told, and proves nothing', () => {
    expect(read({ result: { latestTransactionResult: { Result: 2, TotalAmount: 0, StanAuth: '' } } })).toMatchObject({
      kind: 'record',
      record: { result: 2, totalMinor: 0, orderId: null, stan: null },
    });
  });

  test('an approval without orderId keeps it missing', () => {
    expect(read({ result: { latestTransactionResult: record, orderId: '' } })).toMatchObject({ record: { result: 0, orderId: null } });
  });

  test('two orderIds that differ are nobody’s', () => {
    expect(read({ result: { latestTransactionResult: { ...record, orderId: 'W-1' }, orderId: 'W-2' } })).toMatchObject({
      record: { orderId: 'W-1 / W-2' },
    });
  });

  test('an empty Result or amount stays missing', () => {
    expect(read({ result: { latestTransactionResult: { Result: '', TotalAmount: '' }, orderId: 'W-1' } })).toMatchObject({
      record: { result: null, totalMinor: null },
    });
  });

  test('may be wrapped as the sale’s is, and the result may be an array of one', () => {
    expect(read({ result: { latestTransactionResult: { localModeEventArgs: record }, orderId: 'W-1' } })).toMatchObject({
      record: { result: 0, orderId: 'W-1' },
    });
    expect(read({ result: [{ latestTransactionResult: record, orderId: 'W-1' }] })).toMatchObject({
      record: { result: 0, orderId: 'W-1' },
    });
  });

  test('counts whatever the status is', () => {
    expect(read({ result: { latestTransactionResult: record, orderId: 'W-1' } }, 400)).toMatchObject({ kind: 'record' });
  });

  test('that is no object is a record nobody can read', () => {
    expect(read({ result: { latestTransactionResult: 'x', orderId: 'W-1' } })).toMatchObject({ kind: 'record', record: { result: null } });
  });
});

describe('no transaction at all', () => {
  test.each<[string, unknown, number?]>([
    ['an empty result', { result: {} }],
    ['a null record', { result: { latestTransactionResult: null } }],
    ['an empty record', { result: { latestTransactionResult: {}, orderId: '' } }],
    ['a 404 that says so', { failure: { error: 'No transaction found' } }, 404],
  ])('%s', (_name, body, status) => {
    expect(read(body, status)).toEqual({ kind: 'no-transaction' });
  });
});

describe('what proves nothing, and counts as a look only in the interface’s own shape', () => {
  test.each<[string, unknown, number, string]>([
    ['an id without its record', { result: { latestTransactionResult: null, orderId: 'W-1' } }, 200, 'unreadable'],
    ['another shape', { result: { localModeEventArgs: record } }, 200, 'unreadable'],
    ['an empty array', { result: [] }, 200, 'unreachable'],
    ['two results', { result: [{ latestTransactionResult: record }, { latestTransactionResult: record }] }, 200, 'unreadable'],
    ['an empty object', {}, 200, 'unreachable'],
    ['no body', '', 200, 'unreachable'],
    ['HTML', '<html></html>', 200, 'unreachable'],
    ['a cut-off body', '{"result":{"latestTransactionResult":{"Result":0', 200, 'unreachable'],
    ['a busy terminal behind a gateway in trouble', { failure: 'terminal busy' }, 503, 'unreachable'],
    ['a plain 404', '', 404, 'unreachable'],
    ['an empty result with an error status', { result: {} }, 400, 'unreachable'],
    ['a page where a token is refused', '<html>Sign in</html>', 401, 'unreachable'],
    ['a firewall that refuses', { blocked: true }, 403, 'unreachable'],
    ['a throttle', { message: 'Too many requests' }, 429, 'unreachable'],
    ['another result', { result: { ok: true } }, 200, 'unreachable'],
    ['a gateway', '<html>Bad Gateway</html>', 502, 'unreachable'],
    ['a server in trouble', { error: 'x' }, 500, 'unreachable'],
    ['a refused token', { error: '9100' }, 401, 'not-authorised'],
    ['a forbidden terminal', '', 403, 'not-authorised'],
    ['Result twice', '{"result":{"latestTransactionResult":{"Result":2,"Result":0,"TotalAmount":1},"orderId":"W-1"}}', 200, 'unreadable'],
  ])('%s', (_name, body, status, kind) => {
    expect(read(body, status)).toEqual({ kind });
  });

  test.each<[string, unknown, number, string]>([
    ['a busy terminal', { failure: 'terminal busy' }, 409, 'busy'],
    ['an unknown terminal', { failure: { error: '8013 Invalid terminal ID' } }, 400, 'not-connected'],
    ['a terminal that is off', { failure: 'terminal is not connected' }, 400, 'not-connected'],
  ])('%s was not reached, and Nets says why', (_name, body, status, terminal) => {
    expect(read(body, status)).toEqual({ kind: 'unreachable', terminal });
  });

  test('10,000 junk bodies never throw, and none becomes an approval of an order', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), fc.constantFrom(200, 400, 401, 404, 500), (body, status) => {
        const answer = readLookupAnswer(status, body);
        if (answer.kind === 'record') expect(answer.record.result === 0 && answer.record.orderId !== null).toBe(false);
      }),
      { numRuns: 10_000 },
    );
  });
});
