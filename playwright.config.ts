import { defineConfig } from '@playwright/test';

// The runner and its workers are Electron's Node (scripts/suites/playwright.mjs); the programs that the tests start must not be.
if (process.env['TEST_WORKER_INDEX'] !== undefined) delete process.env['ELECTRON_RUN_AS_NODE'];

export default defineConfig({
  testMatch: '**/*.test.ts',
  // Most of a test is waiting for a guest.
  workers: 4,
  // A test that passes at the second attempt hides a race, and here races cost money.
  retries: 0,
  // The limits catch what hangs: a machine with other work to do takes several times as long, and no test may fall by that.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  projects: [
    // True waiting times, such as the 120 s until a payment is given up.
    { name: 'slow', testDir: 'tests/e2e', grep: /@slow/, timeout: 480_000 },
    // Every state of every screen in a window of its own, before a main process that plays it. A walk takes minutes, so it begins early.
    { name: 'screens', testDir: 'tests/screens' },
    { name: 'e2e', testDir: 'tests/e2e', grepInvert: /@slow/ },
    // Against a real Strapi, which scripts/test.mjs installs.
    { name: 'strapi', testDir: 'tests/strapi' },
    // Against dist/, which scripts/pack.mjs makes.
    { name: 'packaged', testDir: 'tests/packaged' },
  ],
});
