import { defineConfig } from 'vitest/config';

// Vitest runs on Electron's own Node (scripts/vitest.mjs), so that SQLite is the very binary that ships.
export default defineConfig({
  test: {
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 30_000 },
      },
      {
        extends: true,
        test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], testTimeout: 60_000 },
      },
    ],
  },
});
