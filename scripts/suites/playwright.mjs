import { join } from 'node:path';
import { projectRoot } from '../bootstrap/command.mjs';
import { openDisplay } from '../bootstrap/display.mjs';
import { asNode } from '../bootstrap/electron-runtime.mjs';
import { reportedSuite } from './suite.mjs';

const script = join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js');

/**
 * Projects of playwright.config.ts, each test on a real Electron of its own. The runner itself is on Electron's Node as well, so that
 * tests may open the database and start servers with the program's own modules.
 *
 * @param {import('../bootstrap/electron-runtime.mjs').Electron} electron
 * @param {string} name
 * @param {string[]} projects
 * @param {string[]} [args]
 * @param {{ show: boolean }} [options]
 */
export async function playwright(electron, name, projects, args = [], options = { show: true }) {
  const display = await openDisplay();
  try {
    return await reportedSuite(
      name,
      (report) => ({
        command: electron.path,
        // A run empties its folder as it begins: two that run side by side must not share one.
        args: [
          script,
          'test',
          ...projects.map((project) => `--project=${project}`),
          `--output=test-results/${name}`,
          '--reporter=list,json',
          ...args,
        ],
        env: { ...asNode, ...display.env, WILLBA_ELECTRON: electron.path, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      }),
      // A flaky test passed only at a second attempt: with money that is a failure.
      ({ stats, errors }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }),
      options,
    );
  } finally {
    display.close();
  }
}
