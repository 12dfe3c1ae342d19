import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { ExportedPayment } from '../connect-cloud/index.ts';
import { electronPath } from '../electron-path.ts';
import { Desk } from './desk.ts';
import { exportPayments, newFolder, programArguments } from './program.ts';

export interface LaunchOptions {
  readonly training?: boolean;
  /** Path of a provisioning file. */
  readonly provision?: string;
  readonly lang?: 'fi' | 'sv' | 'en';
  /** Default: a fresh one, deleted when the program is closed. */
  readonly userDataDir?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly flags?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** A CommonJS module that runs in main before the program. */
  readonly before?: string;
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly desk: Desk;
  readonly userDataDir: string;
  /** What main and Chromium wrote on stderr so far. */
  stderr(): string;
  readExport(): Promise<ExportedPayment[]>;
  /** As the person closes the window; what hangs, or asks because a sale waits, is killed. The profile stays if `userDataDir` was given. */
  close(): Promise<void>;
  /** The exit code when the program has ended; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** As the power would: SIGKILL, nothing is said. The profile stays. */
  kill(): Promise<void>;
}

const CLOSE_WITHIN_MS = 8_000;

// Only where Playwright finds Electron itself does it hold the program back until it is connected. With `executablePath` the two race,
// and about every third launch hung for ever.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dirname(electronPath());

export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const userDataDir = options.userDataDir ?? newFolder();
  const flags = [
    ...(options.training === true ? ['--training'] : []),
    ...(options.provision === undefined ? [] : [`--provision=${options.provision}`]),
    ...(options.lang === undefined ? [] : [`--lang=${options.lang}`]),
    ...(options.flags ?? []),
  ];
  const app = await _electron.launch({
    args: [...(options.before === undefined ? [] : ['-r', options.before]), ...programArguments(userDataDir, flags)],
    env: environment(options.env),
    timeout: 90_000,
  });
  let stderr = '';
  app.process().stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8');
  });
  const ended = new Promise<number | null>((resolve) => app.process().once('exit', resolve));

  const kill = async (): Promise<void> => {
    app.process().kill('SIGKILL');
    await ended;
  };
  const page = await app.firstWindow({ timeout: 90_000 }).catch(async (cause: unknown) => {
    await kill();
    throw new Error(`no window opened; stderr: ${stderr}`, { cause });
  });
  if (options.size !== undefined) await setSize(app, options.size);
  return {
    app,
    page,
    desk: new Desk(page),
    userDataDir,
    stderr: () => stderr,
    readExport: () => exportPayments(userDataDir, options.training === true ? 'training' : 'production'),
    async close() {
      const timer = setTimeout(() => app.process().kill('SIGKILL'), CLOSE_WITHIN_MS);
      page
        .getByRole('alertdialog', { name: /kesken$/ })
        .waitFor({ timeout: CLOSE_WITHIN_MS })
        .then(kill, () => undefined);
      await app.close().catch(() => undefined);
      await ended;
      clearTimeout(timer);
      if (options.userDataDir === undefined) rmSync(userDataDir, { recursive: true, force: true });
    },
    kill,
    ended,
  };
}

function environment(more: NodeJS.ProcessEnv = {}): Record<string, string> {
  const all = { ...process.env, ...more };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** V8 may collect the promise of Playwright's call while the program is still starting: then nobody knows whether it was carried out. */
const wasCollected = (cause: unknown): boolean => cause instanceof Error && cause.message.includes('promise was garbage collected');

async function setSize(app: ElectronApplication, size: { readonly width: number; readonly height: number }): Promise<void> {
  try {
    await app.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), size);
  } catch (cause) {
    if (!wasCollected(cause)) throw cause;
    await setSize(app, size);
  }
}
