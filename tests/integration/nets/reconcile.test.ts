import { describe, expect, test } from 'vitest';
import { answerCallWith, approve, busyCall, cutCall, htmlCall } from '../../support/connect-cloud/index.ts';
import { ID, setUp } from './set-up.ts';

const asked = { method: 'POST', path: /\/administration$/ } as const;

describe('a reconciliation', () => {
  test('brings the report of the session that it closed', async () => {
    const { cloud, terminal } = await setUp();
    const { outcome, evidence } = await terminal.reconcile(ID);
    expect(outcome).toMatchObject({ end: 'done', sessionNumber: '1' });
    expect(outcome.end === 'done' && outcome.text).toContain('RECONCILIATION');
    expect(evidence.status).toBe(200);
    expect(cloud.requests.at(-1)).toMatchObject({ body: { action: 'reconciliation' }, scheme: 'bearer' });
    expect((await terminal.reconcile(ID)).outcome).toMatchObject({ sessionNumber: '2' });
  });

  test('meets a terminal that is busy with somebody else, and did nothing', async () => {
    const { cloud, terminal } = await setUp();
    cloud.terminal(ID).occupy();
    expect((await terminal.reconcile(ID)).outcome).toEqual({ end: 'not-done', reason: 'busy' });
    cloud.terminal(ID).vacate();
    cloud.terminal(ID).setConnected(false);
    expect((await terminal.reconcile(ID)).outcome).toEqual({ end: 'not-done', reason: 'not-connected' });
  });

  test('leaves nothing of the session that a void could take back', async () => {
    const { cloud, terminal, sell, onWritten } = await setUp();
    cloud.terminal(ID).play(approve());
    await sell();
    await terminal.reconcile(ID);
    const request = { terminalId: ID, amountMinor: 1_250, saleOrderId: 'W7-0001' };
    const { outcome } = await terminal.void(request, { onWritten, signal: new AbortController().signal });
    expect(outcome.kind).toBe('unknown');
    expect(cloud.ledger.voids.at(-1)?.voided).toBe(false);
  });

  test('a refused token is not tried again with a fresh one', async () => {
    const { cloud, terminal } = await setUp();
    await terminal.clear();
    cloud.revokeTokens();
    expect((await terminal.reconcile(ID)).outcome).toEqual({ end: 'not-done', reason: 'not-authorised' });
    expect(cloud.count(asked)).toBe(1);
    expect((await terminal.reconcile(ID)).outcome.end).toBe('done');
  });

  test('a thousand whose answer was lost are a thousand requests, and none is repeated', async () => {
    const { cloud, terminal } = await setUp();
    const lost = [
      cutCall('before'),
      cutCall('before', { how: 'fin' }),
      cutCall('headers'),
      cutCall('half'),
      htmlCall({ done: true }),
      answerCallWith(200, '', { done: true }),
      answerCallWith(429, {}, { done: true }),
      { ...busyCall(), done: true, canned: null, delivery: { kind: 'cut', at: 'before', how: 'reset' } } as const,
    ];
    const ends = new Set<string>();
    for (let count = 0; count < 1_000; count += 1) {
      const script = lost[count % lost.length];
      if (script !== undefined) cloud.terminal(ID).administrations.play(script);
      ends.add((await terminal.reconcile(ID)).outcome.end);
    }
    expect([...ends]).toEqual(['not-confirmed']);
    expect(cloud.count(asked)).toBe(1_000);
  }, 600_000);
});
