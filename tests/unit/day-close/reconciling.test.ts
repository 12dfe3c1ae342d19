import { describe, expect, it } from 'vitest';
import type { DayCloseJournal } from '../../../electron/day-close/ports.ts';
import { createReconciling } from '../../../electron/day-close/reconciling.ts';
import type { ReconciliationAnswer } from '../../../electron/payments/core/reconciliation.ts';
import type { Reconciliation } from '../../../shared/day-close.ts';
import { failed, ok } from '../../../shared/result.ts';
import { createFakeClock } from '../../support/fakes/fake-clock.ts';

const terminal = { terminalId: '71000001', name: 'Päätelaite I' };
const evidence = { status: 200, elapsedMs: 5, bodySha256: null, bodyBytes: 2, failureText: null, transport: null };
const done: ReconciliationAnswer = { outcome: { end: 'done', text: 'YHTEENSÄ', sessionNumber: '7' }, evidence };
const full = failed({ kind: 'disk-full', cause: 'full' } as const);

/** A desk whose terminal answers when the test says so, and one story of what was written and sent. */
function desk() {
  const clock = createFakeClock();
  const story: string[] = [];
  const waiting: ((answer: ReconciliationAnswer) => void)[] = [];
  let isFull = false;
  const none = (): never => {
    throw new Error('not asked for');
  };
  const closes: DayCloseJournal = {
    ...{ page: none, hasPayments: none, lastRow: none, changesSince: none, reconciliationsSince: none, close: none },
    ...{ closedDays: none, closedDay: none, closedWithin: none },
    began({ id }) {
      story.push(isFull ? 'no row' : `row ${id}`);
      return isFull ? full : ok(null);
    },
    answered(id, _at, { outcome }) {
      story.push(isFull ? 'no answer' : `answer ${id} ${outcome.end}`);
      return isFull ? full : ok(null);
    },
  };
  let made = 0;
  const reconciling = createReconciling({
    closes,
    reconciler: {
      reconcile(terminalId) {
        story.push(`sent ${terminalId}`);
        return new Promise((resolve) => waiting.push(resolve));
      },
    },
    clock,
    newId: () => {
      made += 1;
      return `r-${made}`;
    },
    obstacle: () => null,
    changed: () => undefined,
  });
  return {
    clock,
    story,
    reconciling,
    begin: () => reconciling.begin(terminal, 'Maija V.', 'test'),
    async answer(answer = done) {
      waiting.shift()?.(answer);
      await clock.settle();
    },
    fill: (value: boolean): void => {
      isFull = value;
    },
  };
}

const stored = (id: string): Reconciliation => ({
  ...{ id, terminalId: terminal.terminalId, terminalName: terminal.name, by: null, startedAt: '2026-11-23T10:00:00.000Z' },
  ...{ end: 'running', reason: null, endedAt: null, sessionNumber: null, text: null },
});

describe('a reconciliation', () => {
  it('is on the disk before it is sent, and its answer after it came', async () => {
    const { begin, story, answer, reconciling } = desk();
    expect(begin().ok).toBe(true);
    expect(reconciling.isRunningAt('71000001')).toBe(true);
    expect(reconciling.isRunningAt('71000002')).toBe(false);
    expect(reconciling.asKnown(stored('r-1')).end).toBe('running');
    await answer();
    expect(story).toEqual(['row r-1', 'sent 71000001', 'answer r-1 done']);
    expect(reconciling.isRunning()).toBe(false);
  });

  it('is not sent where its row cannot be written', () => {
    const { begin, story, fill, reconciling } = desk();
    fill(true);
    expect(begin()).toEqual(failed('disk-full'));
    expect(story).toEqual(['no row']);
    expect(reconciling.isRunning()).toBe(false);
  });

  it('runs alone', async () => {
    const { begin, story, answer } = desk();
    begin();
    expect(begin()).toEqual(failed('reconciling'));
    await answer();
    expect(begin().ok).toBe(true);
    expect(story.filter((each) => each.startsWith('sent'))).toHaveLength(2);
  });

  it('whose answer the disk does not take is known all the same, and written as soon as it can be', async () => {
    const { begin, story, answer, fill, clock, reconciling } = desk();
    begin();
    fill(true);
    await answer();
    expect(reconciling.asKnown(stored('r-1'))).toMatchObject({ end: 'done', text: 'YHTEENSÄ', sessionNumber: '7' });
    await clock.advance(3_000);
    fill(false);
    await clock.advance(3_000);
    expect(story).toEqual(['row r-1', 'sent 71000001', 'no answer', 'no answer', 'answer r-1 done']);
    await clock.advance(60_000);
    expect(story.filter((each) => each.startsWith('sent'))).toHaveLength(1);
  });

  it('of an earlier run, or of a world that was closed meanwhile, is not confirmed and never sent again', async () => {
    const { begin, story, answer, reconciling } = desk();
    expect(reconciling.asKnown(stored('of-before'))).toMatchObject({ end: 'not-confirmed', reason: 'program-ended' });
    begin();
    reconciling.stop();
    await answer();
    expect(story).toEqual(['row r-1', 'sent 71000001']);
  });
});
