import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:https';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

import { comparePaymentsWithLedger, type LedgerSnapshot, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { endOf, member } from './api-client.ts';

it('serves https with a certificate that only a client that was told so trusts', async () => {
  const cloud = await startConnectCloud({ username: 'u', password: 'p', https: true });
  const login = (ca: string | null): Promise<number | string> =>
    new Promise((resolve) => {
      const call = request(`${cloud.baseUrl}/v1/login`, { method: 'POST', ...(ca === null ? {} : { ca }) }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      call.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
      call.end(JSON.stringify({ username: 'u', password: 'p' }));
    });
  expect(await login(null)).toMatch(/SELF_SIGNED/);
  expect(cloud.requests).toEqual([]);
  expect(await login(cloud.certificate)).toBe(200);
  await cloud.close();
});

it('runs as a process of its own, scripted through its control door', async () => {
  const serve = fileURLToPath(new URL('../../support/connect-cloud/serve.ts', import.meta.url));
  const child = spawn(process.execPath, [serve, '--always', '71000002=busy'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const started: unknown = JSON.parse(line);
    const baseUrl = String(member(started, 'baseUrl'));
    const control = String(member(started, 'controlUrl'));
    const tell = (path: string, body: unknown): Promise<Response> =>
      fetch(`${control}${path}`, { method: 'POST', body: JSON.stringify(body) });

    const login = await fetch(`${baseUrl}/v1/login`, { method: 'POST', body: '{"username":"test-user","password":"test-password"}' });
    const token = String(member(await login.json(), 'token'));
    const sale = (id: string, orderId: string): Promise<Response> =>
      fetch(`${baseUrl}/v1/terminal/${id}/transaction`, {
        method: 'POST',
        headers: { authorization: `bearer ${token}` },
        body: JSON.stringify({ transactionType: 'purchase', amount: 100, orderId }),
      });
    await tell('/terminal/71000001/play', { name: 'decline', args: ['51', { afterMs: 10 }] });
    expect(member(await (await sale('71000001', 'A-1')).json(), 'failure.localModeEventArgs.ResponseCode')).toBe('51');
    expect(member(await (await sale('71000002', 'A-2')).json(), 'failure.error')).toBe('Terminal busy');
    expect((await tell('/terminal/71000001/play', { name: 'nonsense' })).status).toBe(400);
    const ledger = (await (await fetch(`${control}/ledger`)).json()) as LedgerSnapshot;
    expect(ledger.attempts.map((attempt) => attempt.outcome)).toEqual(['rejected', 'refused']);
    expect(comparePaymentsWithLedger([], ledger)).toHaveLength(2);
    await tell('/stop-listening', null);
    expect(await endOf(sale('71000001', 'A-3'))).toBe('broken');
  } finally {
    child.kill();
  }
});
