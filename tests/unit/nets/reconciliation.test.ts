import { describe, expect, it } from 'vitest';
import type { HttpOutcome, HttpRequest } from '../../../electron/http/http-call.ts';
import { createReconcileCall } from '../../../electron/nets/reconcile-call.ts';
import { readReconciliation } from '../../../electron/nets/reconciliation.ts';
import { failed, ok } from '../../../shared/result.ts';

const ID = '71000001';
const report = (part: object = {}, header: object = {}) => ({
  result: {
    reconciliation: {
      header: { timestamp: '2026-11-23T20:00:00Z', sessionNumber: 104, ...header },
      printText: { Text: 'TÄSMÄYTYS\r\nYHTEENSÄ   12,50' },
      ...part,
    },
  },
});
const read = (body: unknown, rest: Partial<Parameters<typeof readReconciliation>[0]> = {}) =>
  readReconciliation({
    status: 200,
    contentType: 'application/json',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    elapsedMs: 800,
    terminalId: ID,
    ...rest,
  });
const not = (reason: string) => ({ end: 'not-confirmed', reason });

describe('the answer to a reconciliation', () => {
  it('is done with its report, as the terminal formatted it', () => {
    expect(read(report())).toEqual({ end: 'done', text: 'TÄSMÄYTYS\nYHTEENSÄ   12,50', sessionNumber: '104' });
    expect(read(report(), { elapsedMs: 119_000 })).toMatchObject({ end: 'done' });
    expect(read({ result: [report().result] })).toMatchObject({ end: 'done' });
    expect(read(report({}, { terminalId: ID }))).toMatchObject({ end: 'done' });
  });

  it('is kept without any digit of a card', () => {
    const text = 'VISA ************4242 12,50\nMC 5413330089604111 1,00\nXXXXXXXXXXXX1111';
    const { text: kept } = read(report({ printText: { Text: text } })) as { text: string };
    expect(kept).not.toMatch(/4242|1111|5413/);
    expect(kept).toContain('12,50');
  });

  it.each<[string, unknown, string, object?]>([
    ['a page', '<html>Welcome</html>', 'unreadable', { contentType: 'text/html' }],
    ['a report as a page', report(), 'unreadable', { contentType: 'text/html; charset=utf-8' }],
    ['half an answer', JSON.stringify(report()).slice(0, 60), 'unreadable'],
    ['nothing', '', 'unreadable'],
    ['foreign JSON', { status: 'ok' }, 'unreadable'],
    ['an administrative success without a report', { result: [{ localModeEventArgs: { Result: 1 } }] }, 'unreadable'],
    ['a report without a header', { result: { reconciliation: { printText: { Text: 'X' } } } }, 'unreadable'],
    ['a report with a failure beside it', { ...report(), failure: { error: 'Host busy' } }, 'unreadable'],
    ['a report with a server’s error', report(), 'unreadable', { status: 500 }],
    ['two reports', { result: [report().result, report().result] }, 'unreadable'],
    [
      'a member that stands twice',
      '{"result":{"reconciliation":{"header":{},"printText":{"Text":"A"},"printText":{"Text":"B"}}}}',
      'unreadable',
    ],
    ['a blank text', report({ printText: { Text: ' \r\n\t ' } }), 'blank'],
    ['no text', report({ printText: {} }), 'blank'],
    ['a text that is no text', report({ printText: { Text: 12 } }), 'blank'],
    ['another terminal’s report', report({}, { TerminalID: '71000002' }), 'other-terminal'],
    ['another terminal’s report, said beside it', { ...report(), terminalId: '71000002' }, 'other-terminal'],
    ['busy, but too late to prove anything', { failure: { error: 'Terminal busy' } }, 'unreadable', { status: 400, elapsedMs: 5_001 }],
    ['busy by a page', { failure: { error: 'Terminal busy' } }, 'unreadable', { contentType: 'text/html' }],
    ['a connection that Nets lost', { failure: { error: '9000 Connection lost' } }, 'unreadable', { status: 400 }],
    ['a firewall’s refusal', '<html>Log in</html>', 'unreadable', { status: 401, contentType: 'text/html' }],
    ['a refusal with a record', { failure: { error: 'Terminal busy', localModeEventArgs: { Result: 2 } } }, 'unreadable', { status: 400 }],
  ])('leaves it open: %s', (_what, body, reason, rest = {}) => {
    expect(read(body, rest)).toEqual(not(reason));
  });

  it.each<[string, unknown, string, number]>([
    ['busy', { failure: { error: 'Terminal busy' } }, 'busy', 400],
    ['off or unknown', { failure: { error: '8013 Invalid terminal ID' } }, 'not-connected', 400],
    ['a refused token', { error: '9100 unauthorised' }, 'not-authorised', 401],
  ])('proves that nothing was done: %s', (_what, body, reason, status) => {
    expect(read(body, { status })).toEqual({ end: 'not-done', reason });
  });
});

describe('the call', () => {
  const answered = (status: number, body: unknown): HttpOutcome => ({
    ...{ kind: 'answered', status, contentType: 'application/json', date: null, retryAfter: null, elapsedMs: 900 },
    body: Buffer.from(JSON.stringify(body)),
  });
  function set(
    outcome: HttpOutcome,
    token: ReturnType<typeof ok<string>> | ReturnType<typeof failed<'not-authorised' | 'unreachable'>> = ok('t'),
  ) {
    const sent: HttpRequest[] = [];
    const forgotten: string[] = [];
    const reconcile = createReconcileCall({
      call: async (request) => {
        sent.push(request);
        return outcome;
      },
      login: {
        get: async () => token,
        invalidate: (bad) => void forgotten.push(bad),
        unansweredBecause: () => null,
        askedToWaitMs: () => null,
      },
      signal: new AbortController().signal,
    });
    return { sent, forgotten, reconcile };
  }

  it('names its terminal and waits for two minutes at most', async () => {
    const { sent, reconcile } = set(answered(200, report()));
    expect((await reconcile(ID)).outcome.end).toBe('done');
    expect(sent).toMatchObject([{ method: 'POST', path: `/v1/terminal/${ID}/administration`, body: '{"action":"reconciliation"}' }]);
    expect(sent[0]?.limits).toMatchObject({ answerMs: 120_000, totalMs: 120_000 });
  });

  it.each<[string, HttpOutcome, object]>([
    ['a limit that has passed', { kind: 'no-answer', written: true, code: 'TIME_LIMIT', elapsedMs: 120_000 }, not('answer-lost')],
    ['a connection that broke', { kind: 'no-answer', written: true, code: 'ECONNRESET', elapsedMs: 9 }, not('answer-lost')],
    [
      'an answer that is too long',
      { kind: 'no-answer', written: true, code: 'UND_ERR_RES_EXCEEDED_MAX_SIZE', elapsedMs: 9 },
      not('unreadable'),
    ],
    ['no connection', { kind: 'no-answer', written: false, code: 'ECONNREFUSED', elapsedMs: 9 }, { end: 'not-done', reason: 'not-sent' }],
    ['a refused token', answered(401, { error: '9100 unauthorised' }), { end: 'not-done', reason: 'not-authorised' }],
    ['a server’s error', answered(500, {}), not('unreadable')],
  ])('is sent once, and never again: %s', async (_what, outcome, expected) => {
    const { sent, reconcile } = set(outcome);
    expect((await reconcile(ID)).outcome).toEqual(expected);
    expect(sent).toHaveLength(1);
  });

  it('forgets a token that Nets refused', async () => {
    const { forgotten, reconcile } = set(answered(401, { error: '9100 unauthorised' }));
    await reconcile(ID);
    expect(forgotten).toEqual(['t']);
  });

  it('sends nothing without a log-in, and nothing to an id that is no terminal’s', async () => {
    const refusedLogin = set(answered(200, report()), failed('not-authorised'));
    expect((await refusedLogin.reconcile(ID)).outcome).toEqual({ end: 'not-done', reason: 'not-authorised' });
    const unreached = set(answered(200, report()), failed('unreachable'));
    expect((await unreached.reconcile(ID)).outcome).toEqual({ end: 'not-done', reason: 'not-sent' });
    const strange = set(answered(200, report()));
    expect((await strange.reconcile('..')).outcome).toEqual({ end: 'not-done', reason: 'not-sent' });
    expect([refusedLogin, unreached, strange].flatMap(({ sent }) => sent)).toEqual([]);
  });
});
