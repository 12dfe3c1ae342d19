import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { productionFolder, trainingFolder } from '../../../electron/program/worlds.ts';
import { exportPayments as writeExport } from '../../../electron/storage/export-payments.ts';
import { journalPath } from '../../../electron/storage/open-storage.ts';
import { type ExportedPayment, parseExportedPayments } from '../connect-cloud/index.ts';
import { electronPath, launchFlags } from '../electron-path.ts';

const projectRoot = join(import.meta.dirname, '..', '..', '..');

/** What an end-to-end test starts: the built checkout, as `electron .` would. */
export function programArguments(userDataDir: string, flags: readonly string[]): string[] {
  return [projectRoot, ...launchFlags(), `--user-data-dir=${userDataDir}`, ...flags];
}

export function newFolder(name = 'profile'): string {
  return mkdtempSync(join(tmpdir(), `willba-pos-e2e-${name}-`));
}

export interface RunOptions {
  /** False: no DISPLAY at all, as on a server or in a support script. */
  readonly display?: boolean;
  readonly env?: NodeJS.ProcessEnv;
  readonly timeoutMs?: number;
  /** A CommonJS module that runs in main before the program. */
  readonly before?: string;
}

export interface RunResult {
  /** Null where it had to be killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What the program itself says on stderr; Chromium's own chatter left out. */
  readonly said: readonly string[];
}

/** Runs the program to its end without Playwright: windowless flags, and starts that must be refused. */
export function runProgram(userDataDir: string, flags: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const env = { ...process.env, ...options.env };
  if (options.display === false) for (const name of ['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY']) delete env[name];
  const before = options.before === undefined ? [] : ['-r', options.before];
  const child = spawn(electronPath(), [...before, ...programArguments(userDataDir, flags)], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), options.timeoutMs ?? 20_000);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr, said: stderr.split('\n').filter((line) => line.startsWith('willba-pos:')) });
    });
  });
}

/**
 * What `--export-payments` writes, read by its own code in this process: a program of its own for each of some hundred looks would cost more
 * than the tests themselves. That the flag writes the same is tested with the program itself (tests/e2e/windowless-flags.test.ts).
 */
export async function exportPayments(userDataDir: string, mode: 'production' | 'training'): Promise<ExportedPayment[]> {
  const folder = newFolder('export');
  try {
    const file = join(folder, 'payments.jsonl');
    const world = mode === 'training' ? trainingFolder(userDataDir) : productionFolder(userDataDir);
    const written = writeExport(journalPath(world), file);
    if (!written.ok) throw new Error(`the payments could not be exported: ${written.error.kind}`, { cause: written.error });
    return parseExportedPayments(readFileSync(file, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
