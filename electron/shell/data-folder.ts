import { join } from 'node:path';
import type { App } from 'electron';

/**
 * Where everything of this workstation lives. "This PC" is the machine, not the Windows account: a second account finds
 * the same journal, terminal and point of sale. Under `--user-data-dir` everything is in that folder.
 */
export function dataFolder(app: App): string {
  const shared = process.env['ProgramData'];
  const folderGiven = app.commandLine.hasSwitch('user-data-dir');
  if (process.platform === 'win32' && !folderGiven && shared !== undefined) return join(shared, 'Willba POS');
  return app.getPath('userData');
}
