import type { HandoverItem } from '../../../shared/handover.ts';
import type { DayRow } from '../core/day-row.ts';
import { type Beside, isRunning, openItems } from './open-items.ts';

/**
 * What the next person at the desk must know of, the oldest first. A payment that runs is not in it: it stands on the screen, and its end
 * comes by itself.
 */
export function handoverItems(rows: readonly DayRow[], beside: Beside): HandoverItem[] {
  const open: HandoverItem[] = openItems(rows, beside).filter((item) => !isRunning(item));
  const byHand = rows
    .filter(({ kind }) => kind === 'manual')
    .map(({ id: paymentId, kind, reference, terminalName, amountMinor, currency, startedAt }) => ({
      ...{ paymentId, kind, reference, terminalName, amountMinor, currency, startedAt },
      why: 'manual' as const,
    }));
  return [...open, ...byHand].sort((a, b) => (a.startedAt === b.startedAt ? 0 : a.startedAt < b.startedAt ? -1 : 1));
}
