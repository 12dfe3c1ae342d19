import { z } from 'zod';
import { failed, ok, type Result } from '../../shared/result.ts';
import { type Terminal, terminalSchema } from '../../shared/terminal.ts';
import type { WriteFailure } from '../payments/ports.ts';
import type { SqliteDatabase } from './sqlite.ts';
import { writeFailure } from './storage-failure.ts';

/** The terminals as they were last read, for a start without a network. */
const directorySchema = z.object({ terminals: z.array(terminalSchema).readonly(), readAt: z.string() });
export type CachedDirectory = z.infer<typeof directorySchema>;

/** What Nets last listed for this log-in. */
const listingSchema = z.object({ ids: z.array(z.string()).readonly(), at: z.string() });
export type CachedListing = z.infer<typeof listingSchema>;

/** What this PC's desk chose and last knew. */
export interface DeskChoices {
  /** With the name and the place that it had when it was last seen, so that it can be named when it is gone. */
  terminal(): Terminal | null;
  chooseTerminal(terminal: Terminal): Result<null, WriteFailure>;
  directory(): CachedDirectory | null;
  keepDirectory(directory: CachedDirectory): Result<null, WriteFailure>;
  netsListing(): CachedListing | null;
  keepNetsListing(listing: CachedListing): Result<null, WriteFailure>;
}

/** A choice that cannot be read is no choice: no money hangs on it, and the desk chooses again. */
export function createDeskChoices(database: SqliteDatabase): DeskChoices {
  const select = database.prepare<[string], unknown>('SELECT value FROM desk WHERE key = ?').pluck();
  const upsert = database.prepare('INSERT INTO desk (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');

  function get<T>(key: string, schema: z.ZodType<T>): T | null {
    const value = select.get(key);
    if (typeof value !== 'string') return null;
    const read = schema.safeParse(JSON.parse(value));
    return read.success ? read.data : null;
  }

  function set(key: string, value: unknown): Result<null, WriteFailure> {
    try {
      upsert.run(key, JSON.stringify(value));
      return ok(null);
    } catch (cause) {
      return failed(writeFailure(cause));
    }
  }

  return {
    terminal: () => get('terminal', terminalSchema),
    chooseTerminal: (terminal) => set('terminal', terminalSchema.parse(terminal)),
    directory: () => get('directory', directorySchema),
    keepDirectory: (directory) => set('directory', directorySchema.parse(directory)),
    netsListing: () => get('nets-listing', listingSchema),
    keepNetsListing: (listing) => set('nets-listing', listing),
  };
}
