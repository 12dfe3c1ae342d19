import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDcc } from '../../../electron/nets/optional-data.ts';
import { approved, OURS, read, result } from './sale-answers.ts';

const usd = { currency: 'USD', amountMinor: 1350 };

describe('the guest’s own currency', () => {
  test.each<[string, unknown, unknown]>([
    ['as the page says', '{"od":{"dcc":{"ccura":"USD","cam":1350}}}', usd],
    ['with the sum in digits', '{"od":{"dcc":{"ccura":"USD","cam":"1350"}}}', usd],
    ['without od around it', '{"dcc":{"ccura":"USD","cam":"1350","rate":"1.08"}}', usd],
    ['as an object', { od: { dcc: { ccura: 'USD', cam: 1350 } } }, usd],
    ['told apart by shape', '{"od":{"dcc":{"cam":"USD","ccura":"1350"}}}', usd],
    ['without a readable sum', '{"od":{"dcc":{"ccura":"USD","cam":"13.50"}}}', { currency: 'USD', amountMinor: null }],
    ['without a currency', '{"od":{"dcc":{"cam":1350}}}', null],
    ['a currency by its number', '{"od":{"dcc":{"ccura":"840","cam":1350}}}', null],
    ['a currency in small letters', '{"od":{"dcc":{"ccura":"usd","cam":1350}}}', null],
    ['empty', '{"od":{"dcc":{}}}', null],
    ['none', '{"od":{"ver":"1.01","nid":123}}', null],
    ['no JSON', 'USD 1350', null],
    ['half of it', '{"od":{"dcc":{"ccura":"USD"', null],
    ['nothing', '', null],
    ['a list', '[]', null],
    ['null', null, null],
  ])('%s', (_, optionalData, dcc) => expect(readDcc(optionalData)).toEqual(dcc));

  test('junk there never refuses or breaks an approval', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' }), fc.jsonValue()), (OptionalData) => {
        const outcome = read(result({ ...approved, OptionalData }, { orderId: OURS }));
        expect(outcome).toMatchObject({ kind: 'approved', approval: { chargedMinor: 1250 } });
      }),
      { numRuns: 500 },
    );
  });

  test('stands in the approval', () => {
    const OptionalData = '{"od":{"dcc":{"ccura":"USD","cam":1350}}}';
    expect(read(result({ ...approved, OptionalData }))).toMatchObject({ kind: 'approved', approval: { dcc: usd } });
  });
});

describe('a record of another terminal', () => {
  test.each(['71000002', 71000002, ' 71000002 ', '710000010', {}, true, ['71000001']])('%s: not ours', (TerminalID) => {
    expect(read(result({ ...approved, TerminalID }, { orderId: OURS }))).toEqual({ kind: 'unknown', cause: 'unreadable' });
  });

  test.each(['71000001', 71000001, ' 71000001 ', '0071000001', '', ' ', null, undefined])('%s: ours, or nobody says', (TerminalID) => {
    expect(read(result({ ...approved, TerminalID }, { orderId: OURS })).kind).toBe('approved');
  });

  test('twice in one record is unreadable', () => {
    const body = JSON.stringify(result({ ...approved, TerminalID: '71000001' })).replace(
      '"TerminalID"',
      '"TerminalID":"71000002","TerminalID"',
    );
    expect(read(body).kind).toBe('unknown');
  });
});
