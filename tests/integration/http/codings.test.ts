import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { createNetsCardTerminal } from '../../../electron/nets/nets-card-terminal.ts';
import { createStrapiTerminals } from '../../../electron/strapi/strapi-terminals.ts';
import { decline, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { afterThisTest, credentials, ID, notAborted, saleRequest } from '../nets/set-up.ts';
import { caller, request, tcpServer } from '../nets/small-servers.ts';
import { codings, middlebox } from './middlebox.ts';

/** What a proxy may say before an answer. */
const interim = {
  '100': 'HTTP/1.1 100 Continue\r\n\r\n',
  '100 with headers': 'HTTP/1.1 100 Continue\r\nVia: 1.1 proxy\r\nX-Long: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n\r\n',
  '100 without its word': 'HTTP/1.1 100\r\n\r\n',
  '100 of HTTP/1.0': 'HTTP/1.0 100 Continue\r\n\r\n',
  '102': 'HTTP/1.1 102 Processing\r\n\r\n',
  '103': 'HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n',
  'a number of them': 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n'.repeat(20),
};

const ways: readonly (readonly [string, Parameters<typeof middlebox>[1]])[] = [
  ...codings.map((coding) => [`packed by ${coding.name}`, { coding }] as const),
  ...Object.entries(interim).map(([name, before]) => [`after ${name}`, { before }] as const),
  ['packed, after 100', { coding: codings[0] ?? null, before: interim['100'] }],
];

describe.each(ways)('%s', (_name, way) => {
  test('Nets is read as ever: log-in, list, sale, decline, look-up, void', async () => {
    const cloud = await startConnectCloud({ ...credentials, latestAfterMs: 0 });
    afterThisTest(() => cloud.close());
    const terminal = createNetsCardTerminal({ baseUrl: await middlebox(cloud.baseUrl, way), credentials: () => credentials });
    afterThisTest(() => terminal.dispose());
    const sending = { onWritten: vi.fn(), signal: notAborted() };
    expect(await terminal.listTerminals()).toMatchObject({ ok: true });
    expect((await terminal.sale(saleRequest, sending)).outcome).toMatchObject({ kind: 'approved', approval: { chargedMinor: 1_250 } });
    expect((await terminal.lookup(ID)).outcome).toMatchObject({ kind: 'record', record: { orderId: saleRequest.orderId } });
    const { orderId: saleOrderId, terminalId, amountMinor } = saleRequest;
    expect((await terminal.void({ terminalId, amountMinor, saleOrderId }, sending)).outcome).toMatchObject({ kind: 'approved' });
    cloud.terminal(ID).play(decline('51'));
    const second = { ...saleRequest, orderId: 'W7-0002' };
    expect((await terminal.sale(second, sending)).outcome).toEqual({ kind: 'rejected', how: 'host', hostCode: '51' });
    // Nothing was said twice because it was said in an odd way.
    expect(cloud.count({ method: 'POST', path: /\/transaction$/ })).toBe(2);
    expect(cloud.count({ method: 'DELETE', path: /\/transaction$/ })).toBe(1);
  });

  test('Strapi is read as ever', async () => {
    const body = JSON.stringify({ data: [{ name: 'Päätelaite I', terminalId: ID }], meta: { pagination: { pageCount: 1, total: 1 } } });
    const strapi = await tcpServer((socket) => {
      socket.once('data', () =>
        socket.end(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`),
      );
    });
    const source = createStrapiTerminals({ baseUrl: await middlebox(`http://127.0.0.1:${strapi.port}`, way), token: () => 'token' });
    afterThisTest(() => source.dispose());
    expect(await source.list()).toMatchObject({ ok: true, value: [{ terminalId: ID, name: 'Päätelaite I' }] });
  });
});

/** Answers every request with these bytes, in pieces of that size. */
const answering = async (head: string, body: Buffer, pieceBytes = Number.POSITIVE_INFINITY) =>
  tcpServer((socket) => {
    socket.setNoDelay(true);
    socket.once('data', async () => {
      const whole = Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), body]);
      for (let at = 0; at < whole.length; at += pieceBytes) {
        if (socket.destroyed) return;
        socket.write(whole.subarray(at, at + pieceBytes));
        if (pieceBytes < whole.length) await new Promise((resolve) => setImmediate(resolve));
      }
      socket.end();
    });
  });

const sell = async (port: number) => {
  const terminal = createNetsCardTerminal({ baseUrl: `http://127.0.0.1:${port}`, credentials: () => credentials });
  afterThisTest(() => terminal.dispose());
  return terminal;
};

describe('what is packed and cannot be read', () => {
  const result = Buffer.from(JSON.stringify({ token: 'a.b.c', terminals: [ID] }));

  test('a bomb is refused, and no more of it is unpacked than an answer may hold', async () => {
    const bomb = await promisify(gzip)(Buffer.alloc(512 * 1_048_576));
    expect(bomb.length).toBeLessThan(1_048_576);
    const { port } = await answering('HTTP/1.1 200 OK\r\ncontent-encoding: gzip', bomb);
    const before = process.memoryUsage().arrayBuffers;
    expect(
      await caller(`http://127.0.0.1:${port}`)(request({ limits: { connectMs: 9_000, answerMs: 60_000, totalMs: null } })),
    ).toMatchObject({
      kind: 'no-answer',
      written: true,
      code: 'UND_ERR_RES_EXCEEDED_MAX_SIZE',
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1_048_576);
    const source = createStrapiTerminals({ baseUrl: `http://127.0.0.1:${port}`, token: () => 'token' });
    afterThisTest(() => source.dispose());
    expect(await source.list()).toEqual({ ok: false, error: 'unreadable' });
  });

  test.each<[string, (packed: Buffer) => readonly [string, Buffer]]>([
    ['half of it', (packed) => ['gzip', packed.subarray(0, packed.length - 9)]],
    ['a damaged one', (packed) => ['gzip', Buffer.concat([packed.subarray(0, 12), Buffer.alloc(packed.length)])]],
    ['another coding than it says', (packed) => ['br', packed]],
    ['a coding that nobody knows', (packed) => ['xpress', packed]],
    ['more codings than anybody uses', (packed) => ['gzip, gzip, gzip, gzip', packed]],
  ])('%s is unreadable: a sale is unclear, never declined, and no log-in counts as refused', async (_name, change) => {
    const [coding, body] = change(await promisify(gzip)(result));
    for (const status of ['200 OK', '401 Unauthorized']) {
      const { port } = await answering(`HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-encoding: ${coding}`, body);
      expect(await (await sell(port)).listTerminals()).toEqual({ ok: false, error: 'unreadable' });
    }
    let asked = 0;
    const { port } = await tcpServer((socket) => {
      socket.once('data', () => {
        asked += 1;
        if (asked === 1) return void socket.end(`HTTP/1.1 200 OK\r\ncontent-length: ${result.length}\r\n\r\n${result.toString()}`);
        socket.write(`HTTP/1.1 200 OK\r\ncontent-encoding: ${coding}\r\ncontent-length: ${body.length}\r\n\r\n`);
        socket.end(body);
      });
    });
    const terminal = await sell(port);
    const { outcome } = await terminal.sale(saleRequest, { onWritten: () => undefined, signal: notAborted() });
    expect(outcome).toEqual({ kind: 'unknown', cause: 'unreadable' });
  });
});

describe('what comes before an answer', () => {
  const final = 'HTTP/1.1 204 No Content';

  test.each([1, 2, 3, 7])('is known for what it is in pieces of %i bytes', async (pieceBytes) => {
    const { port } = await answering(`${interim['100']}${interim['103']}${final}`, Buffer.alloc(0), pieceBytes);
    expect(await caller(`http://127.0.0.1:${port}`)(request())).toMatchObject({ kind: 'answered', status: 204 });
  });

  test('alone is no answer: what was written stays unclear', async () => {
    const { port } = await tcpServer((socket) => socket.once('data', () => socket.end(interim['100'])));
    expect(await caller(`http://127.0.0.1:${port}`)(request())).toMatchObject({ kind: 'no-answer', written: true });
  });

  test('and never ends does not hold the call up beyond its limit', async () => {
    const { port } = await tcpServer((socket) => {
      const drip = setInterval(() => socket.write(interim['103']), 20);
      socket.once('close', () => clearInterval(drip));
    });
    const limits = { connectMs: 2_000, answerMs: 700, totalMs: null };
    const outcome = await caller(`http://127.0.0.1:${port}`)(request({ limits }));
    expect(outcome).toMatchObject({ kind: 'no-answer', written: true, code: 'UND_ERR_HEADERS_TIMEOUT' });
  });

  test('and is too much is refused', async () => {
    const { port } = await answering(`${interim['103'].repeat(5_000)}${interim['100']}${final}`, Buffer.alloc(0));
    expect(await caller(`http://127.0.0.1:${port}`)(request())).toMatchObject({ kind: 'no-answer', written: true });
  });

  test('101 is no interim answer: nobody asked for another protocol', async () => {
    const { port } = await answering(`HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n${final}`, Buffer.alloc(0));
    expect(await caller(`http://127.0.0.1:${port}`)(request())).toMatchObject({ kind: 'no-answer', written: true });
  });
});
