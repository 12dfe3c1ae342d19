import { z } from 'zod';
import type { PaymentJournal } from '../payments/ports.ts';
import type { Log } from '../support/log.ts';
import type { DeskTable } from './desk-table.ts';

const KEY = 'login';
const schema = z.object({ baseUrl: z.string(), username: z.string() });

/** Where, and as whom, the payments of this journal were last sent: only there can they be looked up. */
export type JournalLogin = z.infer<typeof schema>;

/** Also of a journal that is only looked at. */
export const readLogin = (table: DeskTable): JournalLogin | null => table.read(KEY, schema);

export const createJournalLogin = (table: DeskTable, journal: Pick<PaymentJournal, 'open' | 'unresolved'>, log: Log) => ({
  login: (): JournalLogin | null => readLogin(table),
  /** Notes where, and as whom, the payments of this journal are sent from now on. */
  keepLogin({ baseUrl, username }: JournalLogin): void {
    const before = readLogin(table);
    if (before?.baseUrl === baseUrl && before.username === username) return;
    // Those that wait can only be looked up where, and as whom, they were sent.
    if (before !== null && journal.open().length + journal.unresolved().length > 0) return;
    const kept = table.write(KEY, { baseUrl, username });
    if (!kept.ok) log.error('whom payments are sent as could not be kept', kept.error.cause);
  },
});
