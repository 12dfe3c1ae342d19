import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { App } from 'electron';

export type Folders = {
  /**
   * The data of this PC. "This PC" means the machine and not the Windows account: a second account finds the same journal, terminal and
   * point of sale.
   */
  readonly data: string;
  /** The secrets of this account: another account could not decrypt them and must not overwrite them. */
  readonly account: string;
};

type Known = Pick<App, 'getPath'> & { readonly commandLine: Pick<App['commandLine'], 'hasSwitch'> };

/** With `--user-data-dir` everything is in that folder. */
export function foldersOf(app: Known, { platform, env }: Pick<NodeJS.Process, 'platform' | 'env'> = process): Folders {
  const account = app.getPath('userData');
  const shared = env['ProgramData'];
  const forAll = platform === 'win32' && !app.commandLine.hasSwitch('user-data-dir') && shared !== undefined;
  return { data: forAll ? join(shared, 'Willba POS') : account, account };
}

type Started = Pick<App, 'getPath'> & { readonly commandLine: Pick<App['commandLine'], 'getSwitchValue'> };

/** If Chromium cannot use the given folder, it silently takes another one. Then another desk's payments could be taken for this one's. */
export function missedFolder(app: Started): string | null {
  const given = app.commandLine.getSwitchValue('user-data-dir');
  if (given === '' || resolve(given) === resolve(app.getPath('userData'))) return null;
  return statSync(given, { throwIfNoEntry: false })?.isDirectory() === true ? null : resolve(given);
}
