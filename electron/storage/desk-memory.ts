import type { PaymentJournal } from '../payments/ports.ts';
import type { Log } from '../support/log.ts';
import type { DeskTable } from './desk-table.ts';
import { createDirectoryCaches } from './directory-cache.ts';
import { createHandovers } from './handovers.ts';
import { createInstallation } from './installation.ts';
import { createJournalLogin } from './journal-login.ts';
import { createKeptCurrency } from './kept-currency.ts';
import { createLateApprovals } from './late-approvals.ts';
import { createNetsListingCaches } from './nets-listing-cache.ts';
import { createReceiptPrints } from './receipt-prints.ts';
import { createTerminalChoice } from './terminal-choice.ts';

export type DeskMemory = ReturnType<typeof createDeskMemory>;

/**
 * What is stored beside the payments, one file for each subject. A closed storage uses the same files over a closed table.
 * @param unguarded the journal whose reads may throw
 */
export const createDeskMemory = (table: DeskTable, journal: PaymentJournal, unguarded: PaymentJournal, log: Log) => ({
  terminalMemory: createTerminalChoice(table, log),
  directoryCache: createDirectoryCaches(table, log),
  netsListingCache: createNetsListingCaches(table, log),
  ...createJournalLogin(table, journal, log),
  ...createKeptCurrency(table, log),
  ...createInstallation(table, log),
  lateApprovals: createLateApprovals(table, unguarded, log),
  receiptPrints: createReceiptPrints(table, log),
  handovers: createHandovers(table),
});
