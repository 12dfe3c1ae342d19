import { z } from 'zod';
import type { PaymentJournal } from '../payments/ports.ts';
import type { Log } from '../support/log.ts';
import type { DeskTable } from './desk-table.ts';

const KEY = 'login';
const schema = z.object({ baseUrl: z.string(), username: z.string() });

/** The Nets host and user with which the payments of this journal were last sent: only with these can they be looked up. */
export type JournalLogin = z.infer<typeof schema>;

/** Works for a journal that was opened read-only too. */
export const readLogin = (table: DeskTable): JournalLogin | null => table.read(KEY, schema);

export const createJournalLogin = (table: DeskTable, journal: Pick<PaymentJournal, 'open' | 'unresolved'>, log: Log) => ({
  login: (): JournalLogin | null => readLogin(table),
  /** Stores the host and user with which this journal's payments are sent from now on. */
  keepLogin({ baseUrl, username }: JournalLogin): void {
    const before = readLogin(table);
    if (before?.baseUrl === baseUrl && before.username === username) return;
    // Not while payments wait: they can only be looked up with the host and user they were sent with.
    if (before !== null && journal.open().length + journal.unresolved().length > 0) return;
    const kept = table.write(KEY, { baseUrl, username });
    if (!kept.ok) log.error('the log-in with which payments are sent could not be stored', kept.error.cause);
  },
});
