import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJsonObject } from '../../../electron/nets/unambiguous-json.ts';
import { readWire } from '../../../electron/nets/wire.ts';

const nothing = {
  isJson: false,
  records: [],
  hasResult: false,
  hasFailure: false,
  failureText: null,
  failureOrderId: null,
  errorCode: null,
  reasons: [],
};

describe('the shape of the answer', () => {
  test('a failure may be a bare string', () => {
    expect(readWire('{"failure":"terminal busy"}')).toMatchObject({ hasFailure: true, failureText: 'terminal busy', records: [] });
  });

  test('every member of a failure may be missing', () => {
    for (const failure of [
      '{}',
      '""',
      'null',
      '[]',
      '{"error":""}',
      '{"error":null,"localModeEventArgs":null}',
      '{"localModeEventArgs":{}}',
    ]) {
      expect(readWire(`{"failure":${failure}}`)).toMatchObject({ isJson: true, hasFailure: false, failureText: null, records: [] });
    }
  });

  test('a failure’s record is a record', () => {
    const wire = readWire('{"failure":{"error":"Declined","localModeEventArgs":{"Result":2,"RejectionReason":"No funds"}}}');
    expect(wire).toMatchObject({ hasFailure: true, hasResult: false, failureText: 'Declined', reasons: ['Declined', 'No funds'] });
    expect(wire.records[0]?.result).toBe(2);
  });

  test('a code by itself is found as a member, before the text and in brackets', () => {
    expect(readWire('{"failure":{"errorCode":8013}}').errorCode).toBe('8013');
    expect(readWire('{"failure":{"error":{"code":"8013","message":"x"}}}')).toMatchObject({ errorCode: '8013', failureText: 'x' });
    expect(readWire('{"failure":"8013 Invalid terminal ID or terminal not connected"}').errorCode).toBe('8013');
    expect(readWire('{"failure":"Error 8013: no"}').errorCode).toBe('8013');
    expect(readWire('{"failure":"Invalid terminal ID (8013)"}').errorCode).toBe('8013');
  });

  test('four digits of something longer are no code', () => {
    expect(readWire('{"failure":"80130001 is busy"}').errorCode).toBeNull();
    expect(readWire('{"failure":"terminal 71008013 is busy"}').errorCode).toBeNull();
  });

  test('an error without failure is read where there is no result, and is a mere word beside one', () => {
    expect(readWire('{"error":"9100 Unauthorised"}')).toMatchObject({ hasFailure: true, errorCode: '9100' });
    expect(readWire('{"result":[{"localModeEventArgs":{"Result":0}}],"message":"OK","code":2000}')).toMatchObject({
      hasFailure: false,
      failureText: null,
      errorCode: null,
    });
  });

  test('what stands where a record must stand and cannot be read is an unreadable record, not none', () => {
    for (const result of ['[{}]', '[null]', '["x"]', '"x"', '7', '[[]]', '{"localModeEventArgs":"x"}', '{"localModeEventArgs":[]}']) {
      const wire = readWire(`{"result":${result}}`);
      expect(wire.records, result).toHaveLength(1);
      expect(wire.records[0]?.result, result).toBeNull();
    }
    expect(readWire('{"failure":{"error":"terminal busy","localModeEventArgs":"{\\"Result\\":0}"}}').records).toHaveLength(1);
  });

  test('an empty result holds no record', () => {
    for (const result of ['[]', '{}', 'null', '""'])
      expect(readWire(`{"result":${result}}`)).toMatchObject({ hasResult: false, records: [] });
  });

  test('a byte order mark is harmless', () => {
    expect(readWire('\uFEFF{"failure":"terminal busy"}').failureText).toBe('terminal busy');
  });

  test('a name that decides about money and stands twice makes the whole body unreadable', () => {
    expect(readWire('{"result":[{"localModeEventArgs":{"Result":2,"Result":0,"TotalAmount":1250}}]}')).toMatchObject({
      isJson: false,
      records: [],
    });
    expect(readWire('{"result":[],"result":[{"localModeEventArgs":{"Result":0,"TotalAmount":1250}}]}').isJson).toBe(false);
  });

  test.each([
    ['written with an escape', '{"result":[{"localModeEventArgs":{"Result":2,"\\u0052esult":0,"TotalAmount":1250}}]}'],
    [
      'in another spelling of the order id',
      '{"result":[{"localModeEventArgs":{"Result":0,"TotalAmount":1},"OrderId":"X-9","OrderId":"W-1"}]}',
    ],
    ['of the words that could prove "never started"', '{"failure":{"error":"9000 connection lost","error":"terminal busy"}}'],
    ['of a code that could prove it', '{"failure":{"code":9000,"code":8013}}'],
  ])('also %s', (_how, body) => {
    expect(readWire(body)).toEqual(nothing);
  });

  test('the same name quoted inside a text is no second one', () => {
    expect(readWire('{"failure":{"error":"say \\"error\\": \\"busy\\"","text":"\\\\"}}').isJson).toBe(true);
    const body = { result: [{ localModeEventArgs: { Result: 0, TotalAmount: 5, OptionalData: '{"Result":2,"TotalAmount":9}' } }] };
    expect(readWire(JSON.stringify(body)).records[0]).toMatchObject({ result: 0, totalMinor: 5 });
  });
});

describe('junk', () => {
  test.each([
    ['an empty body', ''],
    ['HTML', '<html><body>502 Bad Gateway</body></html>'],
    ['an array', '[{"localModeEventArgs":{"Result":0,"TotalAmount":1}}]'],
    ['null', 'null'],
    ['a number', '0'],
    ['a string', '"Result"'],
    ['a cut-off body', '{"result":[{"localModeEventArgs":{"Result":0,"TotalAmount":1250'],
    ['two bodies', '{"result":[]}{"result":[]}'],
    ['a million brackets', '['.repeat(1_000_000)],
    ['deep nesting that is closed', `{"result":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    ['NUL characters', '\0\0\0'],
    ['UTF-16 read as UTF-8', '\uFFFD\uFFFD{\0"\0r\0'],
    ['a lone surrogate', '\uD800'],
  ])('%s holds nothing', (_name, body) => {
    expect(readWire(body)).toMatchObject({ records: _name.startsWith('deep') ? expect.anything() : nothing.records, hasFailure: false });
    expect(readWire(body).records.every((each) => each.result === null)).toBe(true);
  });

  test('__proto__ and constructor are names like any other', () => {
    const wire = readWire('{"__proto__":{"result":[{"localModeEventArgs":{"Result":0,"TotalAmount":1}}]},"constructor":1}');
    expect(wire).toMatchObject({ isJson: true, records: [] });
    expect(readWire('{"result":[{"localModeEventArgs":{"__proto__":{"Result":0,"TotalAmount":1}}}]}').records[0]).toMatchObject({
      result: null,
      totalMinor: null,
    });
    expect('result' in {}).toBe(false);
  });

  test('a huge text is bounded', () => {
    const huge = 'x'.repeat(1_000_000);
    const wire = readWire(
      JSON.stringify({ failure: { error: huge, localModeEventArgs: { Result: 2, StanAuth: huge, orderId: huge, TruncatedPAN: huge } } }),
    );
    expect(wire.failureText).toHaveLength(2_000);
    expect(JSON.stringify(wire).length).toBeLessThan(5_000);
  });

  test('10,000 junk bodies never throw and never hold a Result that was not written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc.string().map((text) => `{"result":${text}`),
        ),
        (body) => {
          const wire = readWire(body);
          if (!wire.isJson) expect(wire).toEqual(nothing);
          expect(wire.records.some((each) => each.result === 0 && !body.includes('Result'))).toBe(false);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  test('whatever parses is the same object that JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        expect(parseJsonObject(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 500 },
    );
  });
});
