import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { missedFolder } from '../../../electron/shell/folders.ts';
import { boxToShow, hasDisplay } from '../../../electron/shell/refusal.ts';
import { findUnwritable, isRunning, isTraining } from '../../../electron/shell/start-obstacles.ts';
import { holdJournal } from '../../../electron/storage/journal-lock.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-obstacles-'));
  folders.push(folder);
  return folder;
}
const at = (folder: string) => ({ data: folder, account: folder });

describe('a folder that takes no file', () => {
  it('is found in either place, and one that takes files is left as it was', () => {
    const good = newFolder();
    const bad = join(good, 'file', 'below');
    writeFileSync(join(good, 'file'), '');
    expect(findUnwritable(at(good))).toBeNull();
    expect(readdirSync(good)).toEqual(['file']);
    expect(findUnwritable({ data: bad, account: good })).toMatchObject({ folder: bad, code: 'ENOTDIR' });
    expect(findUnwritable({ data: good, account: bad })).toMatchObject({ folder: bad });
  });

  it('is created where it is missing, for this account alone', () => {
    const folder = join(newFolder(), 'new', 'folder');
    expect(findUnwritable(at(folder))).toBeNull();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });
});

describe('a program that runs', () => {
  const locked = (target: string | null): boolean => {
    const folder = newFolder();
    if (target === null) mkdirSync(join(folder, 'SingletonLock'));
    else symlinkSync(target, join(folder, 'SingletonLock'));
    return isRunning(at(folder), 'linux');
  };

  it('is one whose process lives on this PC', () => {
    expect(locked(`${hostname()}-${process.pid}`)).toBe(true);
    expect(locked(`${hostname()}-999999999`)).toBe(false);
    expect(locked(`another-${process.pid}`)).toBe(false);
    expect(locked('nonsense')).toBe(false);
    expect(locked(null)).toBe(false);
    expect(isRunning(at(newFolder()), 'linux')).toBe(false);
  });

  it('trains while it holds the journal of training', () => {
    const folder = newFolder();
    expect(isTraining(at(folder))).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
    const held = holdJournal(join(folder, 'training'));
    expect(isTraining(at(folder))).toBe(true);
    if (held.ok) held.value.release();
    expect(isTraining(at(folder))).toBe(false);
  });
});

describe('a folder that was given and cannot be had', () => {
  const app = (given: string, got: string) => ({ getPath: () => got, commandLine: { getSwitchValue: () => given } });

  it('is named, whatever Chromium took in its place', () => {
    const folder = newFolder();
    const missing = join(folder, 'missing');
    expect(missedFolder(app(missing, folder))).toBe(missing);
    expect(missedFolder(app(missing, missing))).toBeNull();
    expect(missedFolder(app(folder, '/somewhere/behind/a/link'))).toBeNull();
    expect(missedFolder(app('', folder))).toBeNull();
  });
});

describe('the box', () => {
  it('is shown by a process that was started for it, and by no other words', () => {
    expect(boxToShow(['willba-pos', '--box=read-only'])).toBe('read-only');
    for (const other of [['willba-pos'], ['willba-pos', '--box='], ['willba-pos', '--box=toString'], ['willba-pos', '--training']]) {
      expect(boxToShow(other)).toBeNull();
    }
  });

  it('needs a display', () => {
    expect(hasDisplay({ platform: 'linux', env: {} })).toBe(false);
    expect(hasDisplay({ platform: 'linux', env: { DISPLAY: '' } })).toBe(false);
    expect(hasDisplay({ platform: 'linux', env: { DISPLAY: ':0' } })).toBe(true);
    expect(hasDisplay({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true);
    expect(hasDisplay({ platform: 'win32', env: {} })).toBe(true);
  });
});
