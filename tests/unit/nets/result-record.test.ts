import { describe, expect, test } from 'vitest';
import { readWire } from '../../../electron/nets/wire.ts';

const record = (members: Record<string, unknown>) => readWire(JSON.stringify({ result: [{ localModeEventArgs: members }] })).records[0];

describe('Result', () => {
  test.each([
    ['the number 0', 0, 0],
    ['the string "0"', '0', 0],
    ['the number 2', 2, 2],
    ['the string "99"', '99', 99],
  ])('%s is itself', (_name, value, expected) => {
    expect(record({ Result: value })?.result).toBe(expected);
  });

  test.each([
    ['empty', ''],
    ['blank', ' '],
    ['a padded 0', ' 0'],
    ['a double 0', '00'],
    ['0.0 as text', '0.0'],
    ['+0', '+0'],
    ['-0 as text', '-0'],
    ['hexadecimal', '0x0'],
    ['a full-width 0', '０'],
    ['null', null],
    ['false', false],
    ['true', true],
    ['an empty array', []],
    ['an array of 0', [0]],
    ['an object', {}],
    ['a half', 0.5],
    ['a negative number', -1],
  ])('%s is missing, never 0', (_name, value) => {
    expect(record({ Result: value, X: 1 })?.result).toBeNull();
  });

  test('minus zero is missing: no terminal writes it', () => {
    expect(readWire('{"result":[{"localModeEventArgs":{"Result":-0}}]}').records[0]?.result).toBeNull();
  });

  test('a missing Result is missing', () => {
    expect(record({ TotalAmount: 1250 })?.result).toBeNull();
  });
});

describe('amounts', () => {
  test.each([
    ['a number', 1250, 1250],
    ['a numeric string', '1250', 1250],
    ['a string with leading zeros', '000001250', 1250],
    ['nothing charged', 0, 0],
    ['nothing charged, as a string', '0', 0],
    ['nine digits', '999999999', 999_999_999],
  ])('%s is read', (_name, value, expected) => {
    expect(record({ TotalAmount: value })?.totalMinor).toBe(expected);
  });

  test.each([
    ['empty', ''],
    ['blank', '   '],
    ['null', null],
    ['false', false],
    ['an array', [1250]],
    ['an object', { value: 1250 }],
    ['a fraction', 12.5],
    ['a decimal string', '12.50'],
    ['a comma', '12,50'],
    ['a padded string', ' 1250'],
    ['a line break after it', '1250\n'],
    ['a sign', '+1250'],
    ['a negative number', -1250],
    ['a negative string', '-1250'],
    ['ten digits', '1234567890'],
    ['more than a safe integer', 2 ** 53],
    ['an exponent', '1e3'],
    ['hexadecimal', '0x10'],
  ])('%s is missing, never 0', (_name, value) => {
    expect(record({ TotalAmount: value, TipAmount: value, SurchargeAmount: value })).toMatchObject({
      totalMinor: null,
      tipMinor: null,
      surchargeMinor: null,
    });
  });
});

describe('the record', () => {
  test('a whole one is read, numbers as strings and an unknown field included', () => {
    const body = {
      result: [
        {
          localModeEventArgs: {
            Result: '0',
            TotalAmount: '1300',
            TipAmount: '50',
            SurchargeAmount: 0,
            StanAuth: '000123',
            TimeStamp: '20261123100009',
            TruncatedPAN: '************1234',
            CardIssuerName: 'Visa Debit',
            CVM: '',
            ResponseCode: '00',
            SessionNumber: 17,
            OptionalData: '{"od":{"dcc":{"ccura":"SEK","cam":"13000"}}}',
            SomethingNew: { deep: [1] },
          },
          customerReceipt: 'line\r\nline',
          cardType: 'VISA',
          orderId: 'W-1',
        },
      ],
    };
    expect(readWire(JSON.stringify(body))).toMatchObject({
      isJson: true,
      hasResult: true,
      hasFailure: false,
      records: [
        {
          result: 0,
          totalMinor: 1300,
          tipMinor: 50,
          surchargeMinor: 0,
          orderId: 'W-1',
          stan: '000123',
          timeStamp: '20261123100009',
          card: { brand: 'VISA', last4: '1234' },
          responseCode: '00',
          cvm: null,
          sessionNumber: '17',
        },
      ],
    });
  });

  test('both time formats are kept as they came, and anything else is not', () => {
    expect(record({ TimeStamp: '2026-11-23T10:00:09Z' })?.timeStamp).toBe('2026-11-23T10:00:09Z');
    expect(record({ TimeStamp: '2026-11-23T10:00:09.120Z' })?.timeStamp).toBe('2026-11-23T10:00:09.120Z');
    expect(record({ TimeStamp: '20261123100009' })?.timeStamp).toBe('20261123100009');
    expect(record({ TimeStamp: 'yesterday' })?.timeStamp).toBeNull();
    expect(record({ TimeStamp: '41111111111111' })?.timeStamp).toBeNull();
  });

  test('an empty StanAuth is missing', () => {
    expect(record({ StanAuth: '' })?.stan).toBeNull();
    expect(record({ StanAuth: 123 })?.stan).toBe('123');
  });

  test('CVM is kept as text, empty is missing', () => {
    expect(record({ CVM: 0 })?.cvm).toBe('0');
    expect(record({ CVM: '4' })?.cvm).toBe('4');
    expect(record({ CVM: '' })?.cvm).toBeNull();
  });

  test('a host code has two characters, also when it came as a number', () => {
    expect(record({ ResponseCode: '51' })?.responseCode).toBe('51');
    expect(record({ ResponseCode: 5 })?.responseCode).toBe('05');
    expect(record({ ResponseCode: 0 })?.responseCode).toBe('00');
    expect(record({ ResponseCode: '' })?.responseCode).toBeNull();
    expect(record({ ResponseCode: '<script>' })?.responseCode).toBeNull();
  });

  test('of the card number only the last four digits are kept', () => {
    expect(record({ TruncatedPAN: '541333******4444' })?.card).toEqual({ brand: '', last4: '4444' });
    expect(record({ TruncatedPAN: '4111111111111111', CardIssuerName: 'VISA' })?.card).toEqual({ brand: 'VISA', last4: '1111' });
    expect(record({ TruncatedPAN: '541333******444X', CardIssuerName: 'VISA' })?.card).toEqual({ brand: 'VISA', last4: null });
    expect(record({ TruncatedPAN: '', CardIssuerName: '' })?.card).toBeNull();
  });

  test('a card number in a text field does not survive', () => {
    const kept = JSON.stringify(record({ CardIssuerName: 'VISA 4111111111111111', StanAuth: '4111 1111 1111 1111', X: 1 }));
    expect(kept).not.toContain('411111');
    expect(kept).toContain('1111');
  });

  test('an order id is found beside the record, inside it and around the result', () => {
    const inside = { localModeEventArgs: { Result: 0, orderId: 'W-1' } };
    const beside = { localModeEventArgs: { Result: 0 }, orderId: 'W-1' };
    expect(readWire(JSON.stringify({ result: [inside] })).records[0]?.orderId).toBe('W-1');
    expect(readWire(JSON.stringify({ result: [beside] })).records[0]?.orderId).toBe('W-1');
    expect(readWire(JSON.stringify({ result: [{ localModeEventArgs: { Result: 0 } }], orderId: 'W-1' })).records[0]?.orderId).toBe('W-1');
    expect(readWire(JSON.stringify({ result: [{ ...inside, orderId: 'W-1' }] })).records[0]?.orderId).toBe('W-1');
  });

  test('an order id that is there but is no text is not absent, and two that differ are nobody’s', () => {
    expect(record({ Result: 0, orderId: { id: 'W-1' } })?.orderId).toBe('(unreadable)');
    expect(record({ Result: 0, orderId: false })?.orderId).toBe('(unreadable)');
    expect(record({ Result: 0, orderId: 17 })?.orderId).toBe('17');
    expect(record({ Result: 0, orderId: '' })?.orderId).toBeNull();
    expect(record({ Result: 0, orderId: null })?.orderId).toBeNull();
    const two = { result: [{ localModeEventArgs: { Result: 0, orderId: 'W-1' }, orderId: 'W-2' }] };
    expect(readWire(JSON.stringify(two)).records[0]?.orderId).toBe('W-1 / W-2');
  });
});
