import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldersOf } from '../../../electron/shell/folders.ts';

const account = (name: string, folderGiven = false) => ({
  getPath: () => join('users', name, 'Willba POS'),
  commandLine: { hasSwitch: (flag: string) => folderGiven && flag === 'user-data-dir' },
});
const windows = { platform: 'win32', env: { ProgramData: 'shared' } } as const;

describe('where things are kept', () => {
  it('on Windows two accounts share the workstation and keep their secrets apart', () => {
    const [maija, jussi] = [foldersOf(account('maija'), windows), foldersOf(account('jussi'), windows)];
    expect(maija.data).toBe(join('shared', 'Willba POS'));
    expect(jussi.data).toBe(maija.data);
    expect(maija.account).toBe(join('users', 'maija', 'Willba POS'));
    expect(jussi.account).toBe(join('users', 'jussi', 'Willba POS'));
  });

  it.each([
    ['a folder that was given', account('maija', true), windows],
    ['Windows without a shared folder', account('maija'), { platform: 'win32', env: {} }],
    ['Linux', account('maija'), { platform: 'linux', env: { ProgramData: 'shared' } }],
    ['macOS', account('maija'), { platform: 'darwin', env: {} }],
  ] as const)('everything is in one folder: %s', (_why, app, system) => {
    const own = join('users', 'maija', 'Willba POS');
    expect(foldersOf(app, system)).toEqual({ data: own, account: own });
  });
});
