// npm run bench [-- starts sales] [--only starts|sales|payments|upkeep|picker] [--payments n]: figures of this machine at this moment, as ratios to an empty Electron window measured in between.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { _electron } from '@playwright/test';
import { electronPath, launchFlags } from '../support/electron-path.ts';
import { writeProvisioningFile } from '../support/provisioning.ts';
import { median, megabytes, milliseconds, percentile } from './figures.ts';
import { growProfile } from './large-profile.ts';
import { measurePayments, SETTLED } from './payments.ts';
import { measurePicker } from './picker.ts';
import { measureInTurn, measureSales } from './sales.ts';
import { measureStart, type Start } from './start.ts';
import { growOldProfile, measureUpkeep } from './upkeep.ts';

// This process is Electron's Node; the programs it starts are Electron.
delete process.env['ELECTRON_RUN_AS_NODE'];

const program = join(import.meta.dirname, '../..');
const empty = join(import.meta.dirname, 'empty-window');
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { payments: { type: 'string', default: '100000' }, only: { type: 'string', default: 'all' } },
});
const starts = Number.parseInt(positionals[0] ?? '9', 10);
const sales = Number.parseInt(positionals[1] ?? '40', 10);
const payments = Number.parseInt(options.payments, 10);

const folder = mkdtempSync(join(tmpdir(), 'willba-pos-bench-'));
const profile = join(folder, 'profile');
/** A copy of the profile whose journal holds so many payments; sales are made in one of its own. */
async function grownBy(count: number, use: 'read' | 'sold over' | 'settled in', unclear = 0): Promise<string> {
  const grown = join(folder, `${count} ${use}`);
  if (!existsSync(grown)) await growProfile(profile, grown, count, unclear);
  return grown;
}

const parts = { starts: compareStarts, sales: compareSales, payments: comparePayments, upkeep: compareUpkeep, picker: comparePicker };
try {
  await provision(profile);
  for (const [name, compare] of Object.entries(parts)) if (options.only === 'all' || options.only === name) await compare();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A start beside an empty window, and over many payments beside none. */
async function compareStarts(): Promise<void> {
  const grown = await grownBy(payments, 'read');
  const floor: Start[] = [];
  const ours: Start[] = [];
  const large: Start[] = [];
  // One of each that is not counted: the first start reads everything from the disk.
  await measureStart(empty, [], null);
  await measureStart(program, [], profile);
  await measureStart(program, [], grown);
  for (let round = 0; round < starts; round += 1) {
    floor.push(await measureStart(empty, [], null));
    ours.push(await measureStart(program, [], profile));
    large.push(await measureStart(program, [], grown));
  }
  const start = { floor: median(floor.map(({ ms }) => ms)), ours: median(ours.map(({ ms }) => ms)) };
  const pss = { floor: median(floor.map(({ pssKb }) => pssKb)), ours: median(ours.map(({ pssKb }) => pssKb)) };
  print(
    'launch → amount can be typed',
    `${milliseconds(start.ours)} : ${milliseconds(start.floor)} empty window`,
    start.ours / start.floor,
  );
  const payMs = median(ours.map(({ payMs }) => payMs));
  print(
    'launch → Maksa can be pressed',
    `${milliseconds(payMs)} : ${milliseconds(start.floor)} empty window typed in`,
    payMs / start.floor,
  );
  const largeMs = median(large.map(({ ms }) => ms));
  print(
    `the same, ${payments.toLocaleString('en')} payments : none`,
    `${milliseconds(largeMs)} : ${milliseconds(start.ours)} empty journal`,
    largeMs / start.ours,
  );
  print('summed PSS of all processes', `${megabytes(pss.ours)} : ${megabytes(pss.floor)} empty window`, pss.ours / pss.floor);
}

/** A sale by itself, while Willba is told, and while a long list is written. */
async function compareSales(): Promise<void> {
  const [alone, told] = await measureInTurn(program, sales, [{ told: false }, { told: true }]);
  if (alone === undefined || told === undefined) throw new Error('nothing was sold');
  const beside = (of: 'tapToBytes' | 'answerToScreen'): number => median(told[of]) / median(alone[of]);
  print('tap Maksa → bytes at the server', spread(alone.tapToBytes), null);
  print('the same while Willba is told : not', spread(told.tapToBytes), beside('tapToBytes'));
  print('answer at the server → outcome on screen', spread(alone.answerToScreen), null);
  print('the same while Willba is told : not', spread(told.answerToScreen), beside('answerToScreen'));
  print('outcome on screen → event at Willba', spread(told.screenToWillba), null);

  const besideCsv = await measureSales(program, sales, { told: false, profile: await grownBy(payments, 'sold over'), writing: true });
  print(
    `the same while ${payments.toLocaleString('en')} payments are written as CSV`,
    spread(besideCsv.tapToBytes),
    median(besideCsv.tapToBytes) / median(alone.tapToBytes),
  );
}

/** The picker with many terminals beside one with ten. */
async function comparePicker(): Promise<void> {
  const few = await measurePicker(program, 10);
  const many = await measurePicker(program, 1_000);
  print('picker opens, 1,000 terminals : 10', `${milliseconds(many)} : ${milliseconds(few)}, ${milliseconds(many - few)} more`, many / few);
}

/** A payment's row on the disk, while the journal is backed up or its old card data erased. */
async function compareUpkeep(): Promise<void> {
  const old = join(folder, 'old');
  growOldProfile(await grownBy(payments, 'read'), old);
  const { alone, besideBackup, besideErasing, backup, erasing } = await measureUpkeep(old);
  print("a payment's row on the disk", spread(alone), null);
  const many = payments.toLocaleString('en');
  print(`the same beside a backup of ${many} (${milliseconds(backup)})`, spread(besideBackup), median(besideBackup) / median(alone));
  print(`the same while half of them are erased (${milliseconds(erasing)})`, spread(besideErasing), median(besideErasing) / median(alone));
}

/** The list of payments over many against over ten. */
async function comparePayments(): Promise<void> {
  const measure = async (count: number) => measurePayments(program, await grownBy(count, 'settled in', SETTLED), count + SETTLED);
  const ten = await measure(10);
  const all = await measure(payments);
  const many = payments.toLocaleString('en');
  const [openTen, openAll] = [median(ten.open), median(all.open)];
  print(
    `Maksut opens, ${many} payments : 10`,
    `${milliseconds(openAll)} : ${milliseconds(openTen)}, ${milliseconds(openAll - openTen)} more`,
    openAll / openTen,
  );
  print(
    `search → painted, ${many} payments`,
    `p50 ${milliseconds(median(all.search))}, p95 ${milliseconds(percentile(all.search, 95))}`,
    median(all.search) / median(ten.search),
  );
  print(
    `a payment has changed → its row, ${many} payments`,
    `p50 ${milliseconds(median(all.change))}, p95 ${milliseconds(percentile(all.change, 95))}`,
    median(all.change) / median(ten.change),
  );
  print(
    'the open list, all processes',
    `${megabytes(all.pssKb)} : ${megabytes(ten.pssKb)}, ${megabytes(all.pssKb - ten.pssKb)} more`,
    null,
  );
  print('rows in the page, longest task while scrolling', `${all.mostRows} rows, ${milliseconds(all.longestTask)}`, null);
}

/** Support's one-time step, outside the measured starts. */
async function provision(profile: string): Promise<void> {
  const file = writeProvisioningFile(folder, { baseUrl: 'http://127.0.0.1:9' });
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [program, ...launchFlags(), `--user-data-dir=${profile}`, `--provision=${file}`],
  });
  await (await app.firstWindow()).getByLabel('Summa').waitFor();
  await app.close();
}

function spread(values: readonly number[]): string {
  return `p50 ${milliseconds(median(values))}, p95 ${milliseconds(percentile(values, 95))} (${values.length} sales)`;
}

function print(what: string, figures: string, ratio: number | null): void {
  process.stdout.write(`${what.padEnd(44)} ${figures}${ratio === null ? '' : ` = ${ratio.toFixed(2)}×`}\n`);
}
