import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { launchFlags } from '../support/electron-path.ts';
import { packagedFolder, packagedProgram } from '../support/packaged-program.ts';

const on = FuseState.ENABLE;
const off = FuseState.DISABLE;
const release = {
  [FuseV1Options.RunAsNode]: off,
  [FuseV1Options.EnableCookieEncryption]: on,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
  [FuseV1Options.EnableNodeCliInspectArguments]: off,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
  [FuseV1Options.OnlyLoadAppFromAsar]: on,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
  [FuseV1Options.WasmTrapHandlers]: on,
};

async function fusesOf(program: string) {
  const { version, ...fuses } = await getCurrentFuseWire(program);
  expect(version).toBe('1');
  return fuses;
}

test('the shipped binary has every fuse as decided', async () => {
  expect(await fusesOf(packagedProgram('release'))).toEqual(release);
});

test('the copy that the smoke test drives differs in the inspect fuse alone', async () => {
  expect(await fusesOf(packagedProgram('inspectable'))).toEqual({ ...release, [FuseV1Options.EnableNodeCliInspectArguments]: on });
});

test('the shipped binary is no Node and opens no debugger, whatever it is told', async () => {
  const flags = [...launchFlags(), `--user-data-dir=${test.info().outputPath('data')}`, '--self-check'];
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--inspect=0' };
  // As a Node it would call --self-check a bad option.
  const { stdout, stderr } = await promisify(execFile)(packagedProgram('release'), flags, { env });
  expect(JSON.parse(stdout)).toBeInstanceOf(Object);
  expect(stderr).not.toContain('Debugger listening');
});

test('one native module ships, and no example app of Electron', () => {
  const files = readdirSync(packagedFolder('release'), { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => file.endsWith('.node'))).toEqual([
    expect.stringMatching(new RegExp(`better-sqlite3/prebuilds/${process.platform}-${process.arch}\\.node$`)),
  ]);
  expect(files.filter((file) => file.endsWith('default_app.asar'))).toEqual([]);
});

test('the archive holds the program, SQLite and nothing else', () => {
  const files = listPackage(join(packagedFolder('release'), 'resources', 'app.asar'), { isPack: false }).map((file) => file.slice(1));
  expect(files).toEqual(
    expect.arrayContaining([
      'package.json',
      'out/main/main.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
      'node_modules/better-sqlite3/lib/index.js',
    ]),
  );
  const known = /^(package\.json|out|out\/(main|preload|renderer)(\/.*)?|node_modules|node_modules\/better-sqlite3(\/.*)?)$/;
  expect(files.filter((file) => !known.test(file))).toEqual([]);
  expect(files.filter((file) => /\.map$|\.test\.|\.tsx?$|\.[ch](pp)?$/.test(file))).toEqual([]);
});
