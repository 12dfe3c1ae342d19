import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createStrapiTerminals } from '../../../electron/strapi/strapi-terminals.ts';
import { afterThisTest } from '../nets/set-up.ts';
import { type Answer, json, page } from './in-between.ts';

async function listFrom(answer: Answer) {
  const server = createServer((request, response) => answer(response, request));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const strapi = createStrapiTerminals({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: () => 'token' });
  afterThisTest(() => {
    strapi.dispose();
    server.closeAllConnections();
    server.close();
  });
  return strapi.list();
}
const refusal = (status: number, name: string) => ({ data: null, error: { status, name, message: 'no', details: {} } });

test.each<[string, Answer, string]>([
  ['Strapi’s own 401', json(401, refusal(401, 'UnauthorizedError')), 'not-authorised'],
  ['Strapi’s own 403', json(403, refusal(403, 'ForbiddenError')), 'not-authorised'],
  ['a firewall’s 401', page(401), 'unreachable'],
  ['a firewall’s 403', page(403), 'unreachable'],
  ['a firewall’s JSON', json(403, { error: 'blocked' }), 'unreachable'],
  ['JSON that is nearly Strapi’s', json(403, { error: { status: 403 } }), 'unreachable'],
  ['another status within', json(403, refusal(200, 'ForbiddenError')), 'unreachable'],
  ['an empty 403', (response) => void response.writeHead(403).end(), 'unreachable'],
  ['a throttle', page(429), 'unreachable'],
  ['a captive portal', page(200), 'unreadable'],
])('%s', async (_, answer, error) => {
  expect(await listFrom(answer)).toEqual({ ok: false, error });
});
