import { defineConfig } from 'vitest/config';

// Vitest runs on Electron's own Node (scripts/vitest.mjs), so that SQLite is the very binary that ships.
export default defineConfig({
  test: {
    // The limits catch what hangs. They are far from what a test takes, so that none falls on a machine with other work to do.
    pool: 'forks',
    // Vitest would give up after one second what a busy disk or thread has not done yet.
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        // Two cores are not left to one worker, which is what Vitest takes by itself.
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          maxWorkers: 2,
          isolate: false,
          setupFiles: ['tests/support/fresh-file.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          // One file alone keeps a core busy for a tenth of its time: the rest is waiting for a server or a clock.
          maxWorkers: 4,
          testTimeout: 1_800_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
