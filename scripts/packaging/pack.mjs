import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIfStale } from '../bootstrap/build.mjs';
import { projectRoot, run, SetupError, say, since } from '../bootstrap/command.mjs';

const dist = join(projectRoot, 'dist');
const target = { darwin: '--mac', win32: '--win' }[/** @type {string} */ (process.platform)] ?? '--linux';

/**
 * Packs the program for this platform, unpacked, into dist/ as electron-builder.yml says: `<platform>-unpacked` is the program that ships,
 * and `-inspectable` beside it is the same with the one fuse that Playwright needs.
 *
 * @param {import('../bootstrap/electron-runtime.mjs').Electron} electron
 * @param {{ release?: boolean }} [options] a release is made from the official Electron only
 */
export async function pack(electron, { release = false } = {}) {
  if (release && electron.origin !== 'official') {
    throw new SetupError(`a release needs the official Electron; this one is the ${electron.origin} runtime ${electron.version}`);
  }
  await buildIfStale(electron);

  const start = performance.now();
  await rm(dist, { recursive: true, force: true });
  const builder = join(projectRoot, 'node_modules', 'electron-builder', 'cli.js');
  const runtime = [`-c.electronDist=${electron.dir}`, `-c.electronVersion=${electron.version}`];
  const { code, output } = await run(process.execPath, [builder, target, 'dir', '--publish', 'never', ...runtime]);
  if (code !== 0) throw new SetupError(`packing failed\n${output}`);

  const what = release ? 'release' : 'smoke build, not for release';
  if (!release) await writeFile(join(dist, 'NOT-FOR-RELEASE.txt'), `A smoke build on Electron ${electron.version} (${electron.origin}).\n`);
  say(`Packed in ${since(start)}: ${what}`);
}
