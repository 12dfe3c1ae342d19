import { afterEach, describe, expect, it } from 'vitest';
import { testWebhook } from '../../../electron/willba/test-webhook.ts';
import { createWebhook } from '../../../electron/willba/webhook.ts';
import {
  type Answer,
  accept,
  accepting,
  half,
  hang,
  page,
  redirect,
  refuse,
  refusing,
  reset,
  stream,
} from '../../support/willba/answers.ts';
import { type Receiver, startReceiver } from '../../support/willba/receiver.ts';
import { sampleEvent } from '../../support/willba/sample-event.ts';

const OLD = 'whsec_b2xkLXNlY3JldC1vZi13aWxsYmEtMTIzNDU2';
const NEW = 'whsec_bmV3LXNlY3JldC1vZi13aWxsYmEtMTIzNDU2';

const ends: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function willba(
  options: { secrets?: readonly string[]; known?: readonly string[]; now?: () => number; theirNow?: () => number } = {},
) {
  const { secrets = [NEW], known = [NEW], now = Date.now, theirNow } = options;
  const receiver = await startReceiver({ secrets: known, ...(theirNow === undefined ? {} : { now: theirNow }) });
  ends.push(() => receiver.close());
  const webhook = createWebhook({ url: receiver.url, secrets: () => secrets, now, elapsed: () => performance.now() });
  ends.push(webhook.dispose);
  return { receiver, webhook };
}

let made = 0;
/** An event as the outbox gives it out. */
function event(): { readonly sequence: number; readonly id: string; readonly body: string } {
  made += 1;
  return { sequence: made, id: `evt_${made}`, body: JSON.stringify(sampleEvent(made)) };
}
const sees = ({ complaints }: Receiver): void => expect(complaints).toEqual([]);

describe('a signed event', () => {
  it('is accepted, alone on its connection', async () => {
    const { receiver, webhook } = await willba();
    const [first, second] = [event(), event()];
    expect(await webhook.post(first)).toEqual({ kind: 'accepted', answer: { status: 200, code: null } });
    expect((await webhook.post(second)).kind).toBe('accepted');
    expect(receiver.events.map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(receiver.tries.map(({ rawBody }) => rawBody)).toEqual([first.body, second.body]);
    expect(receiver.tries.some(({ reused }) => reused)).toBe(false);
    sees(receiver);
  });

  it('is signed with each secret while one is being changed', async () => {
    const { receiver, webhook } = await willba({ secrets: [NEW, OLD], known: [OLD] });
    expect((await webhook.post(event())).kind).toBe('accepted');
    expect(receiver.tries[0]?.signatures).toHaveLength(2);
  });

  it('carries the same id and body and a fresh time at every try', async () => {
    let now = Date.now();
    const { receiver, webhook } = await willba({ now: () => now, theirNow: () => now });
    const told = event();
    receiver.answer(refusing(503));
    await webhook.post(told);
    now += 90_000;
    receiver.answer(accepting);
    await webhook.post(told);
    const [first, second] = receiver.tries;
    expect([second?.id, second?.rawBody]).toEqual([first?.id, first?.rawBody]);
    expect(Number(second?.timestamp) - Number(first?.timestamp)).toBe(90);
    expect(second?.signatures).not.toEqual(first?.signatures);
    sees(receiver);
  });

  it('is accepted where only the clock of a proxy in between is wrong', async () => {
    const { receiver, webhook } = await willba();
    const wrong = new Date(Date.now() - 600_000).toUTCString();
    receiver.answer(refusing(502, { date: wrong }));
    expect((await webhook.post(event())).kind).toBe('failed');
    receiver.answer(accepting);
    const told = event();
    await webhook.post(told);
    expect((await webhook.post(told)).kind, 'one of the two clocks is right').toBe('accepted');
    expect((await webhook.post(event())).kind).toBe('accepted');
  });

  it("follows the receiver's clock where this PC's is wrong", async () => {
    const { receiver, webhook } = await willba({ now: () => Date.now() - 3 * 3_600_000 });
    const told = event();
    expect(await webhook.post(told), 'the first one looks three hours old').toMatchObject({ kind: 'failed' });
    expect((await webhook.post(told)).kind).toBe('accepted');
    expect(receiver.events).toHaveLength(1);
  });

  it('is not sent at all without a secret', async () => {
    const { receiver, webhook } = await willba({ secrets: [] });
    expect(await webhook.post(event())).toEqual({ kind: 'failed', answer: { status: null, code: 'NO_SECRET' }, retryAfterMs: null });
    expect(receiver.tries).toEqual([]);
  });

  it('with a wrong secret is a failure like any other', async () => {
    const { webhook } = await willba({ secrets: [OLD] });
    expect(await webhook.post(event())).toMatchObject({ kind: 'failed', answer: { status: expect.any(Number) } });
  });
});

describe('a receiver that', () => {
  const cases: readonly (readonly [what: string, answer: Answer, outcome: object])[] = [
    ['answers 204', accept(204), { kind: 'accepted' }],
    ['answers with a page of its own, and 200', page(200), { kind: 'accepted' }],
    ['answers 200 and a hundred megabytes', stream(100_000_000), { kind: 'accepted' }],
    ['answers 500', refuse(500), { kind: 'failed', answer: { status: 500, code: null } }],
    ['answers 422', refuse(422), { kind: 'failed', answer: { status: 422, code: null } }],
    ['is gone for good', refuse(410), { kind: 'gone', answer: { status: 410, code: null } }],
    ['asks for a week', refuse(429, { 'retry-after': '604800' }), { kind: 'failed', retryAfterMs: 604_800_000 }],
    ['asks for a minute', refuse(503, { 'retry-after': '60' }), { kind: 'failed', retryAfterMs: 60_000 }],
    ['sends it elsewhere', redirect('/willba/webhook', 307), { kind: 'failed', answer: { status: 307, code: null } }],
    ['resets before reading', reset('before-reading'), { kind: 'failed', answer: { status: null } }],
    ['resets after reading', reset('after-reading'), { kind: 'failed', answer: { status: null } }],
    ['sends half a status line', half('head', 'close'), { kind: 'failed', answer: { status: null } }],
  ];
  it.each(cases)('%s', async (_what, answer, outcome) => {
    const { receiver, webhook } = await willba();
    receiver.answer(() => answer);
    expect(await webhook.post(event())).toMatchObject(outcome);
    expect(receiver.tries.length, 'nothing is repeated by itself').toBeLessThanOrEqual(1);
    await expect.poll(() => receiver.openConnections(), { timeout: 60_000 }).toBe(0);
  });

  it('never answers is given up when the program ends', async () => {
    const { receiver, webhook } = await willba();
    receiver.answer(() => hang());
    const posted = webhook.post(event());
    await expect.poll(() => receiver.tries.length, { timeout: 60_000 }).toBe(1);
    webhook.dispose();
    expect(await posted).toMatchObject({ kind: 'failed', answer: { status: null, code: 'ABORTED' } });
  });

  it('is down', async () => {
    const { receiver, webhook } = await willba();
    await receiver.goDown();
    expect(await webhook.post(event())).toMatchObject({ kind: 'failed', answer: { code: 'ECONNREFUSED' } });
    await receiver.comeBack();
    expect((await webhook.post(event())).kind).toBe('accepted');
  });
});

describe("support's test event", () => {
  it('is signed, is about no payment, and says what came back', async () => {
    const { receiver, webhook } = await willba();
    expect(await testWebhook(webhook.post)).toEqual({ result: 'ok', status: 200 });
    expect(receiver.events.map(({ body }) => body)).toEqual([{ type: 'payment.test' }]);
    receiver.answer(refusing(401));
    expect(await testWebhook(webhook.post)).toEqual({ result: 'refused', status: 401 });
    await receiver.goDown();
    expect(await testWebhook(webhook.post)).toEqual({ result: 'unreachable', status: null, code: 'ECONNREFUSED' });
    sees(receiver);
  });

  it('needs a secret and an address', async () => {
    const { webhook } = await willba({ secrets: [] });
    expect(await testWebhook(webhook.post)).toEqual({ result: 'secrets-missing', status: null });
    expect(await testWebhook(null)).toEqual({ result: 'not-configured', status: null });
  });
});
