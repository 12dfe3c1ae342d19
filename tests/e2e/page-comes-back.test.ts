import { expect, test } from '@playwright/test';
import { Desk } from '../support/desk/desk.ts';
import { type LooseApp, launchLoose } from '../support/desk/loose-launch.ts';
import { freshStart } from '../support/desk/started.ts';

test.skip(process.platform !== 'linux', 'finds the processes in /proc');
const started = freshStart();

async function open(userDataDir = started.folder()): Promise<LooseApp> {
  const app = await launchLoose(userDataDir, ['--training']);
  started.atEnd(() => app.kill());
  await app.withPage((page) => new Desk(page).ready());
  return app;
}

/** Kills the page's process and waits for the next one, or for `null`: none comes. */
async function killPage(app: LooseApp, expectNext = true): Promise<void> {
  const before = app.renderer();
  app.killRenderer();
  await expect.poll(() => app.renderer() !== before && (app.renderer() !== null) === expectNext, { timeout: 60_000 }).toBe(true);
}

test('a page that is led to an empty one comes back by itself', async () => {
  const app = await open();
  for (const target of ['about:blank', 'about:blank#x']) {
    await app.withPage((page) => page.evaluate((to) => void setTimeout(() => location.assign(to), 50), target));
    await expect.poll(() => app.withPage(async (page) => page.url()), { timeout: 60_000 }).toBe('app://pos/index.html');
    await app.withPage((page) => new Desk(page).ready());
  }
});

test('a page whose address was changed comes back by its own when its process is gone', async () => {
  const app = await open();
  await app.withPage((page) => page.evaluate(() => history.pushState(null, '', '/somewhere/else')));
  await killPage(app);
  await app.withPage((page) => new Desk(page).ready());
});

test('a page that dies again and again is back with the next start of the program', async () => {
  const userDataDir = started.folder();
  const app = await open(userDataDir);
  for (let death = 1; death <= 5; death += 1) await killPage(app);
  // Now a person is asked, in the system's own box, which stays open here.
  await killPage(app, false);
  const again = await started.launch({ userDataDir, training: true }).catch(() => null);
  expect(again, 'the second start hands over and ends').toBeNull();
  await expect.poll(() => app.renderer() !== null, { timeout: 60_000 }).toBe(true);
  await app.withPage((page) => new Desk(page).ready());
});
