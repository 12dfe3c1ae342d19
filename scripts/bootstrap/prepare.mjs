import { installDependencies } from './dependencies.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { installSystemLibraries } from './system-libraries.mjs';

/** Brings a machine that has Node and nothing else to where Electron runs. Costs about 50 ms when there is nothing to do. */
export async function prepare() {
  await installSystemLibraries();
  await installDependencies();
  return resolveElectron();
}
