// npm test: runs every suite, even after one has failed. node scripts/test.mjs <suite> <the runner's arguments>: runs only that one.
import { buildIfStale } from './bootstrap/build.mjs';
import { exitWith, SetupError, say } from './bootstrap/command.mjs';
import { installDependencies } from './bootstrap/dependencies.mjs';
import { prepare } from './bootstrap/prepare.mjs';
import { pack } from './packaging/pack.mjs';
import { checks } from './suites/checks.mjs';
import { playwright } from './suites/playwright.mjs';
import { inShort, sum } from './suites/suite.mjs';
import { vitest } from './suites/vitest.mjs';

/** @typedef {import('./bootstrap/electron-runtime.mjs').Electron} Electron */
/** @typedef {import('./suites/suite.mjs').Result} Result */

/** @type {Record<string, (electron: Electron, args: string[], options: { show: boolean }) => Promise<Result[]>>} */
const suites = {
  check: (electron) => checks(electron),
  unit: async (electron, args, options) => [await vitest(electron, 'unit', args, options)],
  integration: async (electron, args, options) => [await vitest(electron, 'integration', args, options)],
  e2e: async (electron, args) => {
    await buildIfStale(electron);
    // The slow tests first, so that the others run beside them.
    return [await playwright(electron, 'e2e', ['slow', 'screens', 'e2e'], args)];
  },
  strapi: async (electron, args, options) => {
    await installDependencies('tests/strapi/server', 'a Strapi for the tests');
    await buildIfStale(electron);
    return [await playwright(electron, 'strapi', ['strapi'], args, options)];
  },
  packaged: async (electron, args) => {
    await pack(electron);
    return [await playwright(electron, 'packaged', ['packaged'], args)];
  },
};

/** The order of the suites. Those in one row run at the same time: integration and Strapi mostly wait. */
const rows = [['check'], ['e2e', 'integration', 'strapi'], ['packaged']];

try {
  const [only, ...args] = process.argv.slice(2);
  if (only && !(only in suites)) throw new SetupError(`no suite is called ${only}; there are: ${Object.keys(suites).join(', ')}`);
  const electron = await prepare();
  /** @type {Result[]} */
  const results = [];
  for (const row of only ? [[only]] : rows) {
    say(`\n── ${row.join(', ')} ──`);
    results.push(...(await Promise.all(row.map((name) => resultsOf(name, electron, args, { show: name === row[0] })))).flat());
  }
  report(results);
} catch (error) {
  exitWith(error);
}

/** If several run at once, the console shows the first one while it runs and the others when they have ended. */
async function resultsOf(
  /** @type {string} */ name,
  /** @type {Electron} */ electron,
  /** @type {string[]} */ args,
  /** @type {{ show: boolean }} */ options,
) {
  const results = (await suites[name]?.(electron, args, options).catch((error) => [notRun(name, error)])) ?? [];
  if (!options.show) say(results.map(({ output }) => output).join('\n'));
  return results;
}

/** @returns {Result} one failure, for a suite that could not start, for example because the build failed */
function notRun(/** @type {string} */ name, /** @type {Error} */ error) {
  const why = error instanceof SetupError ? error.message : String(error.stack);
  say(`✗ ${name} did not run: ${why}`);
  return { name, counts: { passed: 0, failed: 1 }, failures: [{ test: `${name} did not run`, why }], time: '0 s', output: '' };
}

function report(/** @type {Result[]} */ results) {
  const { passed, failed } = sum(results.map((result) => result.counts));
  const failures = results.flatMap((result) => result.failures);
  if (failures.length > 0) say(`\n── what fell ──\n${failures.map(inShort).join('\n')}`);
  say('');
  for (const { name, counts, time } of results) {
    say(`${counts.failed > 0 ? '✗' : '✓'} ${name}: ${counts.passed} passed, ${counts.failed} failed (${time})`);
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
