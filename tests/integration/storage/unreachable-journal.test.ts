import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/storage/open-database.ts';
import { digest, filesBeside, newPath, withoutRoot, writeSomePayments } from './journal-on-disk.ts';

describe('a journal that cannot be reached', () => {
  it('in a folder that takes no files', async () => {
    const path = newPath();
    chmodSync(dirname(path), 0o555);
    expect(await withoutRoot(() => openDatabase(path))).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
    expect(filesBeside(path)).toEqual([]);
  });

  it('closed well in a folder that takes no files', async () => {
    const path = newPath();
    await writeSomePayments(path);
    const before = digest(path);
    chmodSync(dirname(path), 0o555);
    expect(await withoutRoot(() => openDatabase(path))).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
    expect(digest(path)).toBe(before);
    expect(filesBeside(path)).toEqual(['payments.db']);
  });

  it('a file that may be read and not written', async () => {
    const path = newPath();
    await writeSomePayments(path);
    const before = digest(path);
    chmodSync(dirname(path), 0o777);
    chmodSync(path, 0o444);
    expect(await withoutRoot(() => openDatabase(path))).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
    expect(digest(path)).toBe(before);
  });

  it('a file that may not even be read', async () => {
    const path = newPath();
    await writeSomePayments(path);
    chmodSync(dirname(path), 0o777);
    chmodSync(path, 0o000);
    expect(await withoutRoot(() => openDatabase(path))).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
    expect(filesBeside(path)).toEqual(['payments.db']);
  });

  it('a folder in its place', async () => {
    const path = newPath();
    mkdirSync(path);
    expect(await openDatabase(path)).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
  });
});
