import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net';
import { createSecureContext } from 'node:tls';
import { afterEach, expect, it } from 'vitest';
import { createStrapiTerminals } from '../../../electron/strapi/strapi-terminals.ts';
import { selfSignedCertificate } from '../../support/connect-cloud/index.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Strapi behind TLS, with a certificate that no public authority knows, and the company's proxy before it. */
async function secureStrapi() {
  const { key, cert: certificate } = selfSignedCertificate();
  const data = [{ documentId: 'a', name: 'Päätelaite I', terminalId: '71000001', active: true }];
  const strapi = createHttpsServer({ key, cert: certificate }, (_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ data, meta: { pagination: { pageCount: 1, total: 1 } } }));
  });
  await new Promise<void>((resolve) => strapi.listen(0, '127.0.0.1', resolve));
  const seen: string[] = [];
  const proxy = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (chunk) => {
      const line = chunk.toString('latin1').split('\r\n')[0] ?? '';
      seen.push(line);
      const [host = '', port = ''] = (line.split(' ')[1] ?? '').split(':');
      const onward = connect(Number.parseInt(port, 10), host, () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.pipe(onward).pipe(socket);
      });
      onward.on('error', () => socket.destroy());
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const portOf = (server: { address(): AddressInfo | string | null }): number => (server.address() as AddressInfo).port;
  closers.push(
    () => void strapi.closeAllConnections(),
    () => void strapi.close(),
    () => void proxy.close(),
  );
  return {
    baseUrl: `https://127.0.0.1:${portOf(strapi)}`,
    certificate,
    seen,
    pac: `PROXY 127.0.0.1:${portOf(proxy)}`,
    port: portOf(strapi),
  };
}

it('is read through the system’s proxy, with an authority that the system trusts', async () => {
  const { baseUrl, certificate, seen, pac, port } = await secureStrapi();
  const asked: string[] = [];
  const resolveProxy = async (url: string): Promise<string> => {
    asked.push(url);
    return pac;
  };
  const source = createStrapiTerminals({ baseUrl, token: () => 'token', resolveProxy, trusted: createSecureContext({ ca: certificate }) });
  closers.push(() => source.dispose());
  expect(await source.list()).toMatchObject({ ok: true, value: [{ terminalId: '71000001' }] });
  expect(seen).toEqual([`CONNECT 127.0.0.1:${port} HTTP/1.1`]);
  expect(asked).toEqual([`${baseUrl}/`]);
});

it('is not read from somebody whom no authority knows', async () => {
  const { baseUrl } = await secureStrapi();
  const source = createStrapiTerminals({ baseUrl, token: () => 'token' });
  closers.push(() => source.dispose());
  expect(await source.list()).toEqual({ ok: false, error: 'unreachable' });
});
