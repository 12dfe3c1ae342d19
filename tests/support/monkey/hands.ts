import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { type Attached, type LooseApp, launchLoose } from '../desk/loose-launch.ts';
import type { Act } from './acts.ts';
import { readScreen, type Screen, wordsOf } from './screen.ts';

/** The program loads its page again at most this often within a minute (electron/shell/page-life.ts). */
const CRASHES_A_PROGRAM = 4;
const PRESS_WITHIN_MS = 1_500;
const COMES_BACK_WITHIN_MS = 20_000;
const MOST_LOOKS = 8;
const LOOKS_FOR_A_CHANGE = 3;

export interface Hands {
  /** Null when it was done; else why not: what was meant was gone, or lay under something. */
  do(act: Act): Promise<string | null>;
  /** The screen once it has come to rest; where nothing has changed since the last look, a moment is given for it. */
  look(): Promise<Screen>;
  stop(): Promise<void>;
}

interface HandsOptions {
  readonly userDataDir: string;
  readonly flags: readonly string[];
  /** What the page or main complained of. */
  readonly complain: (what: string) => void;
}

/** Presses, types, breaks and starts the real program. */
export async function openHands({ userDataDir, flags, complain }: HandsOptions): Promise<Hands> {
  let app: LooseApp;
  let attached: Attached;
  let crashes = 0;
  let wordsSeen = '';

  async function launch(): Promise<void> {
    // Nothing is drawn that moves: ten of these run at once.
    app = await launchLoose(userDataDir, [...flags, '--force-prefers-reduced-motion']);
    crashes = 0;
    await attach();
  }

  async function attach(): Promise<void> {
    attached = await app.attach();
    const { page } = attached;
    page.on('pageerror', (error) => complain(`the page threw: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') complain(`the page's console: ${message.text()}`);
    });
    await isThere(page);
  }

  const isThere = (page: Page): Promise<void> =>
    page.getByRole('heading').first().waitFor({ state: 'attached', timeout: COMES_BACK_WITHIN_MS });

  /** The debugger lets go first: while it holds on, the page stays dead. */
  async function crash(): Promise<string | null> {
    const before = app.renderer();
    if (before === null || crashes >= CRASHES_A_PROGRAM || process.platform !== 'linux') return 'left out: one more would not be reloaded';
    crashes += 1;
    await attached.letGo();
    app.killRenderer();
    for (let waited = 0; waited < COMES_BACK_WITHIN_MS; waited += 50) {
      await sleep(50);
      const now = app.renderer();
      if (now !== null && now !== before) {
        await attach();
        return null;
      }
    }
    throw new Error(`the page did not come back within ${COMES_BACK_WITHIN_MS} ms; stderr: ${app.stderr()}`);
  }

  async function restart(): Promise<void> {
    await stop();
    await launch();
  }

  async function stop(): Promise<void> {
    for (const line of app.stderr().split('\n')) if (/Unhandled|Uncaught/.test(line)) complain(`main said on stderr: ${line}`);
    await attached.letGo().catch(() => undefined);
    await app.kill();
  }

  async function onPage(page: Page, act: Act): Promise<void> {
    switch (act.kind) {
      case 'press':
        return page.getByRef(act.thing.ref).click({ timeout: PRESS_WITHIN_MS });
      case 'press twice':
        return page.getByRef(act.thing.ref).dblclick({ timeout: PRESS_WITHIN_MS });
      case 'type':
        return page.getByRef(act.thing.ref).fill(act.text, { timeout: PRESS_WITHIN_MS });
      case 'key':
        return page.keyboard.press(act.key);
      case 'wait':
        return page.waitForTimeout(act.ms);
      case 'reload':
        await page.reload();
        return isThere(page);
      case 'crash':
      case 'restart':
        return;
    }
  }

  await launch();
  return {
    async do(act) {
      if (act.kind === 'restart') {
        await restart();
        return null;
      }
      if (act.kind === 'crash') return crash();
      const ended = app.process.exitCode ?? app.process.signalCode;
      if (ended !== null) throw new Error(`the program has ended by itself (${ended}); stderr: ${app.stderr()}`);
      if (act.kind === 'reload') {
        await onPage(attached.page, act);
        return null;
      }
      return onPage(attached.page, act).then(
        () => null,
        (error: unknown) => (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)),
      );
    },
    async look() {
      let words = await wordsOf(attached.page);
      for (let look = 1; look <= MOST_LOOKS; look += 1) {
        await sleep(50);
        const next = await wordsOf(attached.page);
        const still = next === words;
        words = next;
        // Where nothing has changed, something may still be on its way.
        if (still && (next !== wordsSeen || look >= LOOKS_FOR_A_CHANGE)) break;
      }
      wordsSeen = words;
      return readScreen(attached.page);
    },
    stop,
  };
}
