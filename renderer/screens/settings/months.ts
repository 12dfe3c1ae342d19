import { RETENTION_MONTHS } from '../../../shared/retention.ts';

/** The typed number of months; null if it is none that can be set. */
export function readMonths(typed: string): number | null {
  const text = typed.trim();
  const months = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  return months >= RETENTION_MONTHS.least && months <= RETENTION_MONTHS.most ? months : null;
}
