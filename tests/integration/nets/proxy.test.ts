import { type AddressInfo, connect } from 'node:net';
import { createSecureContext, createServer as createTlsServer } from 'node:tls';
import { describe, expect, test, vi } from 'vitest';
import { type ConnectCloud, selfSignedCertificate, slowCall, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { caller, PATH, request, tcpServer, toClose } from './small-servers.ts';

const secureCloud = async (): Promise<ConnectCloud> =>
  toClose(await startConnectCloud({ username: 'desk', password: 'secret', https: true }));

describe('through a proxy', () => {
  /** A CONNECT proxy that does as told, and the order of what it saw. */
  async function proxy(answer: 'tunnel' | 'silent' | 'hang-up' | `HTTP/1.1 ${string}`, before = '', inPieces = false) {
    const seen: string[] = [];
    const { port } = await tcpServer((socket) => {
      socket.once('data', (chunk) => {
        const line = chunk.toString('latin1').split('\r\n')[0] ?? '';
        seen.push(line);
        if (answer === 'silent') return;
        if (answer === 'hang-up') return void socket.destroy();
        if (answer !== 'tunnel') return void socket.end(`${answer}\r\ncontent-length: 0\r\n\r\n`);
        const [host = '', targetPort = ''] = (line.split(' ')[1] ?? '').split(':');
        const onward = connect(Number.parseInt(targetPort, 10), host, async () => {
          for (const piece of `${before}HTTP/1.1 200 Connection established\r\n\r\n`.match(inPieces ? /[\s\S]{1,9}/g : /[\s\S]+/g) ?? []) {
            socket.write(piece);
            await new Promise((resolve) => setImmediate(resolve));
          }
          socket.pipe(onward).pipe(socket);
        });
        onward.on('error', () => socket.destroy());
      });
    });
    return { pac: `PROXY 127.0.0.1:${port}`, port, seen };
  }

  const secured = async (pac: string) => {
    const cloud = await secureCloud();
    const resolveProxy = vi.fn(async () => pac);
    const call = caller(cloud.baseUrl, { resolveProxy, trusted: createSecureContext({ ca: cloud.certificate ?? '' }) });
    return { cloud, call, resolveProxy };
  };

  test('the request goes through a tunnel, once, and is told as written only inside it', async () => {
    const tunnel = await proxy('tunnel');
    const { cloud, call, resolveProxy } = await secured(tunnel.pac);
    const seenWhenWritten: number[] = [];
    const outcome = await call(request({ onWritten: () => seenWhenWritten.push(tunnel.seen.length, cloud.requests.length) }));
    expect(outcome).toMatchObject({ kind: 'answered', status: 401 });
    expect(tunnel.seen).toEqual([`CONNECT 127.0.0.1:${cloud.port} HTTP/1.1`]);
    expect(seenWhenWritten).toEqual([1, 0]);
    expect(cloud.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([`POST ${PATH}`]);
    expect(resolveProxy).toHaveBeenCalledWith(`${cloud.baseUrl}/`);
  });

  test.each([
    ['wants a password', 'HTTP/1.1 407 Proxy Authentication Required', 'PROXY_407'],
    ['forbids the host', 'HTTP/1.1 403 Forbidden', 'PROXY_403'],
    ['finds nobody behind it', 'HTTP/1.1 502 Bad Gateway', 'PROXY_502'],
    ['hangs up', 'hang-up', /^(ECONNRESET|CLOSED)$/],
    ['says nothing', 'silent', 'CONNECT_TIMEOUT'],
  ] as const)('a proxy that %s has seen CONNECT and no request: never written', async (_name, answer, code) => {
    const refusing = await proxy(answer);
    const { cloud, call } = await secured(refusing.pac);
    const onWritten = vi.fn();
    const outcome = await call(request({ onWritten, limits: { connectMs: 500, answerMs: 1_000, totalMs: null } }));
    expect(outcome).toMatchObject({ kind: 'no-answer', written: false, code: expect.stringMatching(code) });
    expect(onWritten).not.toHaveBeenCalled();
    expect(refusing.seen).toHaveLength(1);
    expect(cloud.requests).toHaveLength(0);
  });

  test.each([
    ['in one piece', false],
    ['in pieces', true],
  ])('a proxy that says 100 and 103 before it tunnels, %s, is one that tunnels', async (_name, inPieces) => {
    const before = 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n';
    const tunnel = await proxy('tunnel', before, inPieces);
    const { cloud, call } = await secured(tunnel.pac);
    expect(await call(request())).toMatchObject({ kind: 'answered', status: 401 });
    expect(cloud.requests).toHaveLength(1);
  });

  test('a proxy that says 100 and nothing more is waited for as long as for a connection', async () => {
    const { port } = await tcpServer((socket) => socket.once('data', () => socket.write('HTTP/1.1 100 Continue\r\n\r\n')));
    const { cloud, call } = await secured(`PROXY 127.0.0.1:${port}`);
    const limits = { connectMs: 500, answerMs: 1_000, totalMs: null };
    expect(await call(request({ limits }))).toMatchObject({ kind: 'no-answer', written: false, code: 'CONNECT_TIMEOUT' });
    expect(cloud.requests).toHaveLength(0);
  });

  test('a proxy that says 100 and then refuses has refused', async () => {
    const refusing = await proxy('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 407 Proxy Authentication Required');
    const { cloud, call } = await secured(refusing.pac);
    expect(await call(request())).toMatchObject({ kind: 'no-answer', written: false, code: 'PROXY_407' });
    expect(cloud.requests).toHaveLength(0);
  });

  test('a dead proxy is passed over where the settings say so', async () => {
    const { cloud, call } = await secured('PROXY 127.0.0.1:1; DIRECT');
    expect(await call(request())).toMatchObject({ kind: 'answered', status: 401 });
    expect(cloud.requests).toHaveLength(1);
  });

  test('a way that this program does not have is said, not walked around', async () => {
    const { cloud, call } = await secured('SOCKS5 127.0.0.1:1080');
    expect(await call(request())).toMatchObject({ written: false, code: 'PROXY_UNSUPPORTED' });
    expect(cloud.requests).toHaveLength(0);
  });

  test('the connect limit ends with the tunnel: an answer may take longer', async () => {
    const tunnel = await proxy('tunnel');
    const { cloud, call } = await secured(tunnel.pac);
    cloud.logins.play(slowCall(900));
    const limits = { connectMs: 500, answerMs: 5_000, totalMs: null };
    expect(await call(request({ path: '/v1/login', limits }))).toMatchObject({ kind: 'answered', status: 401 });
  });

  test('a proxy that is itself reached by TLS', async () => {
    const tunnel = await proxy('tunnel');
    const certificate = selfSignedCertificate();
    const front = createTlsServer(certificate, (socket) => {
      const onward = connect(tunnel.port, '127.0.0.1');
      socket.on('error', () => onward.destroy());
      onward.on('error', () => socket.destroy());
      socket.pipe(onward).pipe(socket);
    });
    await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
    toClose(front);
    const { port } = front.address() as AddressInfo;
    const cloud = toClose(await startConnectCloud({ username: 'desk', password: 'secret', https: certificate }));
    const trusted = createSecureContext({ ca: certificate.cert });
    const call = caller(cloud.baseUrl, { resolveProxy: async () => `HTTPS 127.0.0.1:${port}`, trusted });
    expect(await call(request())).toMatchObject({ kind: 'answered', status: 401 });
    expect(tunnel.seen).toEqual([`CONNECT 127.0.0.1:${cloud.port} HTTP/1.1`]);
    expect(cloud.requests).toHaveLength(1);
  });

  test('settings that never come count as connecting: never written', async () => {
    const cloud = await secureCloud();
    const call = caller(cloud.baseUrl, { resolveProxy: () => new Promise(() => undefined) });
    const limits = { connectMs: 300, answerMs: 5_000, totalMs: null };
    expect(await call(request({ limits }))).toMatchObject({ written: false, code: 'CONNECT_TIMEOUT' });
    expect(cloud.connections()).toBe(0);
  });

  test('what stays on this machine asks for no proxy', async () => {
    const cloud = toClose(await startConnectCloud({ username: 'desk', password: 'secret' }));
    const resolveProxy = vi.fn(async () => 'PROXY 127.0.0.1:1');
    expect(await caller(cloud.baseUrl, { resolveProxy })(request())).toMatchObject({ kind: 'answered' });
    expect(resolveProxy).not.toHaveBeenCalled();
  });

  test('settings that cannot be read are none', async () => {
    const cloud = await secureCloud();
    const call = caller(cloud.baseUrl, {
      resolveProxy: () => Promise.reject(new Error('no session')),
      trusted: createSecureContext({ ca: cloud.certificate ?? '' }),
    });
    expect(await call(request())).toMatchObject({ kind: 'answered', status: 401 });
  });
});
