import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { createNetsCardTerminal, type NetsCardTerminal } from '../../../electron/nets/nets-card-terminal.ts';
import { judgeLookup } from '../../../electron/payments/core/evidence.ts';
import { routeOf } from '../../support/raw-server/routes.ts';
import { type Answer, answersWith, plainly } from './answers.ts';
import { LIMITS, runs, TEST_LIMIT_MS } from './how-many.ts';
import { AMOUNT, type NetsCall, netsBodies, OURS, TERMINAL } from './nets-bodies.ts';
import { ofCancel, ofList, ofLogin, ofLookup, ofMoneyBy, type Verdict } from './nets-verdicts.ts';
import { startHostileServer } from './server.ts';
import { watchForStrays } from './strays.ts';

const LOGIN = '{"token":"good","terminals":["71000001"]}';
const RECORD = `{"Result":0,"TotalAmount":${AMOUNT},"StanAuth":"000123"}`;
const APPROVAL = `{"result":[{"localModeEventArgs":${RECORD},"orderId":"${OURS}"}]}`;
const LATEST = `{"result":{"latestTransactionResult":${RECORD},"orderId":"${OURS}"}}`;
const credentials = { username: 'desk', password: 'Sala-Sana-1' };
const sending = { onWritten: () => undefined, signal: new AbortController().signal };

const sale = (terminal: NetsCardTerminal) =>
  terminal.sale({ kind: 'sale', terminalId: TERMINAL, amountMinor: AMOUNT, orderId: OURS }, sending);
const takeBack = (terminal: NetsCardTerminal) => terminal.void({ terminalId: TERMINAL, amountMinor: AMOUNT, saleOrderId: OURS }, sending);
const lookup = (terminal: NetsCardTerminal) => terminal.lookup(TERMINAL);
const logInAndSell = async (terminal: NetsCardTerminal) => ({ cleared: await terminal.clear(), sold: await sale(terminal) });

const strays = watchForStrays();
const closers: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closers) await close();
  strays.stop();
});

/** A server that is hostile to one kind of call, and for every answer a new client that has logged in well. */
async function stage(call: NetsCall) {
  const server = await startHostileServer((request) => {
    const isLogin = routeOf(request) === 'login';
    if (call === 'login') return isLogin ? null : plainly(APPROVAL);
    return isLogin ? plainly(LOGIN) : null;
  });
  closers.push(() => server.close());

  async function play<T>(answer: Answer, use: (terminal: NetsCardTerminal) => Promise<T>) {
    const terminal = createNetsCardTerminal({ baseUrl: server.baseUrl, credentials: () => credentials });
    try {
      server.play([]);
      if (call !== 'login') expect(await terminal.clear()).toEqual({ ok: true, value: null });
      await server.asked();
      server.play([answer]);
      const told = await strays.during(answer, () => use(terminal));
      return { told, asked: await server.asked() };
    } finally {
      terminal.dispose();
    }
  }
  return { server, play };
}

type Trial<T> = {
  /** Of all answers. */
  readonly percent: number;
  readonly use: (terminal: NetsCardTerminal) => Promise<T>;
  readonly verdict: Verdict<T>;
  /** How many of a hundred must get far. A fifth of what does, so that chance decides nothing. */
  readonly far: number;
};

async function tryAll<T>(call: NetsCall, { percent, use, verdict, far }: Trial<T>): Promise<void> {
  const { server, play } = await stage(call);
  const numRuns = runs(percent);
  let gotFar = 0;
  const property = fc.asyncProperty(answersWith(netsBodies[call]), async (answer) => {
    const { told, asked } = await play(answer, use);
    if (verdict(told, answer, asked)) gotFar += 1;
  });
  await fc.assert(property, { ...LIMITS, numRuns });
  expect(server.answered()).toBeGreaterThanOrEqual(numRuns);
  expect(gotFar).toBeGreaterThanOrEqual(Math.floor((numRuns * far) / 100));
}

describe('Nets, whatever it answers', { timeout: TEST_LIMIT_MS }, () => {
  test.concurrent('a sale is sent once, and approved, declined or refused only where the answer says so', () =>
    tryAll('sale', { percent: 22, use: sale, verdict: ofMoneyBy('POST'), far: 7 }));

  test.concurrent('a void is sent once, and taken for done only where the answer says so', () =>
    tryAll('void', { percent: 12, use: takeBack, verdict: ofMoneyBy('DELETE'), far: 7 }));

  test.concurrent('a lookup proves a sale only by Result 0, an amount and our own order id', () =>
    tryAll('lookup', { percent: 16, use: lookup, verdict: ofLookup, far: 6 }));

  test.concurrent('a cancelAction is delivered only where the answer takes it', () =>
    tryAll('cancelAction', { percent: 8, use: (terminal) => terminal.cancelAction(TERMINAL), verdict: ofCancel, far: 7 }));

  test.concurrent('a log-in is good only with a token, and without one nothing is sold', () =>
    tryAll('login', { percent: 10, use: logInAndSell, verdict: ofLogin, far: 5 }));

  test.concurrent('a list holds only ids that the answer holds', () =>
    tryAll('list', { percent: 6, use: (terminal) => terminal.listTerminals(), verdict: ofList, far: 4 }));

  test('nothing was left uncaught meanwhile', () => {
    expect(strays.found()).toEqual([]);
  });
});

describe('What is true comes through the same server, so that the above can fail:', () => {
  const honest = (text: string): readonly Answer[] => [
    plainly(text),
    plainly(text, { framing: 'chunked', encoding: 'bom' }),
    plainly(text, { framing: 'until closed', interim: 'HTTP/1.1 103 Early Hints\r\n\r\n' }),
    plainly(text, { statusLine: 'HTTP/1.1 400 Bad', after: 'garbage' }),
    plainly(text, { delivery: { early: false, pieces: 12, pauseMs: 2, sent: 1_000, ending: 'stall, then reset' } }),
  ];

  test.each(honest(APPROVAL))('a sale and a void are approved: $framing, $statusLine', async (answer) => {
    const told = [(await (await stage('sale')).play(answer, sale)).told, (await (await stage('void')).play(answer, takeBack)).told];
    for (const { outcome } of told) expect(outcome).toMatchObject({ kind: 'approved', approval: { chargedMinor: AMOUNT } });
  });

  test.each(honest(LATEST))('a lookup is proof: $framing, $statusLine', async (answer) => {
    const { told } = await (await stage('lookup')).play(answer, lookup);
    expect(judgeLookup(told.outcome, { orderId: OURS, terminalId: TERMINAL })).toMatchObject({
      proof: 'approved',
      approval: { chargedMinor: AMOUNT },
    });
  });

  test('a log-in, a list and a cancelAction are good', async () => {
    const { told } = await (await stage('login')).play(plainly(LOGIN), logInAndSell);
    expect(told).toMatchObject({ cleared: { ok: true }, sold: { outcome: { kind: 'approved' } } });
    const list = await (await stage('list')).play(plainly('{"terminals":[{"terminalId":"71000001"}]}'), (client) => client.listTerminals());
    expect(list.told).toEqual({ ok: true, value: ['71000001'] });
    const wish = await (await stage('cancelAction')).play(plainly('{}'), (client) => client.cancelAction(TERMINAL));
    expect(wish.told.outcome).toBe('delivered');
  });
});
