import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { projectRoot, run, since } from '../bootstrap/command.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */
/** @typedef {{ test: string, why: string }} Failure */
/**
 * @typedef {{ name: string, counts: Counts, failures: Failure[], time: string, output: string }} Result `output` is empty where it went to
 *   the console
 */

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
  const passed = code === 0;
  return {
    name,
    counts: { passed: passed ? 1 : 0, failed: passed ? 0 : 1 },
    failures: passed ? [] : [{ test: name, why: output }],
    time: since(start),
    output,
  };
}

/**
 * Runs a test runner that writes a JSON report, counted by `read`. No report, no tests, or a bad exit code without a failed test count as a
 * failure: a suite that did not run must not look as if it had passed.
 *
 * @param {string} name
 * @param {(report: string) => { command: string, args: string[], env: NodeJS.ProcessEnv }} runner
 * @template Report what the runner's JSON report holds
 * @param {(report: Report) => { counts: Counts, failures: Failure[] }} read
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
  const { counts, failures } = await readFile(report, 'utf8').then(
    (text) => read(JSON.parse(text)),
    () => ({ counts: { passed: 0, failed: 0 }, failures: [] }),
  );
  const silentFailure = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  return {
    name,
    counts: silentFailure ? { ...counts, failed: 1 } : counts,
    failures: silentFailure ? [{ test: `${name} (${counts.passed} passed, exit code ${code})`, why: lastLines(output) }] : failures,
    time: since(start),
    output,
  };
}

const lines = 12;

/** A failure in a few lines, so that whoever sees only the end of a long output knows what fell. */
export function inShort(/** @type {Failure} */ { test, why }) {
  const all = stripVTControlCharacters(why)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return [`✗ ${test}`, ...all.slice(0, lines).map((line) => `    ${line.slice(0, 300)}`), ...(all.length > lines ? ['    …'] : [])].join(
    '\n',
  );
}

function lastLines(/** @type {string} */ output) {
  return output.trimEnd().split('\n').slice(-lines).join('\n');
}
