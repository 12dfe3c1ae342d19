import { z } from 'zod';
import { terminalSchema } from '../../shared/terminal.ts';
import type { Log } from '../support/log.ts';
import type { DirectoryCache } from '../terminals/ports.ts';
import type { DeskTable } from './desk-table.ts';

const KEY = 'directory';
/** `from` is the address of the Strapi that sent it: one customer's terminals are never shown as another's. */
const schema = z.object({ from: z.string(), terminals: z.array(terminalSchema).readonly(), readAt: z.string() });

/** The customer's terminals as they were last read from one Strapi. */
export const createDirectoryCaches =
  (table: DeskTable, log: Log) =>
  (from: string): DirectoryCache => ({
    read() {
      const found = table.read(KEY, schema);
      return found?.from === from ? found : null;
    },
    keep(directory) {
      const kept = table.write(KEY, schema.parse({ from, ...directory }));
      if (!kept.ok) log.error('the terminals could not be stored for a start without a network', kept.error.cause);
    },
  });
