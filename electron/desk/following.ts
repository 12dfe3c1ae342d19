import type { Attention } from '../../shared/ipc/attention.ts';
import { ok } from '../../shared/result.ts';
import type { PaymentFacts } from '../payments/core/facts.ts';
import type { Clock, PaymentJournal } from '../payments/ports.ts';
import type { Day } from '../payments/rules/day.ts';
import { familyOf } from '../payments/rules/family.ts';
import type { Part } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';
import { createDayWatch } from './day-watch.ts';
import { createLateApprovals } from './late-approvals.ts';
import type { PaymentViews } from './payment-views.ts';
import type { LateApprovalMemory } from './ports.ts';
import { createSignatures } from './signatures.ts';
import { createToday } from './today.ts';

export type Following = ReturnType<typeof createFollowing>;

/**
 * Keeps what depends on payments up to date: today's list with its total, the open signatures, the alarms of late approvals. One payment
 * may change what others are worth (a refund changes its sale), so each change updates all payments that it affects.
 */
export function createFollowing(parts: {
  readonly views: PaymentViews;
  readonly journal: PaymentJournal;
  readonly memory: LateApprovalMemory;
  readonly today: () => Day;
  readonly clock: Clock;
  /** Whether a payment belongs in the day's total. */
  readonly counts: (payment: Pick<PaymentFacts, 'currency' | 'environment'>) => boolean;
  /** A new day began, or other payments than before are dated in the future. */
  readonly dayChanged: () => void;
}) {
  const { views, journal, clock } = parts;
  const today = createToday({ ...parts, wallTime: clock.wallTime });
  const signatures = createSignatures(views.one);
  const late = createLateApprovals(views.one, parts.memory);
  const dayWatch = createDayWatch({
    clock,
    today: parts.today,
    timePassed: () => {
      if (today.timePassed()) parts.dayChanged();
    },
  });

  /** What a change affects: its family, and on its terminal the latest payment, which alone can be voided, and those shown as voidable. */
  function touchedBy(paymentId: string): ReadonlySet<string> {
    const family = familyOf(paymentId, journal);
    const terminalId = journal.byId(paymentId)?.facts.terminalId ?? null;
    if (terminalId === null) return family;
    const latest = journal.latestRunAt(terminalId);
    return new Set([...family, ...today.voidableAt(terminalId), ...(latest === null ? [] : [latest.facts.id])]);
  }

  function changed(paymentId: string): void {
    for (const id of touchedBy(paymentId)) {
      today.changed(id);
      signatures.changed(id);
      late.changed(id);
    }
  }

  return {
    today,
    late,
    changed,
    /** A new payment has its row. A refund, a void or a rest begins on the screen of the payment that it names: that one has been seen. */
    begun(paymentId: string): void {
      const facts = journal.byId(paymentId)?.facts;
      // Not for a manual entry: it names an unclear payment that the operator may never have opened.
      if (facts?.originalId != null && facts.kind !== 'manual') late.seen(facts.originalId);
      today.begun();
      changed(paymentId);
    },
    /** Called once, after the runner has taken up what an earlier run left open. */
    resume(lateInSession: readonly string[]): void {
      late.load();
      for (const paymentId of lateInSession) late.add(paymentId);
      signatures.load(journal, parts.today().start);
      dayWatch.start();
    },
    leftBeside(currentId: string | null): Attention {
      return {
        unclearCount: today.unclear().filter((id) => id !== currentId).length,
        openSignatures: signatures.open().filter((id) => id !== currentId),
        lateApprovals: late.list().filter(({ paymentId }) => paymentId !== currentId),
      };
    },
    oldestSignature: (): string | undefined => signatures.open()[0],
    /** The system woke up; a new day may have begun. */
    wake: dayWatch.look,
    stop: dayWatch.stop,
  };
}

export const followingPart = (
  following: Following,
  parts: { readonly currentId: () => string | null; readonly lateInSession: readonly string[]; readonly changed: Changed },
) =>
  ({
    changes: { today: following.today.change },
    slices: { today: following.today.summary, attention: () => following.leftBeside(parts.currentId()) },
    commands: {
      showMoreToday() {
        following.today.showMore();
        parts.changed('today');
        return ok(null);
      },
    },
    paymentChanged(paymentId: string) {
      following.changed(paymentId);
      parts.changed('today', 'attention');
    },
    start: () => following.resume(parts.lateInSession),
    wake: following.wake,
    close: following.stop,
  }) satisfies Part;
