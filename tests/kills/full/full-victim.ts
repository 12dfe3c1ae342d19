import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { CommandInput, PosApi, Snapshot } from '../../../shared/ipc/contract.ts';
import { programArguments } from '../../support/desk/program.ts';
import { electronPath } from '../../support/electron-path.ts';
import type { Ending } from '../victim.ts';

const START_LIMIT_MS = 120_000;

/** The whole program: window, preload and main. It is controlled through its own page. */
export type FullVictim = {
  /** SIGKILL to the main process, as when the power goes: its children go with it. */
  kill(): void;
  /** The polite way out. */
  quit(): void;
  readonly ended: Promise<Ending>;
  /** The page, once the program has told it that it may sell; null where it ended before. */
  ready(): Promise<Page | null>;
  complaints(): string;
};

export function startFullVictim(dataFolder: string, provisioningFile: string): FullVictim {
  const flags = [`--provision=${provisioningFile}`, '--remote-debugging-port=0'];
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env;
  const child: ChildProcess = spawn(electronPath(), programArguments(dataFolder, flags), { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  let browser: Browser | null = null;
  const address = new Promise<string | null>((resolve) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaints += text;
      const found = /DevTools listening on (ws:\S+)/.exec(complaints)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => resolve(null));
  });
  child.on('error', () => undefined);
  const ended = new Promise<Ending>((resolve) => {
    child.once('exit', (code, signal) => {
      resolve(signal === 'SIGKILL' ? 'killed' : (code ?? -1));
      void browser?.close().catch(() => undefined);
    });
  });

  async function ready(): Promise<Page | null> {
    const endpoint = await address;
    if (endpoint === null) return null;
    try {
      browser = await chromium.connectOverCDP(endpoint);
      const until = performance.now() + START_LIMIT_MS;
      while (performance.now() < until && child.exitCode === null && child.signalCode === null) {
        const page = browser.contexts().flatMap((context) => context.pages())[0];
        if (page !== undefined && (await snapshotOf(page))?.selling.possible === true) return page;
        await sleep(50);
      }
    } catch {
      // It died while it was looked at.
    }
    return null;
  }

  return {
    kill: () => void child.kill('SIGKILL'),
    quit: () => void child.kill('SIGTERM'),
    ended,
    ready,
    complaints: () => complaints,
  };
}

/** What the window knows; null if it cannot answer. */
export async function snapshotOf(page: Page): Promise<Snapshot | null> {
  return page
    .evaluate(async () => {
      const answer = await (window as unknown as { pos: PosApi }).pos.snapshot(null);
      return answer.ok ? answer.value : null;
    })
    .catch(() => null);
}

/** Presses Maksa and confirms all warnings. @returns the payment's id, or null if it was not begun or the program died. */
export async function sellAt(page: Page, order: CommandInput<'startSale'>): Promise<string | null> {
  return page
    .evaluate(async (input) => {
      const { pos } = window as unknown as { pos: PosApi };
      let answer = await pos.startSale(input);
      if (!answer.ok && answer.error.warnings !== undefined) answer = await pos.startSale({ ...input, confirmed: answer.error.warnings });
      return answer.ok ? answer.value.paymentId : null;
    }, order)
    .catch(() => null);
}

export async function commandAt(page: Page, command: 'cancelPayment' | 'releasePayment', paymentId: string): Promise<void> {
  const act = { command, paymentId };
  await page.evaluate((given) => (window as unknown as { pos: PosApi }).pos[given.command](given), act).catch(() => undefined);
}
