import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { approve } from '../support/connect-cloud/index.ts';
import type { LaunchedApp } from '../support/desk/launch.ts';
import { freshStart } from '../support/desk/started.ts';
import { filesThatHold, holds } from '../support/keyring/find-secret.ts';
import { openKeyring } from '../support/keyring/keyring.ts';
import { startSmallStrapi } from '../support/strapi/small-strapi.ts';

const started = freshStart();

const PLANTED = {
  password: 'planted-nets-password-7Qx2',
  strapiToken: 'planted-strapi-token-8Zk4',
  outboxToken: 'planted-outbox-token-3Lm9',
  webhookSecret: 'whsec_cGxhbnRlZC13ZWJob29rLXNlY3JldA==',
  linkKey: 'planted-link-key-5Hn1',
};
const secrets = Object.values(PLANTED);

/** Everything that main says to the window from now on: each event and each answer. */
async function recordTraffic({ app }: LaunchedApp): Promise<() => Promise<string>> {
  await app.evaluate(({ BrowserWindow, ipcMain }) => {
    const said: string[] = [];
    (globalThis as { said?: string[] }).said = said;
    for (const window of BrowserWindow.getAllWindows()) {
      const send = window.webContents.send.bind(window.webContents);
      window.webContents.send = (channel: string, ...args: unknown[]) => {
        said.push(JSON.stringify(args));
        send(channel, ...args);
      };
    }
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (event: object, input: unknown) => Promise<unknown>> })
      ._invokeHandlers;
    for (const [channel, handler] of handlers) {
      handlers.set(channel, async (event, input) => {
        const answer = await handler(event, input);
        said.push(JSON.stringify(answer));
        return answer;
      });
    }
  });
  return () => app.evaluate(() => ((globalThis as { said?: string[] }).said ?? []).join('\n'));
}

async function heapOf(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }: { chunk: string }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return Buffer.from(chunks.join(''));
}

test('saved secrets are kept by the system’s keyring and are found nowhere else, also after a restart', async () => {
  test.setTimeout(480_000);
  const keyring = await openKeyring();
  started.atEnd(() => keyring.close());
  const cloud = await started.cloud({ password: PLANTED.password });
  const strapi = await startSmallStrapi();
  started.atEnd(() => strapi.goAway());
  const provision = started.provision({
    baseUrl: cloud.baseUrl,
    password: PLANTED.password,
    strapi: { baseUrl: strapi.baseUrl, token: PLANTED.strapiToken, outboxToken: PLANTED.outboxToken },
    willba: { webhookUrl: 'https://willba.example/hook', webhookSecret: PLANTED.webhookSecret, linkKey: PLANTED.linkKey },
  });
  const userDataDir = started.folder();
  const common = { userDataDir, env: keyring.env, before: keyring.before };
  const first = await started.launch({ ...common, provision });
  await first.desk.ready();
  await expect.poll(() => first.desk.text(), { timeout: 60_000 }).toContain('Nets yhdistetty');
  expect(await first.desk.text()).not.toContain('säilyvät vain tämän käynnistyksen ajan');
  await first.close();

  // Without the file: the secrets come from the keyring, and Nets takes the password.
  const again = await started.launch(common);
  const { desk, page } = again;
  await desk.ready();
  const traffic = await recordTraffic(again);
  await expect.poll(() => desk.text(), { timeout: 60_000 }).toContain('Nets yhdistetty');
  cloud.terminal('71000001').play(approve());
  await desk.startSale({ amount: '12,50', reference: 'R-1', terminal: 'Päätelaite I' });
  await desk.waitForOutcome('paid');
  await desk.newSale();
  // Both of Strapi's come from the keyring: one reads, the other one writes the payment for the property's other desks.
  const tokens = [PLANTED.strapiToken, PLANTED.outboxToken].map((token) => `Bearer ${token}`);
  await expect.poll(() => [...new Set(strapi.tokens)].sort()).toEqual(tokens.sort());
  await desk.button('Asetukset').click();
  await page.getByRole('button', { name: 'Tuen asetukset' }).click();
  await page.getByRole('button', { name: 'Jatka tuen asetuksiin' }).click();
  await expect(page.getByText('Tallennettu. Jätä tyhjäksi').first()).toBeVisible();
  await page.reload();
  await desk.ready();
  await again.readExport();

  const said = Buffer.from(await traffic());
  expect(said.length).toBeGreaterThan(500);
  expect(secrets.filter((secret) => holds(said, secret))).toEqual([]);
  const heap = await heapOf(page);
  expect(heap.length).toBeGreaterThan(1_000_000);
  expect(secrets.filter((secret) => holds(heap, secret))).toEqual([]);
  expect(filesThatHold(userDataDir, secrets)).toEqual([]);

  // The control: this search would find them.
  await desk.button('Asetukset').click();
  await page.getByRole('button', { name: 'Tuen asetukset' }).click();
  await page.getByRole('button', { name: 'Jatka tuen asetuksiin' }).click();
  await page.getByLabel('Netsin salasana').fill(PLANTED.password);
  expect(holds(await heapOf(page), PLANTED.password)).toBe(true);
  writeFileSync(join(userDataDir, 'control.txt'), Buffer.from(`{"a":"${PLANTED.linkKey}"}`).toString('base64'));
  expect(filesThatHold(userDataDir, secrets)).toEqual([`control.txt holds ${PLANTED.linkKey}`]);
});

test('another account of this PC finds its terminal and its payments, and is told that the log-in must be imported for it', async () => {
  test.setTimeout(480_000);
  const [mine, theirs] = [await openKeyring(), await openKeyring()];
  started.atEnd(() => mine.close());
  started.atEnd(() => theirs.close());
  const cloud = await started.cloud();
  const provision = started.provision({ baseUrl: cloud.baseUrl });
  const userDataDir = started.folder();
  const first = await started.launch({ userDataDir, env: mine.env, before: mine.before, provision });
  await first.desk.ready();
  cloud.terminal('71000002').play(approve());
  await first.desk.startSale({ amount: '7', reference: 'R-1', terminal: 'Päätelaite II' });
  await first.desk.waitForOutcome('paid');
  await first.close();

  const account = { userDataDir, env: theirs.env, before: theirs.before };
  const second = await started.launch(account);
  await second.desk.ready();
  await expect.poll(() => second.desk.text()).toContain('Nets-tunnukset puuttuvat tältä käyttäjätililtä');
  await expect(second.desk.changeTerminal).toHaveAccessibleName(/Päätelaite II/);
  expect(await second.desk.text()).toContain('Vastaanotto');
  expect(await second.desk.text()).toContain('R-1');
  await expect(second.desk.button('Tuo käyttöönottotiedosto')).toBeVisible();
  expect(cloud.requests.filter(({ path }) => path.includes('login'))).toHaveLength(1);
  await second.close();

  const imported = await started.launch({ ...account, provision });
  cloud.terminal('71000002').play(approve());
  await imported.desk.ready();
  await imported.desk.startSale({ amount: '12,50', reference: 'R-2' });
  await imported.desk.waitForOutcome('paid');
});
