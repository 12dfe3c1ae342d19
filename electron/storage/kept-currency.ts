import { z } from 'zod';
import type { Log } from '../support/log.ts';
import type { DeskTable } from './desk-table.ts';

const KEY = 'currency';
const schema = z.string();

/** The property's currency, for a start after the settings were lost. */
export const createKeptCurrency = (table: DeskTable, log: Log) => ({
  /** The currency of this PC's payments; null if it was never stored. */
  currency: (): string | null => table.read(KEY, schema),
  keepCurrency(currency: string): void {
    if (table.read(KEY, schema) === currency) return;
    const kept = table.write(KEY, currency);
    if (!kept.ok) log.error('the currency could not be stored', kept.error.cause);
  },
});
