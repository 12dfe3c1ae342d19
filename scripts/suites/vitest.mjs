import { join } from 'node:path';
import { projectRoot } from '../bootstrap/command.mjs';
import { asNode } from '../bootstrap/electron-runtime.mjs';
import { reportedSuite } from './suite.mjs';

const script = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');

/**
 * Runs one of vitest.config.ts's projects on Electron's own Node, so that SQLite is the binary that ships.
 *
 * @param {import('../bootstrap/electron-runtime.mjs').Electron} electron
 * @param {'unit' | 'integration'} project
 * @param {string[]} [args]
 * @param {{ show: boolean }} [options]
 */
export function vitest(electron, project, args = [], options = { show: true }) {
  return reportedSuite(
    project,
    (report) => ({
      command: electron.path,
      args: [script, 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
      env: { ...asNode, WILLBA_ELECTRON: electron.path },
    }),
    (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }),
    options,
  );
}
