import { Agent } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import * as answers from '../../support/willba/answers.ts';
import { type Receiver, startReceiver } from '../../support/willba/receiver.ts';
import { sampleEvent } from '../../support/willba/sample-event.ts';
import { type Message, type Sent, send } from './willba-sender.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const older = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;
const seconds = 1_800_000_000;
/** A limit for what hangs, far from what it takes on a busy machine. */
const patiently = { timeout: 60_000 };
let now = seconds * 1000;
let receiver: Receiver;

beforeEach(async () => {
  now = seconds * 1000;
  receiver = await startReceiver({ secrets: [secret], now: () => now });
});
afterEach(() => receiver.close());

const post = (changes: Partial<Message> = {}, url = receiver.url): Promise<Sent> =>
  send(url, { id: 'evt_1', body: sampleEvent(1), secrets: [secret], timestamp: seconds, ...changes });
const acceptedIds = (): string[] => receiver.events.map(({ id }) => id);

describe('a good event', () => {
  it('is accepted and recorded', async () => {
    expect(await post()).toMatchObject({ status: 200, end: 'whole' });
    expect(receiver.complaints).toEqual([]);
    expect(receiver.events).toMatchObject([{ id: 'evt_1', type: 'payment.updated', sequence: 1, payment: { reference: 'R-1001' } }]);
    expect(receiver.tries).toMatchObject([
      {
        number: 1,
        at: now,
        id: 'evt_1',
        timestamp: String(seconds),
        rawBody: JSON.stringify(sampleEvent(1)),
        body: sampleEvent(1),
        sequence: 1,
        paymentId: 'payment-1',
        signedWith: [0],
        refusal: null,
        answered: '200',
        connection: 1,
        reused: false,
      },
    ]);
    expect(receiver.tries[0]?.signatures).toHaveLength(1);
  });

  it('that comes again is one event, also after a later one', async () => {
    await post();
    await post({ id: 'evt_2', body: sampleEvent(2) });
    now += 60_000;
    await post({ timestamp: seconds + 60 });
    expect(acceptedIds()).toEqual(['evt_1', 'evt_2']);
    expect(receiver.tries.map(({ answered }) => answered)).toEqual(['200', '200', '200']);
    expect(receiver.complaints).toEqual([]);
  });

  it('may be signed with an older secret as well, in any order', async () => {
    await post({ secrets: [secret, older] });
    await post({ id: 'evt_2', body: sampleEvent(2), secrets: [older, secret] });
    expect(acceptedIds()).toEqual(['evt_1', 'evt_2']);
    await receiver.close();
    receiver = await startReceiver({ secrets: [secret, older], now: () => now });
    await post({ secrets: [older] });
    await post({ id: 'evt_2', body: sampleEvent(2), secrets: [secret, older] });
    expect(receiver.tries.map(({ signedWith }) => signedWith)).toEqual([[1], [0, 1]]);
    expect(receiver.complaints).toEqual([]);
  });

  it('may only try the connection', async () => {
    expect(await post({ body: { type: 'payment.test' } })).toMatchObject({ status: 200 });
    expect(receiver.events).toMatchObject([{ type: 'payment.test', sequence: null, payment: null }]);
  });
});

describe('a bad request is refused, complained of and no event', () => {
  it.each<[string, Partial<Message>, number, string]>([
    ['signed with another secret', { secrets: [older] }, 401, 'no signature is valid'],
    [
      'a changed body',
      { headers: { 'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' } },
      401,
      'no signature is valid',
    ],
    ['an old timestamp', { timestamp: seconds - 301 }, 401, 'the timestamp is 301 s old'],
    ['a timestamp to come', { timestamp: seconds + 301 }, 401, 'in the future'],
    ['milliseconds', { headers: { 'webhook-timestamp': '1800000000000.5' } }, 401, 'no Unix time'],
    ['an id with a full stop', { id: 'evt.1' }, 400, 'cannot be used'],
    ['no id', { headers: { 'webhook-id': '' } }, 400, 'a webhook header is missing'],
    ['another method', { method: 'PUT' }, 405, 'the method is PUT'],
    ['another content type', { headers: { 'content-type': 'text/plain' } }, 415, 'text/plain'],
    ['no JSON', { body: '{"type":' }, 400, 'no JSON'],
    ['another shape', { body: { ...sampleEvent(1), sequence: 1.5 } }, 422, 'sequence is 1.5'],
  ])('%s', async (_what, changes, status, why) => {
    expect(await post(changes)).toMatchObject({ status });
    expect(receiver.events).toEqual([]);
    expect(receiver.complaints).toEqual([expect.stringContaining(why)]);
    expect(receiver.refusals).toMatchObject([{ number: 1, answered: String(status), refusal: expect.stringContaining(why) }]);
  });

  it('another path', async () => {
    expect(await post({}, `${receiver.url}/`)).toMatchObject({ status: 404 });
    expect(receiver.complaints).toEqual(['request 1 (evt_1): the path is /willba/webhook/']);
  });

  it('whatever kind of 2xx the plan would give', async () => {
    for (const answer of [answers.page(), answers.stream(10), answers.half('body'), answers.slow(1), answers.accept(204)]) {
      receiver.answer(() => answer);
      expect(await post({ secrets: [older] })).toMatchObject({ status: 401, end: 'whole' });
    }
    expect(receiver.events).toEqual([]);
  });
});

describe('complaints', () => {
  it('of an id with another body, also where the first was not accepted', async () => {
    receiver.answer(answers.first(1, answers.refuse(503)));
    await post();
    await post({ body: sampleEvent(2) });
    expect(receiver.complaints).toEqual(['request 2 (evt_1): the id came before with another body']);
  });

  it('of a sequence that does not rise within a payment, and not between payments', async () => {
    await post({ id: 'evt_5', body: sampleEvent(5) });
    await post({ id: 'evt_3', body: sampleEvent(3, { id: 'payment-2' }) });
    expect(receiver.complaints).toEqual([]);
    await post({ id: 'evt_4', body: sampleEvent(4) });
    await post({ id: 'evt_5b', body: sampleEvent(5) });
    expect(receiver.complaints).toEqual([
      'request 3 (evt_4): sequence 4 of payment payment-1 was accepted after 5',
      'request 4 (evt_5b): sequence 5 of payment payment-1 was accepted after 5',
    ]);
  });

  it('not of a refused event that is accepted when a later one of another payment was', async () => {
    receiver.answer(answers.refusingPayment('payment-1', 500));
    expect(await post()).toMatchObject({ status: 500 });
    expect(await post({ id: 'evt_2', body: sampleEvent(2, { id: 'payment-2' }) })).toMatchObject({ status: 200 });
    receiver.answer(answers.accepting);
    await post();
    expect(acceptedIds()).toEqual(['evt_2', 'evt_1']);
    expect(receiver.complaints).toEqual([]);
  });

  it('of a second request on one connection', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    await post({ agent });
    await post({ agent, id: 'evt_2', body: sampleEvent(2) });
    agent.destroy();
    expect(receiver.tries.map(({ connection, reused }) => [connection, reused])).toEqual([
      [1, false],
      [1, true],
    ]);
    expect(receiver.complaints).toEqual(['request 2 (evt_2): connection 1 carried another request before']);
  });

  it('of what is no HTTP', async () => {
    const socket = connect(Number(new URL(receiver.url).port), '127.0.0.1', () => socket.write('hello\r\n\r\n'));
    await new Promise((resolve) => socket.on('error', () => undefined).on('close', resolve));
    expect(receiver.complaints).toEqual([expect.stringContaining('a connection carried no HTTP')]);
  });

  it('of a plan that fails', async () => {
    receiver.answer(() => {
      throw new Error('oh');
    });
    expect(await post()).toMatchObject({ status: 500 });
    expect(receiver.complaints).toEqual(['request 1 (evt_1): the plan of the test failed: Error: oh']);
  });
});

describe('scripted answers', () => {
  const accepts = async (answer: answers.Answer): Promise<readonly [Sent, number]> => {
    receiver.answer(() => answer);
    return [await post(), receiver.events.length];
  };

  it.each<[string, answers.Answer, Partial<Sent>, number]>([
    ['204', answers.accept(204), { status: 204, body: '', end: 'whole' }, 1],
    ['503 with a header', answers.refuse(503, { 'retry-after': '7' }, 'later'), { status: 503, body: 'later', end: 'whole' }, 0],
    ['410', answers.refuse(410), { status: 410, end: 'whole' }, 0],
    ['a redirect', answers.redirect('http://127.0.0.1:1/'), { status: 307, end: 'whole' }, 0],
    ['a page with 200', answers.page(), { status: 200, end: 'whole' }, 1],
    ['a long body', answers.stream(300_000), { status: 200, body: 'x'.repeat(300_000), end: 'whole' }, 1],
    ['a slow answer', answers.slow(50), { status: 200, end: 'whole' }, 1],
    ['a reset before reading', answers.reset('before-reading'), { status: null, end: 'ECONNRESET' }, 0],
    ['a reset after reading', answers.reset('after-reading'), { status: null, end: 'ECONNRESET' }, 0],
    ['half a status line and a close', answers.half('head', 'close'), { status: null, end: 'ECONNRESET' }, 0],
    ['half a body and a close', answers.half('body', 'close'), { status: 200, body: 'x'.repeat(100), end: 'ECONNRESET' }, 1],
    ['half a status line and a reset', answers.half('head'), { status: null, end: 'ECONNRESET' }, 0],
    ['half a body and a reset', answers.half('body'), { end: 'ECONNRESET' }, 1],
  ])('%s', async (_what, answer, expected, events) => {
    const [sent, count] = await accepts(answer);
    expect(sent).toMatchObject(expected);
    expect(count).toBe(events);
    expect(receiver.tries).toMatchObject([{ answered: answers.nameOf(answer) }]);
    expect(receiver.complaints).toEqual([]);
  });

  it('tell headers, and a redirect its place', async () => {
    expect((await accepts(answers.refuse(429, { 'retry-after': '7' })))[0].headers).toMatchObject({ 'retry-after': '7' });
    expect((await accepts(answers.redirect('/elsewhere', 308)))[0].headers).toMatchObject({ location: '/elsewhere' });
  });

  it('read nothing before an early reset, and all before a late one', async () => {
    await accepts(answers.reset('before-reading'));
    await accepts(answers.reset('after-reading'));
    expect(receiver.tries.map(({ rawBody }) => rawBody)).toEqual([null, JSON.stringify(sampleEvent(1))]);
  });

  it('may be none', async () => {
    const sender = new AbortController();
    receiver.answer(() => answers.hang());
    const sent = post({ signal: sender.signal });
    await expect.poll(() => receiver.tries[0]?.answered, patiently).toBe('nothing');
    expect(await receiver.openConnections()).toBe(1);
    sender.abort();
    expect(await sent).toMatchObject({ status: null, end: 'ABORT_ERR' });
    await expect.poll(() => receiver.openConnections(), patiently).toBe(0);
    expect(receiver.events).toEqual([]);
  });

  it('that come when the sender has gone accept nothing', async () => {
    const sender = new AbortController();
    const gone = Promise.withResolvers<void>();
    receiver.answer(async (_number, request) => {
      await request.readPaymentId();
      await gone.promise;
      return answers.slow(1);
    });
    const sent = post({ signal: sender.signal });
    await expect.poll(() => receiver.tries[0]?.paymentId, patiently).toBe('payment-1');
    sender.abort();
    await sent;
    await expect.poll(() => receiver.openConnections(), patiently).toBe(0);
    gone.resolve();
    await expect.poll(() => receiver.tries[0]?.answered, patiently).toBe('200 after 1 ms');
    await post({ id: 'evt_2', body: sampleEvent(2) });
    expect(acceptedIds()).toEqual(['evt_2']);
  });

  it('are counted from the plan on, by request and by id', async () => {
    await post();
    const seen: (readonly [number, number, string | null, number])[] = [];
    receiver.answer((number, { number: overall, id, tryOfId }) => {
      seen.push([number, overall, id, tryOfId]);
      return answers.refuse(500);
    });
    await post();
    await post({ id: 'evt_2', body: sampleEvent(2) });
    expect(seen).toEqual([
      [1, 2, 'evt_1', 2],
      [2, 3, 'evt_2', 1],
    ]);
  });
});

describe('down and back', () => {
  it('refuses connections, ends those that are open, and has the same port again', async () => {
    receiver.answer(() => answers.hang());
    const waiting = post();
    await expect.poll(() => receiver.tries.length, patiently).toBe(1);
    await receiver.goDown();
    expect((await waiting).end).toBe('ECONNRESET');
    expect((await post()).end).toBe('ECONNREFUSED');
    await receiver.comeBack();
    receiver.answer(answers.accepting);
    expect(await post()).toMatchObject({ status: 200 });
    expect(receiver.tries).toHaveLength(2);
    await receiver.goDown();
    await receiver.comeBack();
    expect(await post({ id: 'evt_2', body: sampleEvent(2) })).toMatchObject({ status: 200 });
  });
});
