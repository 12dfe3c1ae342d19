import { join } from 'node:path';
import { projectRoot } from '../bootstrap/command.mjs';
import { openDisplay } from '../bootstrap/display.mjs';
import { asNode } from '../bootstrap/electron-runtime.mjs';
import { reportedSuite } from './suite.mjs';

const script = join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js');

/**
 * Projects of playwright.config.ts, each test with its own real Electron. The runner itself also runs on Electron's Node, so that tests can
 * open the database and start servers with the program's own modules.
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
        // A run empties its output folder when it begins, so two parallel runs must not share one.
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
      // A flaky test passed only at the second attempt: where money is concerned, that counts as failed.
      (/** @type {Report} */ { stats, errors, suites }) => ({
        counts: { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length },
        failures: [...suites.flatMap(failuresOf), ...errors.map(({ message }) => ({ test: name, why: message ?? '' }))],
      }),
      options,
    );
  } finally {
    display.close();
  }
}

/**
 * @typedef {{ message?: string }} Problem
 * @typedef {{ title: string, file: string, ok: boolean, tests: { status: string, results: { errors: Problem[] }[] }[] }} Spec
 * @typedef {{ specs: Spec[], suites?: Suite[] }} Suite
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number }, errors: Problem[], suites: Suite[] }} Report
 */

/** @returns {import('./suite.mjs').Failure[]} */
function failuresOf(/** @type {Suite} */ { specs, suites = [] }) {
  const fell = specs.filter(({ ok, tests }) => !ok || tests.some(({ status }) => status === 'flaky'));
  return [
    ...fell.map(({ title, file, tests }) => ({
      test: `${file} › ${title}`,
      why: tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors.map(({ message }) => message ?? ''))).join('\n'),
    })),
    ...suites.flatMap(failuresOf),
  ];
}
