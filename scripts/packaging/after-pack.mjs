import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

/** The fuses of the shipped binary. All of them are named: if a new Electron has another one, the build stops here. */
const releaseFuses = /** @type {const} */ ({
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  resetAdHocDarwinSignature: true,
  // The program cannot be used as a Node that runs other scripts or opens a debugger: it holds the keys of a payment terminal.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // Only the packed code, unchanged (the second is checked on Windows and macOS).
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  // We store no cookies. If a page ever does, they are encrypted with the key of safe storage.
  [FuseV1Options.EnableCookieEncryption]: true,
  // The window uses app://, so file:// needs no special rights.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // We have no snapshot of our own to load.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
});

/**
 * electron-builder calls this before it signs.
 *
 * @param {import('electron-builder').AfterPackContext} context
 */
export async function afterPack({ appOutDir, packager, electronPlatformName }) {
  const { productFilename } = packager.appInfo;
  const linuxName = /** @type {import('electron-builder').LinuxPackager} */ (packager).executableName;
  const program = { darwin: `${productFilename}.app`, win32: `${productFilename}.exe` }[electronPlatformName] ?? linuxName;

  // Removes Electron's example app: it would run if our program were missing.
  await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
  await flipFuses(join(appOutDir, program), releaseFuses);

  // Playwright controls Electron through the inspector, which the release fuses forbid. This copy is for tests only and is never shipped.
  const inspectable = `${appOutDir}-inspectable`;
  await cp(appOutDir, inspectable, { recursive: true, verbatimSymlinks: true });
  await flipFuses(join(inspectable, program), { ...releaseFuses, [FuseV1Options.EnableNodeCliInspectArguments]: true });
}
