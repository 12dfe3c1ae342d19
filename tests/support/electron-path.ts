import { installedElectron } from '../../scripts/bootstrap/electron-runtime.mjs';

export { launchFlags } from '../../scripts/bootstrap/launch-flags.mjs';

/** The Electron that the scripts chose; by hand (`npx playwright test`) the same choice among what is installed. */
export function electronPath(): string {
  const path = process.env['WILLBA_ELECTRON'] ?? installedElectron()?.path;
  if (path === undefined) throw new Error('no Electron here yet: npm run build fetches one');
  return path;
}
