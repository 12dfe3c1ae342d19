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
import type { OtherDesks } from './ports.ts';
import { answerOf, type Refuse } from './refusals.ts';
import type { Requests } from './requests.ts';

type CurrentPaymentParts = {
  readonly window: PaymentWindow;
  readonly form: Form;
  readonly views: PaymentViews;
  readonly runner: Pick<PaymentRunner, 'cancel' | 'refresh' | 'release'>;
  readonly journal: Pick<PaymentJournal, 'open'>;
  readonly otherDesks: Pick<OtherDesks, 'askAgain'>;
  /** A press waits for its lookup. Meanwhile no other payment may take the window. */
  readonly isStarting: () => boolean;
  /** The operator has opened this payment, so its late-approval alarm ends. */
  readonly seen: (paymentId: string) => void;
  readonly requests: Pick<Requests, 'displaced' | 'next'>;
  readonly oldestSignature: () => string | undefined;
  readonly session: DeskSession | null;
  readonly refuse: Refuse;
  readonly changed: Changed;
};

/** The payment that fills the window, and what the operator can do with it. */
export function currentPaymentPart(parts: CurrentPaymentParts) {
  const { window, form, views, runner, refuse, session } = parts;

  function current(): PaymentView | null {
    const currentId = window.currentId();
    return currentId === null ? null : views.one(currentId);
  }

  function left(): void {
    window.close();
    parts.requests.next();
    parts.changed('current', 'browsing', 'attention', 'form', 'requests');
  }

  return {
    slices: { current, browsing: window.isBrowsing },
    commands: {
      ...wishes(runner, parts.otherDesks, refuse),
      ...opening(parts, current),
      releasePayment({ paymentId }: { readonly paymentId: string }) {
        const released = runner.release(paymentId);
        if (released.ok && window.currentId() === paymentId) left();
        return answerOf(released, refuse);
      },
      closeOutcome({ paymentId, shown, keepDraft }) {
        if (window.currentId() !== paymentId) return refuse('payment-unknown');
        // The window must have shown this very state: the payment may have been proven paid a moment ago.
        if (window.isTaken() || current()?.state !== shown) return refuse('not-possible-now');
        // A payment that was only opened from the list must not be charged again, and the typed draft belongs to another guest.
        const back = keepDraft ? current() : null;
        if (back !== null && (window.isBrowsing() || !cameToNothing(back))) return refuse('not-possible-now');
        parts.seen(paymentId);
        if (back !== null) parts.requests.displaced(form.takeBack(back));
        left();
        return ok(null);
      },
    },
    paymentChanged(): void {
      // Also for another payment than the one in the window: a refund or void changes what the one in the window is worth.
      if (window.currentId() !== null) parts.changed('current');
    },
    /**
     * After a restart or a change of settings, the first of these gets the window: a payment that was open, the one that was in the window,
     * the oldest signature that still needs a decision.
     */
    start(): void {
      const waiting = parts.journal.open().findLast((payment) => payment.releasedAt === null)?.facts.id;
      const last = [waiting, session?.currentId, parts.oldestSignature()].find((id) => id != null && views.one(id) !== null);
      // A signature from before the restart does not come from the form at the desk, so it is only opened to look at.
      if (last != null) show(parts, last, last === session?.currentId ? session.browsing : last !== waiting);
    },
  } satisfies Part;
}

/** @param toLook true if it was only opened to look at: then its sum cannot be charged again from here */
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
      // That guest was not charged and still has to pay, so the form gets the sum and the reference back.
      if (before !== null && !window.isBrowsing() && cameToNothing(before) && form.isEmpty())
        parts.requests.displaced(form.takeBack(before));
      parts.seen(paymentId);
      show(parts, paymentId, window.currentId() !== paymentId || window.isBrowsing());
      return ok(null);
    },
  }) satisfies Part['commands'];

/** What the operator can ask for while the payment runs. */
const wishes = (runner: Pick<PaymentRunner, 'cancel' | 'refresh'>, otherDesks: Pick<OtherDesks, 'askAgain'>, refuse: Refuse) =>
  ({
    cancelPayment: ({ paymentId }) => answerOf(runner.cancel(paymentId), refuse),
    refreshPayment({ paymentId }) {
      otherDesks.askAgain(paymentId);
      return answerOf(runner.refresh(paymentId), refuse);
    },
  }) satisfies Part['commands'];
