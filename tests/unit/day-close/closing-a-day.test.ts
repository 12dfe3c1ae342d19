import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayRowOf } from '../../../electron/payments/core/day-row.ts';
import { type Closable, unclosedPart, type Word, whyNotClosable } from '../../../electron/payments/rules/closing-a-day.ts';
import { type Day, dayOf } from '../../../electron/payments/rules/day.ts';
import { openItems } from '../../../electron/payments/rules/open-items.ts';
import { openReasons, terminalVerdicts } from '../../../shared/day-close.ts';
import { randomYear } from './random-year.ts';

const word = fc.record({
  said: fc.array(
    fc.record({
      terminalId: fc.constantFrom('71000001', '71000002', '71000003', '71000009'),
      verdict: fc.constantFrom(...terminalVerdicts),
      reason: fc.constantFrom('', 'puuttuu raportista'),
    }),
  ),
  skipped: fc.array(fc.nat(20), { maxLength: 3 }),
  emptied: fc.array(fc.nat(20), { maxLength: 2 }),
  stray: fc.array(
    fc.record({ paymentId: fc.constantFrom('p-0', 'p-1', 'p-2'), why: fc.constantFrom(...openReasons), reason: fc.constant('x') }),
  ),
});

describe('the close of a day', () => {
  it('leads from no unknown payment to a closed day without a reason for it, whatever the word is', () => {
    let closed = 0;
    fc.assert(
      fc.property(randomYear, word, fc.boolean(), ({ payments }, { said, skipped, emptied, stray }, alarms) => {
        const rows = payments.map(dayRowOf);
        const beside = { isAlarm: (id: string) => alarms && id.endsWith('3'), isNotInWillba: () => false, naming: () => [] };
        const open = openItems(rows, beside);
        const terminals = [...new Set(rows.map(({ terminalId }) => terminalId))].flatMap((terminalId) =>
          terminalId === null ? [] : [{ terminalId, needsWord: true, isReconciling: false }],
        );
        const signed = [
          ...open
            .map(({ paymentId, why }, index) => ({ paymentId, why, reason: emptied.includes(index) ? '' : 'kysytään' }))
            .filter((_one, index) => !skipped.includes(index)),
          ...stray,
        ];
        const day: Closable = { isClosed: false, open, terminals };
        if (whyNotClosable(day, { said, signed }) !== null) return;
        closed += 1;
        // Judged again without the program's own list: by the payments themselves.
        const unknown = payments.filter(({ state }) => ['unresolved', 'checking', 'sent', 'cancelling', 'created'].includes(state.name));
        for (const { facts, releasedAt } of unknown) {
          const why = releasedAt === null ? 'unclear' : 'released';
          expect(signed.some((one) => one.paymentId === facts.id && one.why === why && one.reason !== '')).toBe(true);
        }
        for (const { terminalId } of terminals) expect(said.some((one) => one.terminalId === terminalId)).toBe(true);
        expect(said.some(({ verdict, reason }) => verdict === 'differs' && reason === '')).toBe(false);
      }),
      { numRuns: 3_000 },
    );
    // And some of them can be closed, or this would prove nothing.
    expect(closed).toBeGreaterThan(20);
  });

  const nobody: Word = { said: [], signed: [] };
  const open = { isClosed: false, open: [], terminals: [] } as const;
  it.each<[string, Closable, string | null]>([
    ['with nothing in it', open, null],
    ['that is closed', { ...open, isClosed: true }, 'day-closed'],
    [
      'with a reconciliation that runs',
      { ...open, terminals: [{ terminalId: 't', needsWord: false, isReconciling: true }] },
      'day-running',
    ],
    [
      'with a terminal of which nothing was said',
      { ...open, terminals: [{ terminalId: 't', needsWord: true, isReconciling: false }] },
      'day-verdict-missing',
    ],
  ])('a day %s', (_what, day, why) => {
    expect(whyNotClosable(day, nobody)).toBe(why);
  });
});

describe('the part of a day that is not closed yet', () => {
  const helsinki = (cutOverHour: number) => ({ timeZone: 'Europe/Helsinki', cutOverHour });

  it('has every moment in exactly one closed day, however often the cut-over was changed', () => {
    const hour = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(
        fc.array(hour, { minLength: 3, maxLength: 25 }),
        fc.constantFrom('2026-03-24', '2026-10-20', '2026-11-20'),
        (hours, first) => {
          const closed: Day[] = [];
          let now = `${first}T13:30:00.000Z`;
          for (const cutOverHour of hours) {
            const part = unclosedPart(dayOf(now, helsinki(cutOverHour)), closed);
            if (part !== null) closed.push(part);
            now = new Date(Date.parse(now) + 24 * 3_600_000).toISOString();
          }
          const inOrder = closed.toSorted((a, b) => (a.start < b.start ? -1 : 1));
          for (const [index, { start, end }] of inOrder.entries()) {
            expect(start < end).toBe(true);
            const next = inOrder[index + 1];
            if (next !== undefined) expect(next.start).toBe(end);
          }
        },
      ),
      { numRuns: 300, examples: [[[0, 0, 0, 0, 0, 12, 0], '2026-10-20']] },
    );
  });

  it('is the whole day where nothing was closed, and nothing where it is closed', () => {
    const day = dayOf('2026-11-23T10:00:00.000Z', helsinki(0));
    const before = dayOf('2026-11-22T10:00:00.000Z', helsinki(0));
    expect(unclosedPart(day, [])).toEqual(day);
    expect(unclosedPart(day, [before])).toEqual(day);
    expect(unclosedPart(day, [before, day])).toBeNull();
    expect(unclosedPart(day, [dayOf('2026-11-20T10:00:00.000Z', helsinki(0))])).toEqual(day);
  });

  it('begins where the last one ended when the night audit moves from midnight to four', () => {
    const closed = dayOf('2026-11-22T10:00:00.000Z', helsinki(0));
    const next = dayOf('2026-11-23T10:00:00.000Z', helsinki(4));
    expect(unclosedPart(next, [closed])).toEqual({ start: closed.end, end: next.end });
    const back = dayOf('2026-11-23T10:00:00.000Z', helsinki(0));
    const audited = dayOf('2026-11-22T10:00:00.000Z', helsinki(4));
    expect(unclosedPart(back, [audited])).toEqual({ start: audited.end, end: back.end });
  });
});
