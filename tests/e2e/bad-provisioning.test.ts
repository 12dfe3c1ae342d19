import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { hold } from '../support/connect-cloud/index.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { runProgram } from '../support/desk/program.ts';
import { freshStart } from '../support/desk/started.ts';
import { provisionedTerminals, provisioningFile } from '../support/provisioning.ts';

const started = freshStart();
const [first] = provisionedTerminals;
const nets = { username: 'u', password: 'very-secret-password' };

const bad: ReadonlyArray<readonly [what: string, content: string | object]> = [
  ['is not JSON', '{ "version": 1,'],
  ['is empty', ''],
  ['is JSON but no object', '[1, 2]'],
  ['has another version', { ...provisioningFile(), version: 2 }],
  ['has no version', provisioningFile({ without: ['version'] })],
  ['names a terminal twice', provisioningFile({ terminals: first === undefined ? [] : [first, { ...first, name: 'Toinen' }] })],
  ['has http to a public host', provisioningFile({ nets: { baseUrl: 'http://connectcloud.example.com', ...nets } })],
  ['has http to a private network address', provisioningFile({ nets: { baseUrl: 'http://192.168.1.10:8080', ...nets } })],
  ['has http to a host that only begins like loopback', provisioningFile({ nets: { baseUrl: 'http://127.0.0.1.example.com', ...nets } })],
  ['has another protocol', provisioningFile({ nets: { baseUrl: 'ftp://127.0.0.1', ...nets } })],
  ['has an address that is none', provisioningFile({ nets: { baseUrl: 'connectcloud', ...nets } })],
  ['is in other letters than UTF-8', Buffer.from(JSON.stringify(provisioningFile({ property: 'Pääsky' })), 'latin1')],
  ['has a member twice', JSON.stringify(provisioningFile()).replace('{"version":1,', '{"version":1,"nets":{},"nets":{},')],
  [
    'has a password with a sign that nobody sees',
    provisioningFile({ nets: { ...nets, baseUrl: 'http://127.0.0.1:9', password: 'very-secret\u200b-password' } }),
  ],
  ['has two operators who read the same', provisioningFile({ operators: ['Maija V.', 'maija  v.'] })],
  ['has a property of the wrong type', { ...provisioningFile(), property: 12 }],
];

/** Every file of the program's own (Chromium's caches change by themselves). */
function fingerprint(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(json|db|sqlite3?|jsonl)$/.test(name));
  return Object.fromEntries(
    files
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
}

async function expectRefused(userDataDir: string, path: string): Promise<string> {
  const { code, said, stderr, stdout } = await runProgram(userDataDir, [`--provision=${path}`]);
  expect(said, stderr).toHaveLength(1);
  expect(code).toBe(2);
  expect(`${stdout}${stderr}`).not.toContain('very-secret-password');
  return said[0] ?? '';
}

test('a provisioning file that is missing is refused by its name', async () => {
  const folder = started.folder();
  const line = await expectRefused(folder, join(folder, 'none.json'));
  expect(line).toContain('none.json');
});

test('a provisioning file that is a folder is refused', async () => {
  await expectRefused(started.folder(), started.folder('a-folder'));
});

test('a bad provisioning file is refused in one line, and nothing changes', async () => {
  test.setTimeout(480_000);
  const good = await started.launch({ provision: started.provision({ baseUrl: 'http://127.0.0.1:9' }) });
  await good.desk.ready();
  await good.close();
  const before = fingerprint(good.userDataDir);
  expect(Object.keys(before)).not.toEqual([]);
  const lines = new Set<string>();
  for (const [what, content] of bad) {
    const path = join(started.folder('provisioning'), 'support.json');
    writeFileSync(path, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
    await test.step(what, async () => {
      const line = await expectRefused(good.userDataDir, path);
      lines.add(line.replace(path, ''));
      expect(fingerprint(good.userDataDir)).toEqual(before);
    });
  }
  expect(lines.size, [...lines].join('\n')).toBeGreaterThan(6);
});

test('a bad provisioning file leaves an empty profile empty', async () => {
  const folder = started.folder();
  const path = join(started.folder('provisioning'), 'support.json');
  writeFileSync(path, '{');
  await expectRefused(folder, path);
  expect(fingerprint(folder)).toEqual({});
});

test('a file that changes the Nets host or user while a payment is open is refused', async () => {
  const desk = await openNetsDesk(started);
  const play = desk.cloud.terminal('71000001').play(hold());
  await desk.desk.startSale({ amount: '12,50', reference: 'R-8101' });
  await play.arrived;
  await desk.kill();
  const before = fingerprint(desk.userDataDir);
  const otherHost = started.provision({ baseUrl: 'http://127.0.0.1:9' });
  const otherUser = started.provision({ baseUrl: desk.cloud.baseUrl, username: 'somebody-else' });
  for (const path of [otherHost, otherUser]) {
    await expectRefused(desk.userDataDir, path);
    expect(Object.keys(fingerprint(desk.userDataDir))).toEqual(Object.keys(before));
  }
  expect(await desk.readExport()).toMatchObject([{ reference: 'R-8101', moneyMoved: 'unknown' }]);

  const again = await started.launch({ userDataDir: desk.userDataDir, provision: desk.provisioningFile });
  await again.desk.waitForOutcome('unclear');
});

test('a file is not imported behind the back of a program that runs', async () => {
  const running = await openNetsDesk(started);
  const other = started.provision({ baseUrl: running.cloud.baseUrl, property: 'Toinen hotelli' });
  await expectRefused(running.userDataDir, other);
  await running.desk.expectText('Hotelli Esimerkki');
});
