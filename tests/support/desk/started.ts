import { rmSync } from 'node:fs';
import { type TestInfo, type TestType, test } from '@playwright/test';
import { type ConnectCloud, type ConnectCloudOptions, startConnectCloud } from '../connect-cloud/index.ts';
import { type ProvisioningOverrides, testCredentials, writeProvisioningFile } from '../provisioning.ts';
import { type LaunchedApp, type LaunchOptions, launchApp } from './launch.ts';
import { newFolder } from './program.ts';

/** Everything that one test started. All of it ends with the test, and a failure stores a picture and the text of the screen. */
export interface Started {
  launch(options?: LaunchOptions): Promise<LaunchedApp>;
  cloud(options?: Partial<ConnectCloudOptions>): Promise<ConnectCloud>;
  provision(overrides?: ProvisioningOverrides): string;
  folder(name?: string): string;
  /** To be called when the test ends, in reverse order. */
  atEnd(work: () => Promise<unknown> | unknown): void;
}

interface Keeper extends Started {
  endAll(info: TestInfo): Promise<void>;
  report(info: TestInfo): Promise<void>;
}

function createKeeper(): Keeper {
  const ends: Array<() => Promise<unknown> | unknown> = [];
  const running = new Set<LaunchedApp>();

  const keeper: Keeper = {
    async launch(options = {}) {
      const launched = await launchApp({ ...options, userDataDir: options.userDataDir ?? keeper.folder() });
      running.add(launched);
      ends.push(async () => {
        running.delete(launched);
        await launched.close();
      });
      return launched;
    },
    async cloud(options = {}) {
      const cloud = await startConnectCloud({ ...testCredentials, ...options });
      ends.push(() => cloud.close());
      return cloud;
    },
    provision: (overrides = {}) => writeProvisioningFile(keeper.folder('provisioning'), overrides),
    folder(name = 'profile') {
      const folder = newFolder(name);
      // Chromium's own processes outlive the window by a moment and still write here.
      ends.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
      return folder;
    },
    atEnd: (work) => void ends.push(work),
    async report(info) {
      if (info.status === info.expectedStatus) return;
      for (const { page, stderr } of running) {
        const screenshot = await page.screenshot({ timeout: 3_000 }).catch(() => null);
        if (screenshot !== null) await info.attach('screen', { body: screenshot, contentType: 'image/png' });
        const words = await page
          .locator('body')
          .ariaSnapshot({ timeout: 3_000 })
          .catch(() => 'the page does not answer');
        await info.attach('screen in words', { body: words, contentType: 'text/plain' });
        await info.attach('stderr', { body: stderr(), contentType: 'text/plain' });
      }
    },
    async endAll(info) {
      await keeper.report(info);
      for (const end of ends.splice(0).reverse()) await end();
    },
  };
  return keeper;
}

/** Starts everything again for every test of the file. */
export function freshStart(on: TestType<object, object> = test): Started {
  const keeper = createKeeper();
  // Playwright reads the fixtures a hook wants from its first parameter; these want none.
  on.afterEach(() => keeper.endAll(test.info()));
  return keeper;
}

/**
 * One program for all tests of a file: each begins at the sale screen and leaves it there. After a failure Playwright starts a new worker,
 * and so a new program, so that one failed test does not affect the next.
 */
export function oneLaunch<T>(set: (started: Started) => Promise<T>): () => T {
  const keeper = createKeeper();
  let value: { readonly is: T } | null = null;
  test.beforeAll(async () => {
    value = { is: await set(keeper) };
  });
  test.afterEach(() => keeper.report(test.info()));
  test.afterAll(() => keeper.endAll(test.info()));
  return () => {
    if (value === null) throw new Error('the program was not started');
    return value.is;
  };
}
