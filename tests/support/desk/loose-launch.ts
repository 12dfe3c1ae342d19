import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { electronPath } from '../electron-path.ts';
import { programArguments } from './program.ts';

/** A program that Playwright did not start and can detach from: with an attached debugger a crashed page cannot come back. */
export interface LooseApp {
  readonly process: ChildProcess;
  /** Attaches, does the work and lets go again. */
  withPage<T>(work: (page: Page) => Promise<T>): Promise<T>;
  /** Attaches until it is let go. */
  attach(): Promise<Attached>;
  /** SIGKILL to the process that draws the window, as the system does when memory runs out. */
  killRenderer(): void;
  /** The process that draws the window now; null: none, or two while one follows the other. */
  renderer(): number | null;
  /** What main and Chromium wrote on stderr so far. */
  stderr(): string;
  kill(): Promise<void>;
}

export interface Attached {
  readonly page: Page;
  letGo(): Promise<void>;
}

export async function launchLoose(userDataDir: string, flags: readonly string[]): Promise<LooseApp> {
  const child = spawn(electronPath(), programArguments(userDataDir, [...flags, '--remote-debugging-port=0']), {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let stderr = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      const found = /DevTools listening on (ws:\S+)/.exec(stderr)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`the program ended before its window: ${stderr}`)));
  });
  const attach = async (): Promise<Attached> => {
    const browser = await chromium.connectOverCDP(address);
    try {
      return { page: await firstPage(browser), letGo: () => browser.close() };
    } catch (error) {
      await browser.close();
      throw error;
    }
  };
  return {
    process: child,
    async withPage(work) {
      const { page, letGo } = await attach();
      try {
        return await work(page);
      } finally {
        await letGo();
      }
    },
    attach,
    killRenderer() {
      const pids = renderersOf(userDataDir);
      if (pids.length !== 1) throw new Error(`expected one renderer, found ${pids.length}`);
      for (const pid of pids) process.kill(pid, 'SIGKILL');
    },
    renderer() {
      const [pid, ...others] = renderersOf(userDataDir);
      return others.length > 0 ? null : (pid ?? null);
    },
    stderr: () => stderr,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function firstPage(browser: Browser): Promise<Page> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const page = browser.contexts().flatMap((context) => context.pages())[0];
    if (page !== undefined) return page;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the program shows no page');
}

/** The zygote forks renderers, so they are not our children; their command line names the profile. */
function renderersOf(userDataDir: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return words.includes('--type=renderer') && words.includes(userDataDir);
      } catch {
        return false;
      }
    });
}
