import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { App } from 'electron';

export type Folders = {
  /** Everything of this workstation. "This PC" is the machine, not the Windows account: a second account finds the same journal, terminal and point of sale. */
  readonly data: string;
  /** What is this account's alone, its secrets: another account could not open them, and must not write over them. */
  readonly account: string;
};

type Known = Pick<App, 'getPath'> & { readonly commandLine: Pick<App['commandLine'], 'hasSwitch'> };

/** Under `--user-data-dir` everything is in that folder. */
export function foldersOf(app: Known, { platform, env }: Pick<NodeJS.Process, 'platform' | 'env'> = process): Folders {
  const account = app.getPath('userData');
  const shared = env['ProgramData'];
  const forAll = platform === 'win32' && !app.commandLine.hasSwitch('user-data-dir') && shared !== undefined;
  return { data: forAll ? join(shared, 'Willba POS') : account, account };
}

type Started = Pick<App, 'getPath'> & { readonly commandLine: Pick<App['commandLine'], 'getSwitchValue'> };

/** Where the given folder cannot be had Chromium goes to another one, without a word: another desk's payments must not pass for this one's. */
export function missedFolder(app: Started): string | null {
  const given = app.commandLine.getSwitchValue('user-data-dir');
  if (given === '' || resolve(given) === resolve(app.getPath('userData'))) return null;
  return statSync(given, { throwIfNoEntry: false })?.isDirectory() === true ? null : resolve(given);
}
