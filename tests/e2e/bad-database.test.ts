import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import type { LaunchedApp } from '../support/desk/launch.ts';
import { type NetsDesk, openNetsDesk } from '../support/desk/nets-desk.ts';
import { runProgram } from '../support/desk/program.ts';
import { freshStart } from '../support/desk/started.ts';

const started = freshStart();

/** A profile with one approved payment, its program closed. */
async function profileWithOnePayment(): Promise<NetsDesk & { readonly database: string }> {
  const nets = await openNetsDesk(started);
  await nets.desk.startSale({ amount: '12,50', reference: 'R-8201' });
  await nets.desk.waitForOutcome('paid');
  await nets.desk.newSale();
  await nets.close();
  const names = readdirSync(nets.userDataDir, { recursive: true, encoding: 'utf8' });
  const found = names.filter((name) => isSqlite(join(nets.userDataDir, name)) && /pay|journal|willba|pos/i.test(name));
  expect(found, names.filter((name) => /sqlite|\.db/.test(name)).join(', ')).toHaveLength(1);
  return { ...nets, database: join(nets.userDataDir, found[0] ?? '') };
}

function isSqlite(path: string): boolean {
  return statSync(path).isFile() && statSync(path).size > 0 && readFileSync(path).subarray(0, 15).toString('latin1') === 'SQLite format 3';
}

/** Where the bytes are now: in their place, or put aside whole under another name beside it. */
function findWhole(folder: string, bytes: Buffer): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).equals(bytes));
}

async function restart(nets: NetsDesk): Promise<LaunchedApp> {
  return started.launch({ userDataDir: nets.userDataDir, provision: nets.provisioningFile });
}

/** No sale can start, neither by the button nor through the contract, and the screen says why. */
async function expectNoSale({ page, desk }: LaunchedApp, nets: NetsDesk, says: RegExp): Promise<void> {
  await desk.expectText(says);
  const before = nets.posts();
  await desk.ready();
  await desk.typeAmount('12,50');
  // Maksa may be there, disabled or gone: pressed all the same, and the key too.
  if ((await desk.payButton.count()) > 0) await desk.payButton.click({ force: true });
  await page.keyboard.press('F9');
  await desk.page.keyboard.press('Enter');
  const result = await page.evaluate(() => {
    const { pos } = window as unknown as { pos: { startSale: (input: object) => Promise<{ ok: boolean }> } };
    return pos.startSale({
      idempotencyKey: 'attempt-on-bad-db',
      mode: 'production',
      amountMinor: 1250,
      reference: '',
      terminalId: '71000001',
      confirmed: [],
    });
  });
  expect(result).toMatchObject({ ok: false, error: { moneyMoved: 'no' } });
  await page.waitForTimeout(500);
  expect(nets.posts()).toBe(before);
}

test('a database of a newer version is refused by name, and left as it was', async () => {
  const nets = await profileWithOnePayment();
  const database = new Database(nets.database);
  const version = Number(database.pragma('user_version', { simple: true }));
  expect(version).toBeGreaterThan(0);
  database.pragma(`user_version = ${version + 100}`);
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  const bytes = readFileSync(nets.database);
  await expectNoSale(await restart(nets), nets, /uudem/i);
  expect(readFileSync(nets.database).equals(bytes)).toBe(true);
});

test('a database that is garbage is put aside whole or left, and no sale starts', async () => {
  const nets = await profileWithOnePayment();
  const garbage = Buffer.from('this is no database, but somebody may want it back\n'.repeat(500));
  for (const suffix of ['-wal', '-shm']) rmSync(nets.database + suffix, { force: true });
  writeFileSync(nets.database, garbage);
  const { code } = await runProgram(nets.userDataDir, [`--export-payments=${join(nets.userDataDir, 'x.jsonl')}`], { display: false });
  expect(code).toBe(1);
  expect(existsSync(join(nets.userDataDir, 'x.jsonl'))).toBe(false);
  await expectNoSale(await restart(nets), nets, /vaurioit|vioittu|rikki|vahingoit/i);
  expect(findWhole(nets.userDataDir, garbage).length).toBeGreaterThan(0);
});

test('a database with a damaged page is put aside whole or left, and no sale starts', async () => {
  const nets = await profileWithOnePayment();
  const database = new Database(nets.database);
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  const bytes = readFileSync(nets.database);
  bytes.fill(0xa5, 4096, Math.min(bytes.length, 4096 * 5));
  writeFileSync(nets.database, bytes);
  await expectNoSale(await restart(nets), nets, /vaurioit|vioittu|rikki|vahingoit/i);
  expect(findWhole(nets.userDataDir, bytes).length).toBeGreaterThan(0);
});

test('a folder where the database should be is told, and no sale starts', async () => {
  const nets = await profileWithOnePayment();
  for (const suffix of ['', '-wal', '-shm']) rmSync(nets.database + suffix, { force: true });
  execFileSync('mkdir', ['-p', join(nets.database, 'inside')]);
  await expectNoSale(await restart(nets), nets, /tietokan|päiväkirj|maksukirj|lukea|avata/i);
});

test('a database that may not be written is told, and no sale starts', async () => {
  test.skip(process.getuid?.() === 0 && !canBeImmutable(), 'root may write everything here, and chattr +i does not work');
  const nets = await profileWithOnePayment();
  const database = new Database(nets.database);
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  const bytes = readFileSync(nets.database);
  chmodSync(nets.database, 0o444);
  if (process.getuid?.() === 0) execFileSync('chattr', ['+i', nets.database]);
  started.atEnd(() => {
    if (process.getuid?.() === 0) execFileSync('chattr', ['-i', nets.database]);
  });
  await expectNoSale(await restart(nets), nets, /kirjoit|tietokan|päiväkirj|lukea|avata/i);
  expect(readFileSync(nets.database).equals(bytes)).toBe(true);
});

function canBeImmutable(): boolean {
  const probe = join(started.folder('probe'), 'file');
  writeFileSync(probe, '');
  try {
    execFileSync('chattr', ['+i', probe], { stdio: 'ignore' });
    execFileSync('chattr', ['-i', probe], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test('a disk with under 20 MB free starts no sale, says so, and sells again when there is room', async () => {
  const folder = started.folder('small-disk');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    test.skip(true, 'mounting a small tmpfs is not allowed here');
  }
  started.atEnd(() => execFileSync('umount', ['-l', folder]));
  const nets = await openNetsDesk(started, { launch: { userDataDir: folder } });
  const ballast = join(folder, 'ballast');
  const free = Number(execFileSync('df', ['--output=avail', '-k', folder], { encoding: 'utf8' }).split('\n')[1]);
  writeFileSync(ballast, Buffer.alloc(Math.max(0, free - 3_000) * 1024));
  await nets.desk.startSale({ amount: '12,50', reference: 'R-8202' });
  await nets.desk.expectText(/levy/i);
  expect(nets.posts()).toBe(0);
  await expect(nets.desk.waiting).toBeHidden();
  await expect(nets.desk.amount).toHaveValue('12,50');
  rmSync(ballast);
  await nets.desk.pay();
  await nets.desk.waitForOutcome('paid');
  await nets.close();
});

test('a log that was lost with paid sales is told until a named person has read it, and a sale asks meanwhile', async () => {
  const nets = await openNetsDesk(started);
  await nets.desk.startSale({ amount: '12,50', reference: 'R-8301' });
  await nets.desk.waitForOutcome('paid');
  await nets.kill();
  rmSync(join(nets.userDataDir, 'payments.db-wal'));
  const check = await runProgram(nets.userDataDir, ['--self-check'], { display: false });
  expect(check.code).toBe(1);
  expect(JSON.parse(check.stdout)).toMatchObject({ healthy: false, missingPayments: { to: expect.any(String) } });
  const { page, desk } = await restart(nets);
  const notice = page.getByRole('alert').filter({ hasText: 'Viimeisimpiä maksuja voi puuttua' });
  await expect(notice).toBeVisible();
  const before = nets.posts();
  await desk.chooseTerminal('Päätelaite I');
  await desk.startSale({ amount: '12,50', reference: 'R-8301' });
  await expect(page.getByRole('alertdialog')).toContainText('Tältä koneelta voi puuttua maksuja');
  await page.getByRole('button', { name: 'Älä veloita' }).click();
  expect(nets.posts()).toBe(before);
  await notice.getByRole('button', { name: 'Kuittaa luetuksi' }).click();
  await page.getByRole('textbox', { name: 'Nimi' }).fill('Maija V.');
  await page.getByRole('button', { name: 'Olen lukenut' }).click();
  await expect(notice).toHaveCount(0);
  const healthy = await runProgram(nets.userDataDir, ['--self-check'], { display: false });
  expect(healthy.code).toBe(0);
});
