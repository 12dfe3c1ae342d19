import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSaleAnswer } from '../../../electron/nets/outcome.ts';
import { approved, OURS, read, result, UNREADABLE } from './sale-answers.ts';

/** The rule once more, written another way: does the body hold, at any depth, an object that says approved? */
function holdsApproval(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const members = new Map<string, unknown>(Object.entries(value));
  const code = members.get('Result');
  const total = members.get('TotalAmount');
  const readable =
    (typeof total === 'number' && Number.isSafeInteger(total) && total > 0) ||
    (typeof total === 'string' && /^[0-9]{1,9}$/.test(total) && /[1-9]/.test(total));
  return ((code === 0 || code === '0') && readable) || Object.values(value).some(holdsApproval);
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
};

describe('properties', () => {
  const scalar = fc.constantFrom<unknown>(0, '0', 2, '2', 99, 1, '', ' ', null, false, [], {}, 1250, '1250', '12.50', -1, '00', 'x');
  const often = (...values: readonly unknown[]) => fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...values) }, scalar);
  const junkRecord = fc.record(
    {
      Result: often(0, '0', 2),
      TotalAmount: often(1250, '1250'),
      TipAmount: scalar,
      StanAuth: scalar,
      ResponseCode: scalar,
      TruncatedPAN: scalar,
      orderId: fc.constantFrom<unknown>(OURS, 'X-9', '', null, 7, {}),
    },
    { requiredKeys: [] },
  );
  const holder = fc.record(
    {
      localModeEventArgs: fc.oneof({ weight: 4, arbitrary: junkRecord }, scalar),
      orderId: fc.constantFrom<unknown>(OURS, 'X-9', null),
      error: fc.constantFrom<unknown>('terminal busy', '8013 x', '', null, 'boom'),
      cardType: scalar,
    },
    { requiredKeys: [] },
  );
  const nearMiss = fc
    .record(
      {
        result: fc.oneof(fc.array(holder, { maxLength: 2 }), holder, scalar),
        failure: fc.oneof(holder, scalar, fc.constant('terminal busy')),
      },
      { requiredKeys: [] },
    )
    .map((body) => JSON.stringify(body));
  const cutOff = fc.tuple(nearMiss, fc.nat(400)).map(([body, length]) => body.slice(0, length));
  const body = fc.oneof({ weight: 2, arbitrary: nearMiss }, cutOff, fc.json(), fc.string({ unit: 'binary' }));
  const status = fc.constantFrom(200, 201, 204, 302, 400, 401, 403, 404, 409, 500, 502, 503);
  const around = fc.record({
    body,
    status,
    elapsedMs: fc.nat(400_000),
    contentType: fc.constantFrom('application/json', 'text/html', null),
    listed: fc.constantFrom(true, false, null),
  });

  test('10,000 junk bodies never throw, and approve only what holds Result 0 and a readable TotalAmount', () => {
    let approvals = 0;
    fc.assert(
      fc.property(around, (answer) => {
        const outcome = readSaleAnswer({ ...answer, orderId: OURS, terminalId: '71000001' });
        if (outcome.kind !== 'approved') return;
        approvals += 1;
        expect(holdsApproval(parsed(answer.body))).toBe(true);
        expect(Number.isSafeInteger(outcome.approval.chargedMinor)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
    // The near misses do hit: a property that nothing reaches would prove nothing.
    expect(approvals).toBeGreaterThan(25);
  });

  test('nothing that mentions approval anywhere, or comes later than 5 s, is ever called refused', () => {
    fc.assert(
      fc.property(around, (answer) => {
        const outcome = readSaleAnswer({ ...answer, orderId: OURS, terminalId: '71000001' });
        if (outcome.kind !== 'refused') return;
        expect(answer.elapsedMs).toBeLessThanOrEqual(5_000);
        expect(answer.status).toBeLessThan(500);
        expect(holdsApproval(parsed(answer.body))).toBe(false);
      }),
      { numRuns: 5_000 },
    );
  });

  test('an approval is read whatever the status, the time, the content type and the list', () => {
    fc.assert(
      fc.property(around, fc.integer({ min: 1, max: 999_999_999 }), fc.boolean(), fc.boolean(), (answer, total, asText, withId) => {
        const record = { ...approved, Result: asText ? '0' : 0, TotalAmount: asText ? String(total) : total };
        const text = JSON.stringify(result(record, withId ? { orderId: OURS } : {}));
        expect(readSaleAnswer({ ...answer, body: text, orderId: OURS, terminalId: '71000001' })).toMatchObject({
          kind: 'approved',
          approval: { chargedMinor: total },
        });
      }),
      { numRuns: 500 },
    );
  });

  test('a foreign orderId is never approved and never rejected', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.constantFrom(0, 2), (id, code) => {
        fc.pre(id.trim() !== '' && id.trim() !== OURS);
        expect(read(result({ ...approved, Result: code }, { orderId: id }))).toEqual(UNREADABLE);
      }),
      { numRuns: 500 },
    );
  });
});
