import { z } from 'zod';
import type { MissingPayments } from '../../shared/missing-payments.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { type Terminal, terminalSchema } from '../../shared/terminal.ts';
import type { WriteFailure } from '../payments/ports.ts';
import type { SqliteDatabase } from './sqlite.ts';
import { writeFailure } from './storage-failure.ts';

/** The terminals as they were last read, for a start without a network. `from` names the Strapi that said so. */
const directorySchema = z.object({ from: z.string(), terminals: z.array(terminalSchema).readonly(), readAt: z.string() });
type CachedDirectory = Omit<z.infer<typeof directorySchema>, 'from'>;

/** What Nets last listed. `from` names the log-in that it was listed for. */
const listingSchema = z.object({ from: z.string(), ids: z.array(z.string()).readonly(), at: z.string() });
type CachedListing = Omit<z.infer<typeof listingSchema>, 'from'>;

const currencySchema = z.string();
/** Where, and as whom, the payments of this journal were last sent: only there can they be looked up. */
const loginSchema = z.object({ baseUrl: z.string(), username: z.string() });
export type JournalLogin = z.infer<typeof loginSchema>;

/** Who read that payments may be missing, and when. */
type MissingRead = MissingPayments & { readonly by: string; readonly at: string };

/** What this PC's desk chose and last knew. */
export interface DeskChoices {
  /** With the name and the place that it had when it was last seen, so that it can be named when it is gone. */
  terminal(): Terminal | null;
  chooseTerminal(terminal: Terminal): Result<null, WriteFailure>;
  /** Null where another Strapi's list was kept: one customer's terminals are never shown as another's. */
  directory(from: string): CachedDirectory | null;
  keepDirectory(from: string, directory: CachedDirectory): Result<null, WriteFailure>;
  netsListing(from: string): CachedListing | null;
  keepNetsListing(from: string, listing: CachedListing): Result<null, WriteFailure>;
  /** The property's currency, for a start without settings. */
  currency(): string | null;
  keepCurrency(currency: string): Result<null, WriteFailure>;
  login(): JournalLogin | null;
  keepLogin(login: JournalLogin): Result<null, WriteFailure>;
  /**
   * Ids of late approvals that nobody has opened, oldest payment first, without those whose payment is not in the journal.
   * @throws SQLite's own error when the file cannot be read.
   */
  lateApprovals(): readonly string[];
  keepLateApproval(paymentId: string): Result<null, WriteFailure>;
  forgetLateApproval(paymentId: string): Result<null, WriteFailure>;
  /** Whether a note of this journal's last row was ever kept beside it. */
  hadLastRowNote(): boolean;
  keepLastRowNote(): Result<null, WriteFailure>;
  keepMissingRead(read: MissingRead): Result<null, WriteFailure>;
}

/** One row each, so that nothing has to be read, or can be lost, when another is added. */
const LATE_APPROVAL = 'late-approval:';
const MISSING_READ = 'missing-payments-read:';

/** Five thousand terminals with long names. An earlier version kept lists of any length, and reading one froze every start after it. */
const LONGEST_VALUE = 2_000_000;

/** A choice that cannot be read is no choice: no money hangs on it, and the desk chooses again. */
export function createDeskChoices(database: SqliteDatabase): DeskChoices {
  const select = database.prepare<[string, number], unknown>('SELECT value FROM desk WHERE key = ? AND length(value) <= ?').pluck();
  const upsert = database.prepare('INSERT INTO desk (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');
  const remove = database.prepare('DELETE FROM desk WHERE key = ?');
  const selectLateApprovals = database
    .prepare<[], string>(
      `SELECT id FROM desk JOIN payments ON id = substr(key, length('${LATE_APPROVAL}') + 1) WHERE key GLOB '${LATE_APPROVAL}*' ORDER BY number`,
    )
    .pluck();

  function get<T>(key: string, schema: z.ZodType<T>): T | null {
    const value = select.get(key, LONGEST_VALUE);
    if (typeof value !== 'string') return null;
    const read = schema.safeParse(JSON.parse(value));
    return read.success ? read.data : null;
  }

  function getFrom<T extends { readonly from: string }>(key: string, schema: z.ZodType<T>, from: string): T | null {
    const found = get(key, schema);
    return found?.from === from ? found : null;
  }

  const set = (key: string, value: unknown): Result<null, WriteFailure> => write(() => upsert.run(key, JSON.stringify(value)));

  function write(run: () => unknown): Result<null, WriteFailure> {
    try {
      run();
      return ok(null);
    } catch (cause) {
      return failed(writeFailure(cause));
    }
  }

  return {
    terminal: () => get('terminal', terminalSchema),
    chooseTerminal: (terminal) => set('terminal', terminalSchema.parse(terminal)),
    directory: (from) => getFrom('directory', directorySchema, from),
    keepDirectory: (from, directory) => set('directory', directorySchema.parse({ from, ...directory })),
    netsListing: (from) => getFrom('nets-listing', listingSchema, from),
    keepNetsListing: (from, listing) => set('nets-listing', { from, ...listing }),
    currency: () => get('currency', currencySchema),
    keepCurrency: (currency) => set('currency', currency),
    login: () => get('login', loginSchema),
    keepLogin: (login) => set('login', login),
    lateApprovals: () => selectLateApprovals.all(),
    keepLateApproval: (paymentId) => set(LATE_APPROVAL + paymentId, true),
    forgetLateApproval: (paymentId) => write(() => remove.run(LATE_APPROVAL + paymentId)),
    hadLastRowNote: () => get('last-row-note', z.boolean()) === true,
    keepLastRowNote: () => set('last-row-note', true),
    keepMissingRead: (read) => set(MISSING_READ + read.at, read),
  };
}
