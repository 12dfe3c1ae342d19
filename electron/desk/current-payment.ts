import type { PaymentView } from '../../shared/payment.ts';
import { ok } from '../../shared/result.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import type { PaymentRunner } from '../payments/runner/runner.ts';
import type { Part } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';
import type { DeskSession } from './desk-session.ts';
import { cameToNothing, type Form } from './form.ts';
import type { PaymentViews } from './payment-views.ts';
import type { PaymentWindow } from './payment-window.ts';
import { answerOf, type Refuse } from './refusals.ts';

type CurrentPaymentParts = {
  readonly window: PaymentWindow;
  readonly form: Form;
  readonly views: PaymentViews;
  readonly runner: Pick<PaymentRunner, 'cancel' | 'refresh' | 'release'>;
  readonly journal: Pick<PaymentJournal, 'open'>;
  /** A press waits for the look before it: no other payment takes the window from it. */
  readonly isStarting: () => boolean;
  /** Somebody has opened it: its alarm is heard. */
  readonly seen: (paymentId: string) => void;
  readonly oldestSignature: () => string | undefined;
  readonly session: DeskSession | null;
  readonly refuse: Refuse;
  readonly changed: Changed;
};

/** The payment that has the window: what is shown of it, and what a person does with it. */
export function currentPaymentPart(parts: CurrentPaymentParts) {
  const { window, form, views, runner, refuse, session } = parts;

  function current(): PaymentView | null {
    const currentId = window.currentId();
    return currentId === null ? null : views.one(currentId);
  }

  function left(): void {
    window.close();
    parts.changed('current', 'browsing', 'attention', 'form');
  }

  return {
    slices: { current, browsing: window.isBrowsing },
    commands: {
      ...wishes(runner, refuse),
      ...opening(parts, current),
      releasePayment({ paymentId }: { readonly paymentId: string }) {
        const released = runner.release(paymentId);
        if (released.ok && window.currentId() === paymentId) left();
        return answerOf(released, refuse);
      },
      closeOutcome({ paymentId, shown, keepDraft }) {
        if (window.currentId() !== paymentId) return refuse('payment-unknown');
        // Nobody closes what nobody has seen: it may have been proven paid a moment ago.
        if (window.isTaken() || current()?.state !== shown) return refuse('not-possible-now');
        // What is only looked at is charged again by nobody, and what is typed beside it is another guest's.
        const back = keepDraft ? current() : null;
        if (back !== null && (window.isBrowsing() || !cameToNothing(back))) return refuse('not-possible-now');
        parts.seen(paymentId);
        if (back !== null) form.takeBack(back);
        left();
        return ok(null);
      },
    },
    paymentChanged(): void {
      // Also where another payment has the window: what it is worth may hang on this one.
      if (window.currentId() !== null) parts.changed('current');
    },
    /** After a restart: what was open when the program went away has the window again, and what nobody has answered or heard of. */
    start(): void {
      const waiting = parts.journal.open().findLast((payment) => payment.releasedAt === null)?.facts.id;
      const last = [waiting, session?.currentId, parts.oldestSignature()].find((id) => id != null && views.one(id) !== null);
      // A signature that waits since before the restart is nobody's form: it is looked at.
      if (last != null) show(parts, last, last === session?.currentId ? session.browsing : last !== waiting);
    },
  } satisfies Part;
}

/** @param toLook it is only looked at: nobody here began it */
export function show({ window, changed }: Pick<CurrentPaymentParts, 'window' | 'changed'>, paymentId: string, toLook: boolean): void {
  window.show(paymentId, toLook);
  changed('current', 'browsing', 'attention', 'form');
}

const opening = (parts: CurrentPaymentParts, current: () => PaymentView | null) =>
  ({
    showPayment({ paymentId }) {
      const { window, form, views } = parts;
      if (window.isTaken() || parts.isStarting()) return parts.refuse('desk-busy');
      if (views.one(paymentId) === null) return parts.refuse('payment-unknown');
      const before = current();
      // The guest whose payment came to nothing still wants to pay: nobody has pressed Uusi maksu.
      if (before !== null && !window.isBrowsing() && cameToNothing(before) && form.isEmpty()) form.takeBack(before);
      parts.seen(paymentId);
      show(parts, paymentId, window.currentId() !== paymentId || window.isBrowsing());
      return ok(null);
    },
  }) satisfies Part['commands'];

/** What a person asks of the core while the payment runs. */
const wishes = (runner: Pick<PaymentRunner, 'cancel' | 'refresh'>, refuse: Refuse) =>
  ({
    cancelPayment: ({ paymentId }) => answerOf(runner.cancel(paymentId), refuse),
    refreshPayment: ({ paymentId }) => answerOf(runner.refresh(paymentId), refuse),
  }) satisfies Part['commands'];
