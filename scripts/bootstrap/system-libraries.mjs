import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { run, SetupError, say, since } from './command.mjs';

/**
 * The libraries that Electron needs, a display for machines without one, a keyring for the tests of safe storage, and a compiler for the
 * power-cut tests.
 */
const debianPackages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libcups2',
  'libdrm2',
  'libsecret-1-0',
  'xvfb',
  'xauth',
  'dbus',
  'gnome-keyring',
  'gcc',
  'libc6-dev',
];

/** How long another installation may hold the package database, and how long to wait between two tries. Milliseconds. */
const LOCK_PATIENCE_MS = 600_000;
const LOCK_REST_MS = 2_000;

/** Installs the missing Debian packages if we are root; otherwise says what to install. Other systems have them already. */
export async function installSystemLibraries() {
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version')) return;
  const missing = await missingPackages();
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    throw new SetupError(`system libraries are missing; run: sudo apt-get install ${(await currentNames(missing)).join(' ')}`);
  }

  const start = performance.now();
  say(`Installing system libraries: ${missing.join(' ')} …`);
  await apt(['update']);
  await apt(['install', '--yes', '--no-install-recommends', ...(await currentNames(missing))]);
  say(`System libraries installed in ${since(start)}`);
}

/** Later Debians renamed some libraries (libgtk-3-0t64) in their move to 64-bit time. */
const renamed = (/** @type {string} */ name) => `${name}t64`;

async function missingPackages() {
  const names = debianPackages.flatMap((name) => [name, renamed(name)]);
  // It exits with 1 if one name is unknown, but still lists the others.
  const { output } = await run('dpkg-query', ['--show', `--showformat=\${Package} \${db:Status-Status}\n`, ...names]);
  const installed = new Set(output.split('\n').flatMap((line) => (line.endsWith(' installed') ? line.split(' ', 1) : [])));
  return debianPackages.filter((name) => !installed.has(name) && !installed.has(renamed(name)));
}

async function currentNames(/** @type {string[]} */ names) {
  return Promise.all(names.map(async (name) => ((await run('apt-cache', ['show', renamed(name)])).code === 0 ? renamed(name) : name)));
}

async function apt(/** @type {string[]} */ args) {
  const begun = performance.now();
  for (;;) {
    const { code, output } = await run('apt-get', ['--quiet', ...args], { env: { DEBIAN_FRONTEND: 'noninteractive' } });
    if (code === 0) return;
    // A new machine often still installs its own updates.
    const isHeld = output.includes('Could not get lock') && performance.now() - begun < LOCK_PATIENCE_MS;
    if (!isHeld) throw new SetupError(`apt-get ${args[0]} failed\n${output}`);
    await wait(LOCK_REST_MS);
  }
}
