import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { commandChannel } from '../../shared/ipc/channels.ts';
import { commandNames } from '../../shared/ipc/command-names.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart } from '../support/desk/started.ts';
import { projectRoot } from '../support/imports.ts';

const started = freshStart();

/** Electron's own: it names them whether or not a program uses them. */
const ELECTRONS_OWN = ['IMPORT_SHARED_TEXTURE_RELEASE_RENDERER_TO_MAIN', 'error'];

test('main listens on the channels of the contract and on no other, libraries included', async () => {
  const { app, desk } = await openNetsDesk(started);
  // Everything is loaded once a sale is through: the settings, the log and the schemas.
  await desk.startSale({ amount: '12,50' });
  await desk.waitForOutcome('paid');
  const channels = await app.evaluate(({ ipcMain, BrowserWindow }) => {
    const own = (ipc: unknown): string[] => {
      const { _invokeHandlers, eventNames } = ipc as { _invokeHandlers: Map<string, unknown>; eventNames(): (string | symbol)[] };
      return [..._invokeHandlers.keys(), ...eventNames.call(ipc).map(String)];
    };
    const pages = BrowserWindow.getAllWindows().map(({ webContents }) => webContents);
    return { main: own(ipcMain), pages: pages.flatMap(({ ipc, mainFrame }) => [...own(ipc), ...own(mainFrame.ipc)]) };
  });
  const ours = (names: readonly string[]): string[] => names.filter((name) => !ELECTRONS_OWN.includes(name)).sort();
  expect(ours(channels.main)).toEqual(commandNames.map(commandChannel).sort());
  expect(ours(channels.pages)).toEqual([]);
});

test('the built preload knows every command by name, and brings no schema with it', () => {
  const built = readFileSync(join(projectRoot, 'out/preload/preload.cjs'), 'utf8');
  expect(commandNames.filter((name) => !built.includes(name))).toEqual([]);
  // The names and a dozen lines. The schemas would be ten times as much.
  expect(built.length).toBeLessThan(4_096);
  expect(built).not.toContain('safeParse');
});
