import { z } from 'zod';
import type { Log } from '../support/log.ts';
import type { DeskTable } from './desk-table.ts';

const KEY = 'currency';
const schema = z.string();

/** The property's currency, for a start whose settings were lost. */
export const createKeptCurrency = (table: DeskTable, log: Log) => ({
  /** What this PC's payments are made in; null where it was never kept. */
  currency: (): string | null => table.read(KEY, schema),
  keepCurrency(currency: string): void {
    if (table.read(KEY, schema) === currency) return;
    const kept = table.write(KEY, currency);
    if (!kept.ok) log.error('the currency could not be kept', kept.error.cause);
  },
});
