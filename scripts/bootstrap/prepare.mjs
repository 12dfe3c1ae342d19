import { installDependencies } from './dependencies.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { installSystemLibraries } from './system-libraries.mjs';

/** Prepares a machine that only has Node, so that Electron can run. Takes about 50 ms when nothing is missing. */
export async function prepare() {
  await installSystemLibraries();
  await installDependencies();
  return resolveElectron();
}
