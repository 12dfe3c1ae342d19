import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';

import { type Fault, faults, type RawServer, type RawServerOptions, startRawServer } from '../../support/raw-server/index.ts';
import { endOf, logIn, member } from './api-client.ts';

const T = '71000001';
let server: RawServer | undefined;

async function start(options: RawServerOptions = {}): Promise<RawServer> {
  server = await startRawServer(options);
  return server;
}

afterEach(async () => {
  await server?.close();
  server = undefined;
});

interface Conversation {
  readonly socket: Socket;
  /** Everything that came back until the connection ended or fell silent, and how it ended. */
  readonly end: Promise<{ readonly text: string; readonly how: 'fin' | 'reset' | 'silence'; readonly chunks: number }>;
}

/** Talks TCP, so that the bytes are seen as they are and no HTTP library can hide or repeat anything. */
function converse(port: number, text: string, silenceMs = 1_000): Conversation {
  const socket = connect(port, '127.0.0.1');
  const parts: Buffer[] = [];
  const end: Conversation['end'] = new Promise((resolve) => {
    const finish = (how: 'fin' | 'reset' | 'silence'): void => {
      resolve({ text: Buffer.concat(parts).toString(), how, chunks: parts.length });
      socket.destroy();
    };
    // A busy machine may take its time until it begins to answer.
    socket.setTimeout(10 * silenceMs, () => finish('silence'));
    socket.on('data', (chunk) => {
      parts.push(chunk);
      socket.setTimeout(silenceMs);
    });
    socket.on('end', () => finish('fin'));
    socket.on('error', () => finish('reset'));
  });
  socket.write(text);
  return { socket, end };
}

const body = JSON.stringify({ transactionType: 'purchase', amount: 1250, orderId: 'A-1' });
const head = `POST /v1/terminal/${T}/transaction HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n`;
const sale = head + body;

describe('without a fault', () => {
  it('answers login, list, sale, lookup and cancel, and knows what it charged', async () => {
    const server = await start();
    const api = await logIn(server.baseUrl);
    expect(member(await (await api.call('GET', '/v1/terminal')).json(), 'terminals.0.terminalId')).toBe(T);
    expect(await (await api.lookup(T)).json()).toEqual({ result: {} });
    const answer: unknown = await (await api.sale(T, 1250, 'A-1')).json();
    expect(member(answer, 'result.0')).toMatchObject({ orderId: 'A-1', localModeEventArgs: { Result: 0, TotalAmount: 1250 } });
    expect(member(await (await api.lookup(T)).json(), 'result.orderId')).toBe('A-1');
    expect((await api.cancel(T)).status).toBe(200);
    expect(server.charged).toMatchObject([{ terminalId: T, orderId: 'A-1', amountMinor: 1250 }]);
    expect(server.sales()).toEqual({ complete: 1, partial: 0, total: 1 });
    expect(server.count('GET', /transaction$/).complete).toBe(2);
    expect(server.requests.map((request) => request.method)).toEqual(['POST', 'GET', 'GET', 'POST', 'GET', 'POST']);
  });

  it('rejects when the guest does not pay', async () => {
    const server = await start({ charged: false });
    const api = await logIn(server.baseUrl);
    expect((await api.sale(T, 100, 'A-1')).status).toBe(400);
    expect(member(await (await api.lookup(T)).json(), 'result.latestTransactionResult.Result')).toBe(2);
    expect(server.charged).toEqual([]);
  });
});

describe('counting', () => {
  it('keeps the bytes, and tells whole requests from cut ones', async () => {
    const server = await start();
    for (const length of [10, 40, head.length - 1, head.length, sale.length - 1, sale.length]) {
      const { socket, end } = converse(server.port, sale.slice(0, length), 60);
      await end;
      socket.destroy();
    }
    await expect.poll(() => server.sales().complete).toBe(1);
    expect(server.requests.map((request) => request.bytes.length)).toEqual([
      10,
      40,
      head.length - 1,
      head.length,
      sale.length - 1,
      sale.length,
    ]);
    expect(server.requests.map((request) => request.lineRead)).toEqual([false, false, true, true, true, true]);
    expect(server.requests.at(-1)).toMatchObject({ body, complete: true, headers: { host: 'x' } });
    expect(server.sales()).toEqual({ complete: 1, partial: 3, total: 4 });
    expect(server.charged).toHaveLength(1);
    expect(server.connections()).toMatchObject({ accepted: 6, withoutRequest: 0 });
  });

  it('tells two requests on one connection from one, however the bytes are cut', async () => {
    const server = await start();
    const { socket, end } = converse(server.port, `GET /v1/terminal HTTP/1.1\r\nHost: x\r\n\r\n${sale.slice(0, 30)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.write(sale.slice(30));
    expect((await end).text.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
    expect(server.requests.map((request) => [request.connection, request.earlierOnConnection])).toEqual([
      [1, 0],
      [1, 1],
    ]);
  });

  it('reads chunked bodies', async () => {
    const server = await start();
    const chunked = `${head.replace(/Content-Length: \d+/, 'Transfer-Encoding: chunked')}5\r\n${body.slice(0, 5)}\r\n`;
    const { socket } = converse(server.port, chunked);
    await expect.poll(() => server.sales()).toMatchObject({ complete: 0, partial: 1 });
    socket.write(`${(body.length - 5).toString(16)}\r\n${body.slice(5)}\r\n0\r\n\r\n`);
    await expect.poll(() => server.sales().complete).toBe(1);
    expect(server.requests[0]?.body).toBe(body);
  });
});

describe('faults of a sale', () => {
  const whole = /^HTTP\/1\.1 200 Raw\r\n[\s\S]*"result":\[[\s\S]*\}\]\}$/;
  const half = /^HTTP\/1\.1 200 Raw\r\n[\s\S]*\r\n\r\n\{"result"[\s\S]*[^}]$/;
  const expected: Record<Exclude<Fault, 'stale-connection'>, { how: 'fin' | 'reset' | 'silence'; text: RegExp; charged: number }> = {
    none: { how: 'silence', text: whole, charged: 1 },
    'reset-on-accept': { how: 'reset', text: /^$/, charged: 0 },
    'reset-before-reading': { how: 'reset', text: /^$/, charged: 0 },
    'reset-after-headers': { how: 'reset', text: /^$/, charged: 0 },
    'reset-after-body': { how: 'reset', text: /^$/, charged: 1 },
    'fin-without-answer': { how: 'fin', text: /^$/, charged: 1 },
    'half-headers-reset': { how: 'reset', text: /^HTTP\/1\.1 200 Raw\r\n(?![\s\S]*\r\n\r\n)/, charged: 1 },
    'half-answer-reset': { how: 'reset', text: half, charged: 1 },
    'half-answer-fin': { how: 'fin', text: half, charged: 1 },
    'headers-only': { how: 'silence', text: /\r\n\r\n$/, charged: 1 },
    'headers-only-fin': { how: 'fin', text: /\r\n\r\n$/, charged: 1 },
    'byte-by-byte': { how: 'silence', text: whole, charged: 1 },
    'no-answer': { how: 'silence', text: /^$/, charged: 1 },
    'answer-twice': { how: 'silence', text: /"result":\[[\s\S]*HTTP\/1\.1 200[\s\S]*"result":\[/, charged: 1 },
    'answer-then-reset': { how: 'reset', text: whole, charged: 1 },
    'content-length-too-long': { how: 'fin', text: whole, charged: 1 },
    'content-length-too-short': { how: 'silence', text: whole, charged: 1 },
    'chunked-cut-off': { how: 'fin', text: /Transfer-Encoding: chunked(?![\s\S]*\r\n0\r\n)/, charged: 1 },
    'not-http': { how: 'fin', text: /no HTTP/, charged: 1 },
    'status-401': { how: 'silence', text: /^HTTP\/1\.1 401/, charged: 0 },
    'status-408': { how: 'fin', text: /^HTTP\/1\.1 408/, charged: 0 },
    'status-503-retry-after': { how: 'silence', text: /^HTTP\/1\.1 503[\s\S]*Retry-After/, charged: 0 },
    'redirect-307': { how: 'silence', text: /^HTTP\/1\.1 307[\s\S]*Location: \/v1\/terminal/, charged: 0 },
  };
  const cases = faults.flatMap((fault) => (fault === 'stale-connection' ? [] : [[fault, expected[fault]] as const]));

  it.each(cases)('%s', async (fault, { how, text, charged }) => {
    const server = await start({ fault, resetAfterMs: 100, byteEveryMs: 0 });
    const seen = await converse(server.port, sale).end;
    expect(seen.how).toBe(how);
    expect(seen.text).toMatch(text);
    expect(server.charged).toHaveLength(charged);
    // Byte-true: what was sent in one piece has arrived whole, even where the server pretends not to have read it.
    expect(server.sales().total).toBe(fault === 'reset-on-accept' ? 0 : 1);
    if (fault === 'byte-by-byte') expect(seen.chunks).toBeGreaterThan(20);
    if (fault === 'reset-on-accept') expect(server.connections()).toEqual({ accepted: 1, open: 0, withoutRequest: 1 });
  });

  it('resets after the headers when the body has not arrived: counted as partial', async () => {
    const server = await start({ fault: 'reset-after-headers' });
    expect((await converse(server.port, head).end).how).toBe('reset');
    expect(server.sales()).toEqual({ complete: 0, partial: 1, total: 1 });
  });

  it('stale-connection: answers on a fresh connection, resets on a used one', async () => {
    const server = await start({ fault: 'stale-connection' });
    expect((await converse(server.port, sale).end).text).toMatch(whole);
    const list = 'GET /v1/terminal HTTP/1.1\r\nHost: x\r\n\r\n';
    const used = converse(server.port, list);
    await expect.poll(() => server.requests.length).toBe(2);
    used.socket.write(sale);
    expect((await used.end).how).toBe('reset');
    expect(server.sales().complete).toBe(2);
    expect(server.charged).toHaveLength(1);
  });

  it('leaves the other calls alone unless told, and can be told later', async () => {
    const server = await start({ fault: 'no-answer', faults: { lookup: 'half-answer-fin' } });
    const api = await logIn(server.baseUrl);
    expect(await endOf(api.lookup(T))).toBe('broken');
    server.setFault('none', 'lookup');
    expect(await endOf(api.lookup(T))).toBe(200);
    server.setFault('reset-after-body', 'administration');
    expect(await endOf(api.cancel(T))).toBe('broken');
    expect(server.count('POST', /administration$/).complete).toBe(1);
  });
});
