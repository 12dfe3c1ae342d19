import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { approve, hold } from '../support/connect-cloud/index.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { runProgram } from '../support/desk/program.ts';
import { freshStart } from '../support/desk/started.ts';

const started = freshStart();
const noDisplay = { display: false } as const;

test('--self-check prints one JSON object without a display and ends well', async () => {
  const folder = started.folder();
  const { code, stdout, said } = await runProgram(folder, ['--self-check'], noDisplay);
  expect(said).toEqual([]);
  expect(code).toBe(0);
  const words = JSON.stringify(JSON.parse(stdout));
  for (const said of [/"electron":"\d+/, /"sqlite":/, /"synchronous":"FULL"/, /"journalMode":"wal"/, /"fuses":\{/, /default-src 'none'/]) {
    expect(words).toMatch(said);
  }
  expect(words).toMatch(/"openPayments":0/);
});

test('--self-check while the program runs counts its open payments and disturbs nothing', async () => {
  const { userDataDir, desk, cloud, expectAgreement } = await openNetsDesk(started);
  const play = cloud.terminal('71000001').play(hold());
  await desk.startSale({ amount: '12,50' });
  await play.arrived;
  const { code, stdout } = await runProgram(userDataDir, ['--self-check'], noDisplay);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ openPayments: 1 });
  play.release(approve());
  await desk.waitForOutcome('paid');
  await expectAgreement();
});

test('--self-check tells a damaged database by its exit code', async () => {
  const { userDataDir, desk, close } = await openNetsDesk(started);
  await desk.startSale({ amount: '12,50' });
  await desk.waitForOutcome('paid');
  await close();
  for (const name of readdirSync(userDataDir).filter((each) => /\.(db|sqlite3?)(-wal|-shm)?$/.test(each))) {
    writeFileSync(join(userDataDir, name), 'garbage '.repeat(2_000));
  }
  const { code, stdout } = await runProgram(userDataDir, ['--self-check'], noDisplay);
  expect(code).toBe(1);
  expect(() => JSON.parse(stdout) as unknown).not.toThrow();
});

test('--export-payments without a database writes an empty file, and makes no database', async () => {
  const folder = started.folder();
  const file = join(started.folder('export'), 'payments.jsonl');
  for (const flags of [[], ['--training']]) {
    const { code } = await runProgram(folder, [`--export-payments=${file}`, ...flags], noDisplay);
    expect(code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe('');
  }
  const databases = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(db|sqlite3?)/.test(name));
  expect(databases).toEqual([]);
});

test('--export-payments replaces an older export whole and leaves no other file behind', async () => {
  const { userDataDir, desk, readExport } = await openNetsDesk(started);
  await desk.startSale({ amount: '12,50', reference: 'R-9001' });
  await desk.waitForOutcome('paid');
  const folder = started.folder('export');
  const file = join(folder, 'payments.jsonl');
  writeFileSync(file, 'older\n'.repeat(10_000));
  const { code } = await runProgram(userDataDir, [`--export-payments=${file}`], noDisplay);
  expect(code).toBe(0);
  expect(readdirSync(folder)).toEqual(['payments.jsonl']);
  const text = readFileSync(file, 'utf8');
  expect(text.endsWith('}\n')).toBe(true);
  expect(
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual(await readExport());
  expect(text.trim().split('\n')).toHaveLength(1);
  for (const secret of ['test-password', 'test-user', 'bearer']) expect(text).not.toContain(secret);
});

test('--export-payments to a place that is not there fails and says so', async () => {
  const { code, stderr } = await runProgram(started.folder(), ['--export-payments=/nowhere/at/all.jsonl'], noDisplay);
  expect(code).toBe(1);
  expect(stderr).toContain('willba-pos:');
});

test('production and training payments are kept and exported apart', async () => {
  const userDataDir = started.folder();
  const training = await started.launch({ training: true, userDataDir });
  await training.desk.ready();
  await training.desk.startSale({ amount: '12,50', reference: 'T-1', terminal: 'Päätelaite III – varattu' });
  await training.desk.waitForOutcome('busy');
  expect(await training.readExport()).toMatchObject([{ reference: 'T-1', environment: 'training' }]);
  const file = join(userDataDir, 'production.jsonl');
  expect((await runProgram(userDataDir, [`--export-payments=${file}`], noDisplay)).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe('');
  await training.close();

  const nets = await openNetsDesk(started, { launch: { userDataDir } });
  await nets.desk.startSale({ amount: '13', reference: 'P-1' });
  await nets.desk.waitForOutcome('paid');
  expect(await nets.readExport()).toMatchObject([{ reference: 'P-1', environment: 'test' }]);
});

test('no secret is on the disk where the system has no safe storage, and none in the log', async () => {
  const { userDataDir, desk, close } = await openNetsDesk(started);
  await desk.startSale({ amount: '12,50' });
  await desk.waitForOutcome('paid');
  await close();
  const holding = readdirSync(userDataDir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(userDataDir, name))
    .filter((path) => existsSync(path) && statSync(path).isFile())
    .filter((path) => {
      const bytes = readFileSync(path);
      return bytes.includes('test-password') || bytes.includes(Buffer.from('test-password', 'utf16le'));
    });
  expect(holding).toEqual([]);
});
