import diagnosticsChannel from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { HttpOutcome, HttpRequest } from '../../../electron/http/http-call.ts';
import { startConnectCloud } from '../../support/connect-cloud/index.ts';
import { startRawServer } from '../../support/raw-server/index.ts';
import { caller, PATH, request, tcpServer, toClose } from './small-servers.ts';

afterEach(() => vi.restoreAllMocks());

describe('what was never written, and what was', () => {
  const lost = (outcome: HttpOutcome) => (outcome.kind === 'no-answer' ? outcome : expect.fail(`an answer came: ${outcome.status}`));
  const never = async (call: ReturnType<typeof caller>, rest: Partial<HttpRequest> = {}) => {
    const onWritten = vi.fn();
    const outcome = lost(await call(request({ ...rest, onWritten })));
    expect(onWritten).not.toHaveBeenCalled();
    expect(outcome.written).toBe(false);
    return outcome.code;
  };

  test('a connection refused', async () => {
    const server = await tcpServer(() => undefined);
    await server.close();
    expect(await never(caller(`http://127.0.0.1:${server.port}`))).toBe('ECONNREFUSED');
  });

  test('a name that does not exist', async () => {
    expect(await never(caller('https://connectcloud.invalid'))).toMatch(/^(ENOTFOUND|EAI_AGAIN)$/);
  });

  test('TLS refused: nobody vouches for the certificate', async () => {
    const cloud = toClose(await startConnectCloud({ username: 'desk', password: 'secret', https: true }));
    expect(await never(caller(cloud.baseUrl))).toMatch(/CERT/);
    expect(cloud.requests).toHaveLength(0);
  });

  test('TLS refused: the other side speaks none', async () => {
    const server = await tcpServer((socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    });
    expect(await never(caller(`https://127.0.0.1:${server.port}`))).toMatch(/SSL|EPROTO/);
  });

  test('TLS that is never answered: the connect limit ends it', async () => {
    const server = await tcpServer(() => undefined);
    const limits = { connectMs: 200, answerMs: 5_000, totalMs: null };
    expect(await never(caller(`https://127.0.0.1:${server.port}`), { limits })).toBe('CONNECT_TIMEOUT');
    expect(server.accepted()).toBe(1);
  });

  test('http to another machine: password and token stay here', async () => {
    expect(await never(caller('http://192.0.2.1'))).toBe('INSECURE_URL');
    expect(await never(caller('ftp://127.0.0.1'))).toBe('INSECURE_URL');
  });

  test('aborted before the call', async () => {
    const server = await tcpServer(() => undefined);
    expect(await never(caller(`http://127.0.0.1:${server.port}`), { signal: AbortSignal.abort() })).toBe('ABORTED');
    expect(server.accepted()).toBe(0);
  });

  test('aborted while connecting', async () => {
    const server = await tcpServer(() => undefined);
    expect(await never(caller(`https://127.0.0.1:${server.port}`), { signal: AbortSignal.timeout(150) })).toBe('ABORTED');
  });

  test('a request that another client sends meanwhile is not ours', async () => {
    const hanging = await tcpServer(() => undefined);
    const other = toClose(await startRawServer());
    const limits = { connectMs: 400, answerMs: 5_000, totalMs: null };
    const waiting = never(caller(`https://127.0.0.1:${hanging.port}`), { limits });
    // Node's fetch is undici too, and publishes on the same channel; so does our own second call.
    await (await fetch(`${other.baseUrl}${PATH}`, { method: 'POST', body: '{}' })).text();
    await caller(other.baseUrl)(request());
    expect(await waiting).toBe('CONNECT_TIMEOUT');
    expect(other.sales().complete).toBe(2);
  });

  test('onWritten comes before the server sees a byte, and before its answer', async () => {
    const order: string[] = [];
    const server = await tcpServer((socket) => {
      order.push('accepted');
      socket.once('data', () => {
        order.push('seen');
        setTimeout(() => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'), 100);
      });
    });
    await caller(`http://127.0.0.1:${server.port}`)(request({ onWritten: () => order.push('written') }));
    expect(order.filter((step) => step !== 'accepted')).toEqual(['written', 'seen']);
  });

  test('the connect limit ends with the connection: an answer may take longer', async () => {
    const server = toClose(await startRawServer({ answerAfterMs: 600 }));
    const limits = { connectMs: 300, answerMs: 5_000, totalMs: null };
    expect(await caller(server.baseUrl)(request({ limits }))).toMatchObject({ kind: 'answered', status: 200 });
  });

  test('an answer that never comes: written, and the limit ends it', async () => {
    const server = await tcpServer((socket) => socket.resume());
    const limits = { connectMs: 1_000, answerMs: 10_000, totalMs: 300 };
    expect(await caller(`http://127.0.0.1:${server.port}`)(request({ limits }))).toMatchObject({
      kind: 'no-answer',
      written: true,
      code: 'TIME_LIMIT',
    });
  });

  test('an answer whose head never comes: the answer limit ends it by itself', async () => {
    const server = await tcpServer((socket) => socket.resume());
    const limits = { connectMs: 1_000, answerMs: 600, totalMs: null };
    expect(await caller(`http://127.0.0.1:${server.port}`)(request({ limits }))).toMatchObject({
      written: true,
      code: 'UND_ERR_HEADERS_TIMEOUT',
    });
  });

  test('aborted while waiting, and aborted in the middle of the body: written', async () => {
    const silent = await tcpServer((socket) => socket.resume());
    const half = await tcpServer((socket) => {
      socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{"result":'));
    });
    for (const { port } of [silent, half]) {
      const outcome = await caller(`http://127.0.0.1:${port}`)(request({ signal: AbortSignal.timeout(250) }));
      expect(outcome).toMatchObject({ kind: 'no-answer', written: true, code: 'ABORTED' });
    }
  });

  test('an answer of more than 1 MiB is not read to its end', async () => {
    const server = await tcpServer((socket) => {
      socket.once('data', () => socket.write(`HTTP/1.1 200 OK\r\n\r\n${' '.repeat(1_048_577)}`));
    });
    expect(await caller(`http://127.0.0.1:${server.port}`)(request())).toMatchObject({
      written: true,
      code: 'UND_ERR_RES_EXCEEDED_MAX_SIZE',
    });
  });

  test('should undici fall silent, the socket’s own count still tells that a sale was written', async () => {
    vi.spyOn(diagnosticsChannel, 'subscribe').mockImplementation(() => undefined);
    const server = toClose(await startRawServer({ fault: 'reset-after-body' }));
    const onWritten = vi.fn();
    expect(await caller(server.baseUrl)(request({ onWritten }))).toMatchObject({ kind: 'no-answer', written: true });
    expect(onWritten).toHaveBeenCalledTimes(1);
  });

  test('a server that talks first and hangs up gets no second connection', async () => {
    const server = await tcpServer((socket) => socket.end('HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\n\r\n'));
    await caller(`http://127.0.0.1:${server.port}`)(request());
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(server.accepted()).toBe(1);
  });

  test.skipIf(process.platform !== 'linux')('the kernel probes the connection from 15 s on', async () => {
    const server = await tcpServer((socket) => socket.resume());
    const stop = new AbortController();
    const waiting = caller(`http://127.0.0.1:${server.port}`)(
      request({ signal: stop.signal, limits: { connectMs: 1_000, answerMs: 9_000, totalMs: null } }),
    );
    const hexPort = server.port.toString(16).toUpperCase().padStart(4, '0');
    const timer = () =>
      readFileSync('/proc/net/tcp', 'utf8')
        .split('\n')
        .map((line) => line.trim().split(/\s+/))
        .find((parts) => parts[2]?.endsWith(`:${hexPort}`))?.[5];
    // Kind 02 is keep-alive; the rest is hundredths of a second until it fires.
    await vi.waitFor(() => expect(timer()).toMatch(/^02:/), { timeout: 60_000 });
    const due = Number.parseInt(timer()?.slice(3) ?? '', 16);
    stop.abort();
    await waiting;
    expect(due).toBeGreaterThan(1_300);
    expect(due).toBeLessThanOrEqual(1_500);
  });
});
