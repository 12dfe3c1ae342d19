import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot, run, SetupError, say, since } from './command.mjs';
import { asNode } from './electron-runtime.mjs';

/** @typedef {import('./electron-runtime.mjs').Electron} Electron */

const sources = ['electron', 'renderer', 'shared', 'resources'];
const configs = [
  'electron.vite.config.ts',
  'tsconfig.json',
  'tsconfig.base.json',
  'tsconfig.electron.json',
  'tsconfig.renderer.json',
  'package.json',
  'package-lock.json',
];
/** It is inside out/, so that deleting the build deletes it too. */
const stamp = join(projectRoot, 'out', '.built-from');

export async function buildIfStale(/** @type {Electron} */ electron) {
  if ((await readFile(stamp, 'utf8').catch(() => undefined)) !== (await hashOfInputs())) await build(electron);
}

export async function build(/** @type {Electron} */ electron) {
  const start = performance.now();
  // Taken before the build: a file changed while it runs makes the next command build again.
  const hash = await hashOfInputs();
  await rm(stamp, { force: true });
  const script = join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { code, output } = await run(electron.path, [script, 'build', '--logLevel', 'warn'], { env: asNode });
  if (code !== 0) throw new SetupError(`the build failed\n${output}`);
  await mkdir(join(projectRoot, 'out'), { recursive: true });
  await writeFile(stamp, hash);
  say(`Built in ${since(start)}`);
}

/** By content and not by time: a fresh clone or a switched branch touches every file without changing it. */
async function hashOfInputs() {
  const hash = createHash('sha256');
  for (const path of [...configs, ...(await Promise.all(sources.map(filesUnder))).flat()]) {
    hash.update(`${path}\0`).update(await readFile(join(projectRoot, path)));
  }
  return hash.digest('hex');
}

async function filesUnder(/** @type {string} */ folder) {
  if (!existsSync(join(projectRoot, folder))) return [];
  const entries = await readdir(join(projectRoot, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(projectRoot.length + 1))
    .sort();
}
