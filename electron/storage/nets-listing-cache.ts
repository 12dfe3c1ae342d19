import { z } from 'zod';
import type { Log } from '../support/log.ts';
import type { NetsListingCache } from '../terminals/ports.ts';
import type { DeskTable } from './desk-table.ts';

const KEY = 'nets-listing';
/** `from` is the log-in for which it was listed. */
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
      if (!kept.ok) log.error("Nets' list could not be stored for a start without a network", kept.error.cause);
    },
  });
