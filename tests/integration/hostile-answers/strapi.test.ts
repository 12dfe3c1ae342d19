import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { createStrapiTerminals } from '../../../electron/strapi/strapi-terminals.ts';
import type { SourceAnswer } from '../../../electron/terminals/ports.ts';
import { isPayable } from '../../../shared/payable.ts';
import { terminalSchema } from '../../../shared/terminal.ts';
import { type Answer, answersWith, bodySeen, payloadOf, plainly } from './answers.ts';
import { LIMITS, runs, TEST_LIMIT_MS } from './how-many.ts';
import { parsed } from './json-text.ts';
import { type HostileServer, startHostileServer } from './server.ts';
import { LENT_TERMINAL, strapiBodies } from './strapi-bodies.ts';
import { watchForStrays } from './strays.ts';

/** Two readings of at most three pages each: no answer makes it ask for more of those that are generated. */
const MOST_REQUESTS = 6;
const WORKERS = 4;

const strays = watchForStrays();
const servers: HostileServer[] = [];
afterAll(async () => {
  for (const server of servers) await server.close();
  strays.stop();
});
const startServer = async (): Promise<HostileServer> => {
  const server = await startHostileServer(() => null);
  servers.push(server);
  return server;
};

async function play(server: HostileServer, answers: readonly Answer[]) {
  const source = createStrapiTerminals({ baseUrl: server.baseUrl, token: () => 'read-only' });
  try {
    server.play(answers);
    const told = await strays.during(answers, () => source.list());
    return { told, asked: await server.asked(), given: server.given() };
  } finally {
    source.dispose();
  }
}

/** @returns how many terminals it tells of */
function judge(told: SourceAnswer, answers: readonly Answer[], given: number): number {
  if (!told.ok) {
    expect(['unreachable', 'not-authorised', 'unreadable']).toContain(told.error);
    return 0;
  }
  const last = answers[Math.min(given, answers.length) - 1];
  expect(last?.statusLine).toMatch(/ 200(?: |$)/);
  if (given === 1 && last !== undefined)
    expect(parsed(payloadOf(last).toString('utf8'))).toMatchObject({ data: { length: told.value.length } });
  for (const terminal of told.value) {
    expect(terminalSchema.safeParse(terminal)).toMatchObject({ success: true });
    expect(terminal.name.length).toBeGreaterThan(0);
    expect(terminal.name.length).toBeLessThanOrEqual(80);
    expect(terminal.terminalId).not.toBe(LENT_TERMINAL);
  }
  const payable = told.value.filter(isPayable).map(({ terminalId }) => terminalId);
  expect(new Set(payable).size).toBe(payable.length);
  for (const id of payable) {
    expect(id).toMatch(/^\d{4,12}$/);
    expect(answers.some((answer) => bodySeen(answer, (bytes) => bytes.includes(id)) !== null)).toBe(true);
  }
  return told.value.length;
}

describe('Strapi, whatever it answers', { timeout: TEST_LIMIT_MS }, () => {
  const all = runs(26);
  let gotFar = 0;
  let answered = 0;

  test.concurrent.each(Array.from({ length: WORKERS }, (_, index) => index + 1))(
    'a list is what it says and payable by good ids only, or a failure that is known (%i)',
    async () => {
      const server = await startServer();
      const property = fc.asyncProperty(fc.array(answersWith(strapiBodies), { minLength: 1, maxLength: 3 }), async (answers) => {
        const { told, asked, given } = await play(server, answers);
        expect(asked.length).toBeLessThanOrEqual(MOST_REQUESTS);
        expect(asked.every(({ method }) => method === 'GET' || method === '')).toBe(true);
        if (judge(told, answers, given) > 0) gotFar += 1;
      });
      await fc.assert(property, { ...LIMITS, numRuns: Math.ceil(all / WORKERS) });
      answered += server.answered();
    },
  );

  test('many got far enough to be read record by record', () => {
    expect(answered).toBeGreaterThanOrEqual(all);
    // A fifth of what does, so that chance decides nothing.
    expect(gotFar).toBeGreaterThanOrEqual(Math.floor((all * 3) / 100));
  });

  test('nothing was left uncaught meanwhile', () => {
    expect(strays.found()).toEqual([]);
  });

  test('what is true comes through the same server, so that the above can fail', async () => {
    const body = '{"data":[{"terminalId":"71000001","name":"A"}],"meta":{"pagination":{"pageCount":1,"total":1}}}';
    const slowly = { early: false, pieces: 12, pauseMs: 2, sent: 1_000, ending: 'end' as const };
    for (const answer of [plainly(body), plainly(body, { framing: 'chunked' }), plainly(body, { delivery: slowly })]) {
      const { told } = await play(await startServer(), [answer]);
      expect(told).toMatchObject({ ok: true, value: [{ terminalId: '71000001', name: 'A' }] });
    }
  });
});
