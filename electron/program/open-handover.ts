import type { DeskSettings } from '../../shared/ipc/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { createHandover } from '../desk/handover.ts';
import { createRefuse } from '../desk/refusals.ts';
import { summaryOf } from '../payments/core/summary.ts';
import type { Clock } from '../payments/ports.ts';
import { createToday } from '../payments/rules/day.ts';
import type { Beside } from '../payments/rules/open-items.ts';
import type { Storage } from '../storage/open-storage.ts';
import type { Log } from '../support/log.ts';
import { systemIds } from '../system/ids.ts';
import type { Calls } from './calls.ts';
import type { Changed } from './publication.ts';

type Around = { readonly clock: Clock; readonly log: Log };
type Needs = { readonly desk: Desk; readonly settings: () => DeskSettings; readonly changed: Changed };

/** What one shift leaves to the next, in one world. */
export const openHandover = (storage: Storage, calls: Calls, { clock, log }: Around, { desk, settings, changed }: Needs) =>
  createHandover({
    ...{ journal: storage.journal, memory: storage.handovers, clock, changed },
    today: createToday(clock.wallTime, settings),
    beside: () => besideOf(storage, calls, desk),
    waiting: () => [...desk.lateApprovals(), ...notInWillba(storage, calls)],
    operator: desk.operator,
    newId: systemIds.paymentId,
    refuse: createRefuse(systemIds),
    broke: (cause) => log.error('what a shift leaves open cannot be read', cause),
  });

const notInWillba = ({ outboxes }: Storage, { webhook }: Calls): readonly string[] =>
  webhook === null ? [] : (outboxes.willba.waiting() ?? []);

/** What is known of payments beside their rows, as of now. */
export function besideOf(storage: Storage, calls: Calls, desk: Pick<Desk, 'lateApprovals'>): Beside {
  const alarms = new Set(desk.lateApprovals());
  const waiting = new Set(notInWillba(storage, calls));
  return {
    isAlarm: (paymentId) => alarms.has(paymentId),
    isNotInWillba: (paymentId) => waiting.has(paymentId),
    naming: (paymentId) => storage.journal.byOriginal(paymentId).map(summaryOf),
  };
}
