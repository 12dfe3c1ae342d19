import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveFile } from '../../../electron/paper/save-file.ts';
import { UnwritableFile } from '../../../electron/storage/replace-file.ts';

const bytes = Buffer.from('%PDF-1.4 sisältö');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'willba-pos-save-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('saving a file where a person chose', () => {
  it('writes it whole, also over an earlier one, and leaves nothing beside it', () => {
    const path = join(folder, 'kuitti.pdf');
    writeFileSync(path, 'vanha');
    expect(saveFile(path, 'pdf', (add) => add(bytes))).toEqual({ ok: true, value: null });
    expect(readFileSync(path)).toEqual(bytes);
    expect(readdirSync(folder)).toEqual(['kuitti.pdf']);
  });

  it('adds the ending that was left out, and asks no further file over', () => {
    expect(saveFile(join(folder, 'kuitti'), 'pdf', (add) => add(bytes)).ok).toBe(true);
    expect(readdirSync(folder)).toEqual(['kuitti.pdf']);
    writeFileSync(join(folder, 'kuitti.pdf'), 'vanha');
    expect(saveFile(join(folder, 'kuitti'), 'pdf', (add) => add(bytes))).toEqual({ ok: false, error: 'file-exists' });
    expect(readFileSync(join(folder, 'kuitti.pdf'), 'utf8')).toBe('vanha');
  });

  it('never overwrites a file of the program', () => {
    writeFileSync(join(folder, 'payments.db'), 'maksut');
    saveFile(join(folder, 'payments.db'), 'pdf', (add) => add(bytes));
    expect(readFileSync(join(folder, 'payments.db'), 'utf8')).toBe('maksut');
  });

  it('goes through no link', () => {
    writeFileSync(join(folder, 'muu.pdf'), 'muu');
    symlinkSync(join(folder, 'muu.pdf'), join(folder, 'kuitti.pdf'));
    expect(saveFile(join(folder, 'kuitti.pdf'), 'pdf', (add) => add(bytes))).toEqual({ ok: false, error: 'file-foreign' });
    expect(readFileSync(join(folder, 'muu.pdf'), 'utf8')).toBe('muu');
    mkdirSync(join(folder, 'kansio.pdf'));
    expect(saveFile(join(folder, 'kansio.pdf'), 'pdf', (add) => add(bytes))).toEqual({ ok: false, error: 'file-foreign' });
  });

  it.each([
    ['ENOSPC', 'file-disk-full'],
    ['EDQUOT', 'file-disk-full'],
    ['EBUSY', 'file-in-use'],
    ['EACCES', 'file-read-only'],
    ['EROFS', 'file-read-only'],
    ['EIO', 'file-unwritable'],
  ])('where the system says %s it says %s, and the earlier file stays', (code, reason) => {
    const path = join(folder, 'kuitti.pdf');
    writeFileSync(path, 'vanha');
    const refused = () => {
      throw new UnwritableFile('no', { cause: Object.assign(new Error(code), { code }) });
    };
    expect(saveFile(path, 'pdf', refused)).toEqual({ ok: false, error: reason });
    expect(readFileSync(path, 'utf8')).toBe('vanha');
    expect(readdirSync(folder)).toEqual(['kuitti.pdf']);
  });

  it('says why it cannot, and leaves nothing', () => {
    expect(saveFile(join(folder, 'ei', 'kuitti.pdf'), 'pdf', (add) => add(bytes))).toEqual({ ok: false, error: 'file-unwritable' });
    expect(existsSync(join(folder, 'ei'))).toBe(false);
    if (process.platform === 'linux') {
      expect(saveFile('/proc/kuitti.pdf', 'pdf', (add) => add(bytes)).ok).toBe(false);
      expect(saveFile('/sys/kuitti.pdf', 'pdf', (add) => add(bytes))).toMatchObject({
        ok: false,
        error: expect.stringMatching(/^file-(read-only|unwritable)$/),
      });
    }
  });
});
