import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Certificate } from '../../support/connect-cloud/index.ts';
import { afterThisTest } from '../nets/set-up.ts';

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterThisTest(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A TLS server that counts what it can read, and answers the first bytes so that no caller waits for a limit. */
export async function listeningServer(certificate: Certificate) {
  let heard = '';
  let handshakes = 0;
  const server = createTlsServer({ ...certificate, minVersion: 'TLSv1' }, (socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
      socket.end('HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n');
    });
  });
  server.on('tlsClientError', () => undefined);
  server.on('connection', () => {
    handshakes += 1;
  });
  const port = await listen(server);
  return { port, heard: () => heard, accepted: () => handshakes };
}

/** A proxy that tunnels with CONNECT; with a certificate it is itself reached by TLS. */
export async function tunnel(certificate: Certificate | null = null) {
  const asked: string[] = [];
  const serve = (socket: Socket): void => {
    socket.on('error', () => undefined);
    socket.once('data', (chunk) => {
      const line = chunk.toString('latin1').split('\r\n')[0] ?? '';
      asked.push(line);
      const port = Number.parseInt(/:(\d+) HTTP/.exec(line)?.[1] ?? '', 10);
      const onward = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.pipe(onward).pipe(socket);
      });
      onward.on('error', () => socket.destroy());
    });
  };
  const server = certificate === null ? createTcpServer(serve) : createTlsServer(certificate, serve);
  server.on('tlsClientError', () => undefined);
  const port = await listen(server);
  return { pac: `${certificate === null ? 'PROXY' : 'HTTPS'} 127.0.0.1:${port}`, asked };
}
