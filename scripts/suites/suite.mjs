import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot, run, since } from '../bootstrap/command.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */
/** @typedef {{ name: string, counts: Counts, time: string, output: string }} Result `output` is empty where it went to the console */

/** @returns {Counts} */
export function sum(/** @type {Counts[]} */ counts) {
  return counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), { passed: 0, failed: 0 });
}

/**
 * Runs a command that counts as one check.
 *
 * @returns {Promise<Result>}
 */
export async function check(/** @type {string} */ name, /** @type {string} */ command, /** @type {string[]} */ args) {
  const start = performance.now();
  const { code, output } = await run(command, args);
  return { name, counts: code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, time: since(start), output };
}

/**
 * Runs a test runner that writes a JSON report, counted by `read`. No report, no tests, or a bad exit code without a failed test count as a
 * failure: a suite that did not run must not look as if it had passed.
 *
 * @param {string} name
 * @param {(report: string) => { command: string, args: string[], env: NodeJS.ProcessEnv }} runner
 * @template Report what the runner's JSON report holds
 * @param {(report: Report) => Counts} read
 * @param {{ show: boolean }} options
 * @returns {Promise<Result>}
 */
export async function reportedSuite(name, runner, read, { show }) {
  const start = performance.now();
  const folder = join(projectRoot, 'test-results');
  const report = join(folder, `${name}.json`);
  await mkdir(folder, { recursive: true });
  await rm(report, { force: true });

  const { command, args, env } = runner(report);
  const { code, output } = await run(command, args, { env, show });
  const counts = await readFile(report, 'utf8').then(
    (text) => read(JSON.parse(text)),
    () => ({ passed: 0, failed: 0 }),
  );
  const silentFailure = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  return { name, counts: silentFailure ? { ...counts, failed: 1 } : counts, time: since(start), output };
}
