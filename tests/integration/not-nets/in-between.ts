import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createNetsCardTerminal, type NetsCardTerminalOptions } from '../../../electron/nets/nets-card-terminal.ts';
import { afterThisTest, credentials } from '../nets/set-up.ts';

export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

export const page =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'text/html', ...headers }).end('<html><body>Sign in to the network</body></html>');
export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

export const logIn: Answer = json(200, { token: 'token-1', username: 'desk', terminals: ['71000001'] });

/** Something that stands between the desk and Nets: it lets log-ins through unless told otherwise, and answers all else itself. */
export async function inBetween(
  { answer, login = logIn }: { readonly answer: Answer; readonly login?: Answer },
  options: Partial<NetsCardTerminalOptions> = {},
) {
  const seen: string[] = [];
  const now = { answer, login };
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    request.resume();
    request.once('end', () => (request.url === '/v1/login' ? now.login : now.answer)(response, request));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const terminal = createNetsCardTerminal({ baseUrl, credentials: () => credentials, ...options });
  afterThisTest(() => {
    terminal.dispose();
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl, terminal, now, logins: () => seen.filter((line) => line === 'POST /v1/login').length, seen };
}
