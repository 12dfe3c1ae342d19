import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Program } from '../../../electron/program/compose.ts';
import { type CheckName, checkNames } from '../../../shared/check-names.ts';
import type { CheckResult } from '../../../shared/checks.ts';
import { hold, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { testCredentials } from '../../support/provisioning.ts';
import { composeForTest, sale } from './program.ts';

const closers: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function open(baseUrl: string): Program {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-checks-'));
  const program = composeForTest(folder, baseUrl);
  closers.push(
    () => rmSync(folder, { recursive: true, force: true }),
    () => program.close(),
  );
  return program;
}

async function all(program: Program, terminalId = '71000001'): Promise<Record<CheckName, CheckResult>> {
  const results = await Promise.all(
    checkNames.map(async (name) => {
      const answer = await program.execute('runCheck', { name, terminalId });
      if (!answer.ok) throw new Error(answer.error.code);
      return [name, answer.value] as const;
    }),
  );
  return Object.fromEntries(results) as Record<CheckName, CheckResult>;
}

/** Answers the log-in and the list, with a clock of its own. */
async function netsAt(date: Date | null, body = '{"token":"t","terminals":["71000001"]}'): Promise<string> {
  const server = createServer((_request, response) => {
    response.sendDate = false;
    if (date !== null) response.setHeader('date', date.toUTCString());
    response.setHeader('content-type', body.startsWith('{') ? 'application/json' : 'text/html').end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('support’s checks', () => {
  it('are all well where all is well, and nothing goes to a terminal', async () => {
    const cloud = await startConnectCloud({ ...testCredentials });
    closers.push(() => cloud.close());
    const results = await all(open(cloud.baseUrl));
    expect(
      Object.entries(results)
        .filter(([, { result }]) => result !== 'ok')
        .map(([name]) => name),
    ).toEqual(['connected', 'backup']);
    expect(results.backup).toMatchObject({ result: 'unknown', reason: 'no-backup-yet' });
    expect(results.connected).toMatchObject({ result: 'unknown', reason: 'never-tried' });
    expect(results.strapi).toMatchObject({ reason: 'not-configured' });
    expect(cloud.requests.filter(({ path }) => /\/terminal\/\d/.test(path))).toEqual([]);
    // The checks that need Nets' list ask for it together; the program's own look at the start is the other one.
    expect(cloud.requests.filter(({ path }) => path === '/v1/terminal').length).toBeLessThanOrEqual(2);
  });

  it('tell an inactive terminal, one that Nets does not list, and one that is gone', async () => {
    const cloud = await startConnectCloud({ ...testCredentials });
    closers.push(() => cloud.close());
    const program = open(cloud.baseUrl);
    expect((await all(program, '71000005')).active).toMatchObject({ result: 'failed', reason: 'inactive' });
    cloud.terminal('71000001').setListed(false);
    expect((await all(program)).id).toMatchObject({ result: 'failed', reason: 'not-listed' });
    await program.execute('chooseTerminal', { terminalId: '71000002' });
    const gone = await all(program, '79999999');
    expect(gone.active).toMatchObject({ result: 'failed', reason: 'missing' });
    expect(gone.id).toMatchObject({ result: 'failed', reason: 'missing' });
  });

  it('tell a payment of this PC that runs there, and do not disturb it', async () => {
    const cloud = await startConnectCloud({ ...testCredentials });
    closers.push(() => cloud.close());
    const program = open(cloud.baseUrl);
    const play = cloud.terminal('71000001').play(hold());
    expect(await program.execute('startSale', sale())).toMatchObject({ ok: true });
    await play.arrived;
    expect((await all(program)).free).toMatchObject({ result: 'failed', reason: 'payment-running' });
    expect(cloud.disturbances('71000001')).toEqual([]);
  });

  it('tell a refused log-in from a Nets that is not there and from one that cannot be read', async () => {
    const cloud = await startConnectCloud({ ...testCredentials, password: 'another' });
    expect((await all(open(cloud.baseUrl))).login).toMatchObject({ result: 'failed', reason: 'not-authorised' });
    await cloud.close();
    const gone = await all(open(cloud.baseUrl));
    expect(gone.login).toMatchObject({ result: 'failed', reason: 'unreachable' });
    expect(gone.id).toMatchObject({ result: 'unknown' });
    expect(gone.clock).toMatchObject({ result: 'unknown' });
    expect((await all(open(await netsAt(new Date(), '<html></html>')))).login).toMatchObject({ result: 'failed', reason: 'unreadable' });
  });

  it('tell a clock that is off by Nets’ own Date, and say nothing where there is none', async () => {
    const hourAgo = new Date(Date.now() - 3_600_000);
    expect((await all(open(await netsAt(hourAgo)))).clock).toMatchObject({ result: 'failed', reason: 'clock-off', minutes: 60 });
    expect((await all(open(await netsAt(new Date())))).clock).toMatchObject({ result: 'ok' });
    expect((await all(open(await netsAt(null)))).clock).toMatchObject({ result: 'unknown' });
  });
});
