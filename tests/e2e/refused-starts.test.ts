import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { type RunResult, runProgram } from '../support/desk/program.ts';
import { freshStart } from '../support/desk/started.ts';

const started = freshStart();
/** Only against a hang: a box that waits for a person must not hold the program. */
const timeoutMs = 40_000;

function expectRefused({ code, said, stderr }: RunResult, says: RegExp): void {
  expect(said, stderr).toHaveLength(1);
  expect(said[0]).toMatch(says);
  expect(code).not.toBeNull();
  expect(code).not.toBe(0);
}

/** A folder that takes no file: for root, whom no mode stops, by the immutable flag. */
function readOnly(folder: string): string {
  if (process.getuid?.() !== 0) chmodSync(folder, 0o555);
  else {
    execFileSync('chattr', ['+i', folder]);
    started.atEnd(() => void execFileSync('chattr', ['-i', folder]));
  }
  return folder;
}

test('a profile that cannot be written is told, with every flag and without a display', async () => {
  const folder = readOnly(started.folder());
  const cannot = /cannot be (?:written|used)/;
  expectRefused(await runProgram(folder, [], { timeoutMs }), cannot);
  expectRefused(await runProgram(folder, [`--provision=${started.provision()}`], { timeoutMs }), cannot);
  expectRefused(await runProgram(folder, ['--training'], { timeoutMs, display: false }), cannot);
});

test('a folder that cannot be made is told, and no other profile is taken in its place', async () => {
  const folder = join(readOnly(started.folder()), 'new', 'folder');
  const file = join(started.folder('export'), 'payments.jsonl');
  expectRefused(await runProgram(folder, [], { timeoutMs, display: false }), /cannot be used/);
  expectRefused(await runProgram(folder, [`--export-payments=${file}`], { timeoutMs, display: false }), /cannot be used/);
  expect(existsSync(file)).toBe(false);
});

test('a file in the place of the profile is told', async () => {
  const file = join(started.folder(), 'profile');
  writeFileSync(file, '');
  expectRefused(await runProgram(file, [], { timeoutMs, display: false }), /cannot be used/);
});

test('a lock that nobody can take is told, and no running program is claimed', async () => {
  const folder = started.folder();
  mkdirSync(join(folder, 'SingletonLock', 'in the way'), { recursive: true });
  expectRefused(await runProgram(folder, [], { timeoutMs }), /SingletonLock/);
  expectRefused(await runProgram(folder, [`--provision=${started.provision()}`], { timeoutMs }), /SingletonLock/);
});

test('a second start that asks for training while production runs is told, and production goes on', async () => {
  const { userDataDir, desk } = await openNetsDesk(started);
  expectRefused(await runProgram(userDataDir, ['--training'], { timeoutMs }), /already running/);
  expectRefused(await runProgram(userDataDir, ['--training'], { timeoutMs, display: false }), /already running/);
  await desk.startSale({ amount: '12,50' });
  await desk.waitForOutcome('paid');
});

test('a second start that asks for the training that runs shows it and ends well', async () => {
  const { userDataDir, desk } = await started.launch({ training: true });
  await desk.ready();
  const { code, said } = await runProgram(userDataDir, ['--training'], { timeoutMs });
  expect(said).toEqual([]);
  expect(code).toBe(0);
});

test('a full disk is no profile that cannot be written: the window opens', async () => {
  test.skip(process.getuid?.() !== 0, 'only root can mount a small disk');
  const folder = join(started.folder(), 'small');
  mkdirSync(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'none', folder]);
  started.atEnd(() => void execFileSync('umount', ['-l', folder]));
  const { desk } = await started.launch({ userDataDir: folder, training: true });
  await desk.ready();
});
