import type { Clock, JournalRow } from '../../electron/payments/ports.ts';
import type { DeskUnderTest } from './desk.ts';
import type { Ledger } from './nets-world/world.ts';

/**
 * How long it took until a lookup that no person asked for proved a lost charge. Counted in milliseconds from the moment at which it could
 * be proven (loss known, program running, line up, result shown by Nets).
 */
export function proofDelays(desk: DeskUnderTest, ledger: Ledger, clock: Clock): number[] {
  const shift = clock.elapsed() - Date.parse(clock.wallTime());
  const at = (row: JournalRow): number => Date.parse(row.at) + shift;
  return desk.journal.startedSince('').flatMap(({ facts }) => {
    const rows = desk.journal.rows(facts.id);
    const proven = rows.find((row) => row.state.name === 'approved' && row.event.type === 'looked-up');
    if (proven?.event.type !== 'looked-up' || !proven.event.scheduled) return [];
    const lost = rows.findLast(
      (row, index) => row.state.name === 'checking' && rows[index - 1]?.state.name !== 'checking' && at(row) <= at(proven),
    );
    const visibleAt = ledger.entries.get(facts.orderId)?.visibleAt ?? null;
    if (lost === undefined || visibleAt === null) return [];
    const since = Math.max(at(lost), visibleAt, desk.ranSince(at(proven)), desk.line.upSince(at(proven)));
    return [at(proven) - since];
  });
}
