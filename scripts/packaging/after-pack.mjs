import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

/** What the shipped binary can and cannot be talked into. Every fuse is named: a new Electron with a new one stops the build here. */
const releaseFuses = /** @type {const} */ ({
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  resetAdHocDarwinSignature: true,
  // No way to turn the program into a Node that runs other people's scripts or opens a debugger: it holds a payment terminal's keys.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // Only the code that was packed, unchanged (the second is checked on Windows and macOS).
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  // We keep no cookies; should a page ever, they are locked with the key that safe storage uses anyway.
  [FuseV1Options.EnableCookieEncryption]: true,
  // The window comes from app://, so file:// needs no rights of its own.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // There is no snapshot of our own to load.
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

  // Electron's own example app; a program that runs when ours is missing has no place at a front desk.
  await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
  await flipFuses(join(appOutDir, program), releaseFuses);

  // Playwright steers Electron through the inspector, which the release fuses lock. This copy is for tests and is never handed out.
  const inspectable = `${appOutDir}-inspectable`;
  await cp(appOutDir, inspectable, { recursive: true, verbatimSymlinks: true });
  await flipFuses(join(inspectable, program), { ...releaseFuses, [FuseV1Options.EnableNodeCliInspectArguments]: true });
}
