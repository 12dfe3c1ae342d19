import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createNetsCardTerminal } from '../../../electron/nets/nets-card-terminal.ts';
import { afterThisTest, credentials, ID, notAborted, PASSWORD, saleRequest } from './set-up.ts';

describe('evidence', () => {
  /** Echoes into its failure whatever it was sent, as a debugging server might. */
  async function echoing(text: (authorization: string, password: string) => string) {
    let password = '';
    const token = `aaaaaaaaaa.${Buffer.from(JSON.stringify({ exp: 9e9 })).toString('base64url')}.bbbbbbbbbb`;
    const bodies: string[] = [];
    const server = createServer(async (incoming: IncomingMessage, response: ServerResponse) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
      const login = incoming.url === '/v1/login';
      if (login) password = /"password":"([^"]*)"/.exec(Buffer.concat(chunks).toString())?.[1] ?? '';
      const body = JSON.stringify(login ? { token } : { failure: { error: text(incoming.headers.authorization ?? '', password) } });
      bodies.push(body);
      response.writeHead(login ? 200 : 400, { 'content-type': 'application/json' }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    afterThisTest(() => server.close());
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const terminal = createNetsCardTerminal({ baseUrl, credentials: () => credentials });
    return { terminal, token, bodies };
  }

  test('holds neither password nor token, whatever the server says back', async () => {
    const { terminal, token } = await echoing(
      (authorization, password) => `Denied ${authorization} for ${password}: ${'x'.repeat(170)} ${authorization}`,
    );
    const answers = [
      await terminal.sale(saleRequest, { onWritten: () => undefined, signal: notAborted() }),
      await terminal.lookup(ID),
      await terminal.cancelAction(ID),
    ];
    for (const { evidence } of answers) {
      expect(evidence.failureText).toMatch(/^Denied bearer /);
      expect(evidence.failureText).toHaveLength(200);
    }
    const kept = JSON.stringify(answers);
    expect(kept).not.toContain(PASSWORD);
    expect(kept).not.toContain(token.slice(0, 12));
  });

  test('holds no more of a card number than its last four digits, wherever the text is cut', async () => {
    for (const padding of [0, 180, 190, 195]) {
      const { terminal } = await echoing(() => `${'x'.repeat(padding)} 4111 1111 1111 1111 and 541333******4444`);
      const { evidence } = await terminal.lookup(ID);
      expect(evidence.failureText).not.toMatch(/4111|541333|1111 1111/);
    }
  });

  test('has the digest and the size of the very bytes', async () => {
    const { terminal, bodies } = await echoing(() => 'Ei yhteyttä');
    const { evidence } = await terminal.lookup(ID);
    const body = Buffer.from(bodies.at(-1) ?? '');
    expect(evidence).toMatchObject({
      status: 400,
      bodyBytes: body.length,
      bodySha256: createHash('sha256').update(body).digest('hex'),
      failureText: 'Ei yhteyttä',
    });
  });
});
