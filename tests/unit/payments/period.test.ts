import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, dayOf } from '../../../electron/payments/rules/day.ts';
import { stretchOf } from '../../../electron/payments/rules/period.ts';

const HELSINKI = { timeZone: 'Europe/Helsinki', cutOverHour: 0 };

describe('the days of a list', () => {
  it.each([
    [{ kind: 'today' }, '2026-11-22T22:00:00.000Z', '2026-11-23T22:00:00.000Z'],
    [{ kind: 'yesterday' }, '2026-11-21T22:00:00.000Z', '2026-11-22T22:00:00.000Z'],
    [{ kind: 'week' }, '2026-11-16T22:00:00.000Z', '2026-11-23T22:00:00.000Z'],
    [{ kind: 'dates', from: '2026-11-01', to: '2026-11-02' }, '2026-10-31T22:00:00.000Z', '2026-11-02T22:00:00.000Z'],
    // The clocks change on 29 March and 25 October.
    [{ kind: 'dates', from: '2026-03-29', to: '2026-03-29' }, '2026-03-28T22:00:00.000Z', '2026-03-29T21:00:00.000Z'],
    [{ kind: 'dates', from: '2026-10-25', to: '2026-10-25' }, '2026-10-24T21:00:00.000Z', '2026-10-25T22:00:00.000Z'],
  ] as const)('%j', (period, start, end) => {
    expect(stretchOf(period, '2026-11-23T10:00:00.000Z', HELSINKI)).toEqual({ start, end });
  });

  it('are all days, or begin where the night audit begins them', () => {
    expect(stretchOf({ kind: 'all' }, '2026-11-23T10:00:00.000Z', HELSINKI)).toBeNull();
    const night = { ...HELSINKI, cutOverHour: 4 };
    expect(stretchOf({ kind: 'today' }, '2026-11-23T01:59:00.000Z', night)).toEqual({
      start: '2026-11-22T02:00:00.000Z',
      end: '2026-11-23T02:00:00.000Z',
    });
    expect(stretchOf({ kind: 'dates', from: '2026-11-22', to: '2026-11-22' }, '2026-11-23T10:00:00.000Z', night)).toEqual({
      start: '2026-11-22T02:00:00.000Z',
      end: '2026-11-23T02:00:00.000Z',
    });
  });

  it('of two dates are the days that bear them, in every zone, with every cut-over, and none is missing between', () => {
    const zones = [
      'Europe/Helsinki',
      'America/Los_Angeles',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
      'Asia/Kathmandu',
      'America/Santiago',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 12 }),
        fc.date({ min: new Date('2024-01-01'), max: new Date('2032-12-31'), noInvalidDate: true }),
        (timeZone, cutOverHour, moment) => {
          const rule = { timeZone, cutOverHour };
          const day = dayOf(moment.toISOString(), rule);
          const date = dateOf(day.start, rule);
          expect(stretchOf({ kind: 'dates', from: date, to: date }, '2026-11-23T10:00:00.000Z', rule)).toEqual(day);
          const yesterday = stretchOf({ kind: 'yesterday' }, moment.toISOString(), rule);
          expect(yesterday?.end).toBe(day.start);
        },
      ),
      { numRuns: 200 },
    );
  });
});
