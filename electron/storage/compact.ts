import { z } from 'zod';
import type { Log } from '../support/log.ts';
import type { DeskTable } from './desk-table.ts';
import { ERASED_KEY } from './erase-old-card-data.ts';

const DONE_KEY = 'compacted';
/** It takes some seconds in a large journal, so not after each erasing. */
const EVERY_MS = 30 * 24 * 3_600_000;

/**
 * Writes the whole file anew if card data was erased, at most once in thirty days. What is erased is overwritten at once; but SQLite moves
 * rows between pages, and in rare cases a copy of an erased one is left in an unused place. Nothing of it is left then.
 *
 * Only while the program is closing: until it is done nobody can write.
 */
export function compactIfDue(table: DeskTable, log: Log, now: Date): void {
  try {
    if (table.read(ERASED_KEY, z.boolean()) !== true) return;
    const done = table.read(DONE_KEY, z.string());
    if (done !== null && Math.abs(now.getTime() - Date.parse(done)) < EVERY_MS) return;
    table.database?.exec('VACUUM');
    table.write(DONE_KEY, now.toISOString());
    table.remove(ERASED_KEY);
    log.info('the journal was written anew after card data was erased');
  } catch (cause) {
    // The file is as it was. The next end of the program tries again.
    log.error('the journal could not be written anew', cause);
  }
}
