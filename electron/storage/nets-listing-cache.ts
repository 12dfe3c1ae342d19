import { z } from 'zod';
import type { Log } from '../support/log.ts';
import type { NetsListingCache } from '../terminals/ports.ts';
import type { DeskTable } from './desk-table.ts';

const KEY = 'nets-listing';
/** `from` names the log-in that it was listed for. */
const schema = z.object({ from: z.string(), ids: z.array(z.string()).readonly(), at: z.string() });

/** What Nets last listed for one log-in. */
export const createNetsListingCaches =
  (table: DeskTable, log: Log) =>
  (from: string): NetsListingCache => ({
    read() {
      const found = table.read(KEY, schema);
      return found?.from === from ? found : null;
    },
    keep(listing) {
      const kept = table.write(KEY, { from, ...listing });
      if (!kept.ok) log.error('what Nets lists could not be kept for a start without a network', kept.error.cause);
    },
  });
