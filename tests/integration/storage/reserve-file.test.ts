import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createReserve, freeBytes, hasRoomForSale, RESERVE_BYTES, SALE_FLOOR_BYTES } from '../../../electron/storage/reserve-file.ts';
import { filesBeside, newFolder } from './journal-on-disk.ts';

describe('the reserve file', () => {
  it('takes real room, gives it back once, and is made again', async () => {
    const path = join(newFolder(), 'reserve');
    const reserve = createReserve(path);
    expect(reserve.free()).toBe(false);
    expect(await reserve.restore()).toBe(true);
    expect(statSync(path).size).toBe(RESERVE_BYTES);
    expect(gzipSync(readFileSync(path)).length).toBeGreaterThan(RESERVE_BYTES * 0.99);
    expect(reserve.free()).toBe(true);
    expect(existsSync(path)).toBe(false);
    expect(reserve.free()).toBe(false);
    expect(await reserve.restore()).toBe(true);
    expect(filesBeside(path)).toEqual(['reserve']);
  });

  it('is made anew when it is not whole', async () => {
    const path = join(newFolder(), 'reserve');
    writeFileSync(path, 'cut off');
    const reserve = createReserve(path);
    expect(reserve.free()).toBe(false);
    expect(await reserve.restore()).toBe(true);
    expect(statSync(path).size).toBe(RESERVE_BYTES);
  });

  it('leaves the floor alone: it is not made where it would not fit beside it', async () => {
    const path = join(newFolder(), 'reserve');
    const onDiskWith = (free: number) => createReserve(path, RESERVE_BYTES, () => free);
    expect(await onDiskWith(SALE_FLOOR_BYTES + RESERVE_BYTES - 1).restore()).toBe(false);
    expect(filesBeside(path)).toEqual([]);
    expect(await onDiskWith(SALE_FLOOR_BYTES + RESERVE_BYTES).restore()).toBe(true);
  });

  it('does not throw where it cannot be made', async () => {
    expect(await createReserve(join(newFolder(), 'nowhere', 'reserve')).restore()).toBe(false);
  });

  it('asks the disk itself whether a sale has room', () => {
    const folder = newFolder();
    expect(freeBytes(folder)).toBeGreaterThan(0);
    expect(hasRoomForSale(folder)).toBe(true);
    expect(() => hasRoomForSale(join(folder, 'nowhere'))).toThrow('ENOENT');
  });
});
