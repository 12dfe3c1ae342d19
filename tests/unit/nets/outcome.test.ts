import { describe, expect, test } from 'vitest';
import { approval, approved, failure, OURS, read, rejected, result, UNREADABLE } from './sale-answers.ts';

describe('a record with Result 0 and a readable TotalAmount, whatever the status: approved', () => {
  test.each([200, 201, 400, 409, 500, 502, 302])('status %i', (status) => {
    expect(read(result(approved, { orderId: OURS, cardType: 'VISA' }), { status })).toEqual({ kind: 'approved', approval });
  });

  test('without orderId in the answer to our own POST', () => {
    expect(read(result(approved, { cardType: 'VISA' }))).toEqual({ kind: 'approved', approval });
  });

  test('however late: the 5 s are for refusals', () => {
    expect(read(result(approved), { elapsedMs: 119_000 }).kind).toBe('approved');
  });

  test('numbers as strings', () => {
    expect(read(result({ ...approved, Result: '0', TotalAmount: '1250', TipAmount: '0' }))).toMatchObject({
      kind: 'approved',
      approval: { chargedMinor: 1250 },
    });
  });

  test('tip and surcharge are told, and missing ones are 0', () => {
    expect(read(result({ Result: 0, TotalAmount: 1425, TipAmount: 125, SurchargeAmount: '50' }))).toEqual({
      kind: 'approved',
      approval: { chargedMinor: 1425, tipMinor: 125, surchargeMinor: 50, stan: null, card: null },
    });
    expect(read(result({ Result: 0, TotalAmount: 1250, TipAmount: '', SurchargeAmount: null }))).toMatchObject({
      approval: { tipMinor: 0, surchargeMinor: 0 },
    });
  });

  test('charged less than asked is approved with what was charged', () => {
    expect(read(result({ ...approved, TotalAmount: 625 }))).toMatchObject({ kind: 'approved', approval: { chargedMinor: 625 } });
  });

  test('with an empty CVM, an ISO time, receipts, DCC and unknown fields around it', () => {
    const record = { ...approved, CVM: '', TimeStamp: '2026-11-23T10:00:09Z', OptionalData: '{"od":{"dcc":{}}}', New: [1, 2] };
    expect(read({ ...result(record, { customerReceipt: 'a\r\nb' }), version: 4, message: 'OK' }).kind).toBe('approved');
  });

  test('with an empty failure beside it, as some serialisers write one', () => {
    for (const empty of [null, '', {}, { error: null }, { error: '', localModeEventArgs: null }]) {
      expect(read({ ...result(approved), failure: empty }).kind).toBe('approved');
    }
  });

  test('inside a failure as well: the record decides', () => {
    expect(read(failure('Receipt printer is out of paper', approved), { status: 400 }).kind).toBe('approved');
  });

  test('as a bare object instead of an array', () => {
    expect(read({ result: { localModeEventArgs: approved } }).kind).toBe('approved');
  });

  test('several elements that are the same transaction', () => {
    expect(
      read({ result: [{ localModeEventArgs: approved }, { localModeEventArgs: { ...approved, Result: '0' }, orderId: OURS }] }).kind,
    ).toBe('approved');
  });
});

describe('a record with Result 2: not charged, and its texts and codes tell how', () => {
  const rejectedAs = (how: string, hostCode: string | null = null) => ({ kind: 'rejected', how, hostCode });

  test.each(['05', '51', '54', '55', '61', '91'])('the host said %s', (code) => {
    expect(read(failure('Declined', { ...rejected, ResponseCode: code }), { status: 400 })).toEqual(rejectedAs('host', code));
  });

  test('the host’s code counts more than words', () => {
    expect(read(failure('Transaction cancelled', { ...rejected, ResponseCode: 51 }))).toEqual(rejectedAs('host', '51'));
  });

  test('the guest pressed stop', () => {
    expect(read(failure('Tapahtuma peruutettu', rejected), { status: 400, elapsedMs: 60_000 })).toEqual(rejectedAs('cancelled'));
  });

  test('nobody paid in time', () => {
    expect(read(failure('Transaction timed out', rejected), { status: 400, elapsedMs: 121_000 })).toEqual(rejectedAs('timed-out'));
  });

  test('the reason may stand in the record alone', () => {
    expect(read({ failure: { localModeEventArgs: { ...rejected, RejectionReason: 'Transaktionen avbruten' } } })).toEqual(
      rejectedAs('cancelled'),
    );
  });

  test('without words or codes it is unstated', () => {
    expect(read({ failure: { localModeEventArgs: rejected } }, { status: 400 })).toEqual(rejectedAs('unstated'));
  });

  test('00 is no refusal by the host', () => {
    expect(read(failure('', { ...rejected, ResponseCode: '00' }))).toEqual(rejectedAs('unstated'));
  });

  test('as a 200 in result, and as the string "2"', () => {
    expect(read(result({ ...rejected, Result: '2', ResponseCode: '54' }))).toEqual(rejectedAs('host', '54'));
  });

  test('also with a 401 or a 500 around it: the body decides', () => {
    expect(read(failure('Declined', rejected), { status: 401 }).kind).toBe('rejected');
    expect(read(failure('Declined', rejected), { status: 500 }).kind).toBe('rejected');
  });

  test('the same rejection in result and failure', () => {
    expect(read({ ...result(rejected), ...failure('Transaction cancelled', rejected) })).toEqual(rejectedAs('cancelled'));
  });

  test('of somebody else’s order it says nothing about ours', () => {
    expect(read(result(rejected, { orderId: 'X-9' }))).toEqual(UNREADABLE);
    expect(read(result(rejected, { orderId: OURS })).kind).toBe('rejected');
  });
});

describe('no record, a listed code or text, within 5 s of sending: refused, never started', () => {
  test.each([
    ['busy as an object', 400, failure('Terminal busy')],
    ['busy with 409', 409, failure('terminal busy')],
    ['busy as a bare string', 400, { failure: 'terminal busy' }],
    ['busy in Finnish', 400, { failure: 'Päätelaite varattu' }],
    ['busy with 200: the body decides', 200, { failure: 'terminal busy' }],
  ])('%s', (_name, status, body) => {
    expect(read(body, { status })).toEqual({ kind: 'refused', reason: 'busy' });
  });

  test('8013 at a listed terminal: not connected', () => {
    const body = failure('8013 Invalid terminal ID or terminal not connected');
    expect(read(body, { status: 400, listed: true })).toEqual({ kind: 'refused', reason: 'not-connected' });
    expect(read(body, { status: 400, listed: null })).toEqual({ kind: 'refused', reason: 'not-connected' });
  });

  test('8013 at a terminal that Nets does not list: unknown terminal', () => {
    expect(read(failure({ code: 8013 }), { status: 400, listed: false })).toEqual({ kind: 'refused', reason: 'unknown-terminal' });
    expect(read({ failure: { errorCode: '8013' } }, { status: 403, listed: false })).toEqual({
      kind: 'refused',
      reason: 'unknown-terminal',
    });
  });

  test.each([
    ['a filter in another language', { error: 'Pääsy estetty' }],
    ['words that anybody may use', { error: 'Access denied' }],
    ['a filter’s code beside a gateway’s word', { error: 'Forbidden', code: 'WEB_FILTER' }],
    ['a list of reasons', { error: 'Forbidden', message: ['Blocked by web filter'] }],
    ['a lost connection', { failure: { error: '9000 Connection lost' } }],
    ['a lost connection beside a refusal', { failure: { error: '9000 Connection lost', message: 'Unauthorised' } }],
    ['a failure without a word', { failure: null }],
  ])('403 with %s proves nothing: the sale may long have reached the terminal', (_what, body) => {
    expect(read(body, { status: 403, elapsedMs: 900 })).toEqual({ kind: 'unknown', cause: 'unreadable' });
  });

  test.each([401, 403])('%i as JSON: not authorised', (status) => {
    expect(read({ error: '9100 Unauthorised' }, { status })).toEqual({ kind: 'refused', reason: 'not-authorised' });
    expect(read({}, { status, contentType: null })).toEqual({ kind: 'refused', reason: 'not-authorised' });
  });

  test('at 5 s exactly it still counts, a millisecond later it does not', () => {
    const busy = { failure: 'terminal busy' };
    expect(read(busy, { status: 400, elapsedMs: 5_000 }).kind).toBe('refused');
    expect(read(busy, { status: 400, elapsedMs: 5_001 })).toEqual(UNREADABLE);
  });
});

describe('Result 0 with a sum of nothing: not known, whatever the call', () => {
  test.each([0, '0', '000', -0, -1250, '-1250'])('TotalAmount %s', (TotalAmount) => {
    expect(read(result({ ...approved, TotalAmount }, { orderId: OURS }))).toEqual(UNREADABLE);
    expect(read(failure('x', { ...approved, TotalAmount }), { status: 400 })).toEqual(UNREADABLE);
    expect(read(result({ ...approved, TotalAmount, TipAmount: 200 }, { orderId: OURS }))).toEqual(UNREADABLE);
  });
});
