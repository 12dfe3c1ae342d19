import type { Handover, HandoverItem } from '../../shared/handover.ts';
import { ok, type Result } from '../../shared/result.ts';
import { dayRowOf } from '../payments/core/day-row.ts';
import type { Clock, PaymentJournal, WriteFailure } from '../payments/ports.ts';
import { type Day, daysBefore } from '../payments/rules/day.ts';
import { handoverItems } from '../payments/rules/handover-items.ts';
import type { Beside } from '../payments/rules/open-items.ts';
import type { Part } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';
import type { Refuse } from './refusals.ts';

/** Handovers on the disk, append-only. Reads throw what the database throws. */
export interface HandoverMemory {
  add(handover: Handover): Result<null, WriteFailure>;
  within(day: Day): readonly Handover[];
}

/** How far back a signature that nobody has judged is looked for. */
const SIGNATURES_DAYS = 14;
/** A night shift begins before its day's cut-over. Its records by hand are looked for back to the last handover, but no further than this. */
const LONGEST_SHIFT_DAYS = 2;
/** More than these nobody reads at the desk. */
const MOST_BESIDE = 500;

export type HandoverParts = {
  readonly journal: Pick<PaymentJournal, 'byId' | 'startedSince' | 'unproven' | 'unsigned'>;
  readonly memory: HandoverMemory;
  readonly today: () => Day;
  readonly beside: () => Beside;
  /** Payments of any day that Willba does not know of, or whose alarm nobody has opened. */
  readonly waiting: () => readonly string[];
  readonly operator: () => string | null;
  readonly clock: Pick<Clock, 'wallTime'>;
  readonly newId: () => string;
  readonly refuse: Refuse;
  readonly changed: Changed;
  readonly broke: (cause: unknown) => void;
};

type Shown = { readonly from: string | null; readonly by: string; readonly items: readonly HandoverItem[] };

/**
 * What one shift leaves to the next. It is shown when another person comes to the desk, and stands in nobody's way: a handover that nobody
 * takes is only not recorded.
 */
export function createHandover(parts: HandoverParts) {
  let shown: Shown | null = null;

  function put(next: Shown | null): void {
    if (shown === null && next === null) return;
    shown = next;
    parts.changed('handover');
  }

  /** Null if it cannot be read: the change of shift goes on without it. */
  function read(): HandoverItem[] | null {
    try {
      return openNow(parts);
    } catch (cause) {
      parts.broke(cause);
      return null;
    }
  }

  return {
    part: {
      slices: { handover: () => (shown === null ? null : { ...shown, items: [...shown.items] }) },
      commands: commandsOf(parts, () => shown, put),
      /** What is shown stays true: a payment that has become clear since is not taken over any more. */
      paymentChanged(): void {
        if (shown === null) return;
        const open = read();
        const still = shown.items.filter((item) => open === null || open.some(isSame(item)));
        if (still.length !== shown.items.length) put(still.length === 0 ? null : { ...shown, items: still });
      },
    } satisfies Part,
    /** Somebody else is at the desk now. */
    operatorChanged(from: string | null, by: string): void {
      const items = read() ?? [];
      put(items.length === 0 ? null : { from, by, items });
    },
  };
}

const isSame =
  (one: Pick<HandoverItem, 'paymentId' | 'why'>) =>
  (other: Pick<HandoverItem, 'paymentId' | 'why'>): boolean =>
    other.paymentId === one.paymentId && other.why === one.why;

/** Of today; of earlier days only what still waits for somebody. */
function openNow(parts: HandoverParts): HandoverItem[] {
  const { journal, today, beside } = parts;
  const { start } = today();
  const since = shiftBegan(parts);
  const waiting = parts.waiting().slice(0, MOST_BESIDE);
  const payments = [
    ...journal.startedSince(since < start ? since : start),
    ...journal.unproven(),
    ...journal.unsigned(daysBefore(start, SIGNATURES_DAYS)),
    ...waiting.flatMap((paymentId) => journal.byId(paymentId) ?? []),
  ];
  const rows = new Map(payments.map((payment) => [payment.facts.id, dayRowOf(payment)]));
  return handoverItems([...rows.values()], beside());
}

/** When somebody took over last. @returns ISO 8601 in UTC */
function shiftBegan({ memory, today }: HandoverParts): string {
  const { start, end } = today();
  const earliest = daysBefore(start, LONGEST_SHIFT_DAYS);
  return memory.within({ start: earliest, end }).at(-1)?.at ?? earliest;
}

function commandsOf(parts: HandoverParts, current: () => Shown | null, put: (next: null) => void) {
  const { memory, refuse } = parts;
  return {
    takeOver({ by, items }) {
      const shown = current();
      if (shown === null || by !== parts.operator() || by !== shown.by) return refuse('not-possible-now');
      // Of what is still open, what was shown: nobody takes over what they have not seen.
      const taken = shown.items.filter((item) => items.some(isSame(item)));
      const written = memory.add({ id: parts.newId(), at: parts.clock.wallTime(), from: shown.from, by, items: taken });
      if (!written.ok) return refuse(written.error.kind === 'disk-full' ? 'disk-full' : 'journal-unavailable');
      put(null);
      return ok(null);
    },
    putOffHandover() {
      put(null);
      return ok(null);
    },
    handovers({ start, end }) {
      try {
        return ok({ handovers: [...memory.within({ start, end })] });
      } catch (cause) {
        parts.broke(cause);
        return refuse('journal-unavailable');
      }
    },
  } satisfies Part['commands'];
}
