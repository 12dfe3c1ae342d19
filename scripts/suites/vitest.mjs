import { join, relative } from 'node:path';
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
    (/** @type {Report} */ report) => {
      const failures = report.testResults.flatMap(failuresOf);
      return { counts: { passed: report.numPassedTests, failed: failures.length }, failures };
    },
    options,
  );
}

/**
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} Assertion
 * @typedef {{ name: string, status: string, message: string, assertionResults: Assertion[] }} File
 * @typedef {{ numPassedTests: number, testResults: File[] }} Report
 */

/** @returns {import('./suite.mjs').Failure[]} each test that fell, or the file, where it could not even be loaded */
function failuresOf(/** @type {File} */ { name, status, message, assertionResults }) {
  const file = relative(projectRoot, name);
  const tests = assertionResults
    .filter((test) => test.status === 'failed')
    .map(({ fullName, failureMessages }) => ({ test: `${file} › ${fullName}`, why: failureMessages.join('\n') }));
  return tests.length === 0 && status === 'failed' ? [{ test: file, why: message }] : tests;
}
