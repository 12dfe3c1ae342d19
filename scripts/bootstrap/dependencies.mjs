import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot, run, SetupError, say, since } from './command.mjs';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, peer?: boolean }} Package */

/**
 * Installs what a folder's lock file lists, unless exactly that is installed.
 *
 * Install scripts are off: no dependency needs one, and better-sqlite3's would ask for a compiler although its package includes the binary.
 */
export async function installDependencies(folder = '.', what = 'dependencies') {
  if (await matchesLock(folder)) return;
  const start = performance.now();
  say(`Installing ${what} from the lock file …`);
  const { code, output } = await npm([
    'ci',
    `--prefix=${join(projectRoot, folder)}`,
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (code !== 0) throw new SetupError(`npm ci failed\n${output}`);
  say(`Installed ${what} in ${since(start)}`);
}

/** Runs npm. Under `npm start` npm tells where it is; otherwise the one on the path is used (a shell script on Windows). */
export function npm(/** @type {string[]} */ args) {
  const script = process.env['npm_execpath'];
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args]);
  return run('npm', args, { shell: process.platform === 'win32' });
}

/**
 * npm writes node_modules/.package-lock.json last, so an interrupted install has none. Comparing it with the lock file also accepts what a
 * person installed by hand.
 */
async function matchesLock(/** @type {string} */ folder) {
  const installed = await packages(join(folder, 'node_modules', '.package-lock.json'));
  if (!installed) return false;
  const locked = (await packages(join(folder, 'package-lock.json'))) ?? {};
  return Object.entries(locked).every(([path, wanted]) => {
    const found = installed[path];
    if (path === '') return true;
    return found ? found.version === wanted.version && found.integrity === wanted.integrity : wanted.optional;
  });
}

/** @returns {Promise<Record<string, Package> | undefined>} */
async function packages(/** @type {string} */ lockFile) {
  const text = await readFile(join(projectRoot, lockFile), 'utf8').catch(() => undefined);
  return text && JSON.parse(text).packages;
}
