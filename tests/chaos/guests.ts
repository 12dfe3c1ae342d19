import type { JournalledPayment, PaymentJournal } from '../../electron/payments/ports.ts';
import type { Ledger } from './nets-world/world.ts';

/** A guest who owes one sum once, whatever the desk does. Without a reference: a walk-in. */
export interface Guest {
  readonly reference: string;
  readonly amountMinor: number;
}

/** A filled-in form as the window shows it. `completesId`: the payment whose rest it charges. */
export interface Form {
  readonly guest: Guest;
  readonly amountMinor: number;
  readonly completesId: string | null;
}

/** One press that became a payment: for which guest, and whether somebody was asked and confirmed. */
interface Begun {
  readonly form: Form;
  readonly asked: boolean;
}

/**
 * Checks one desk's guests: no guest may be charged again, or more than they owe, by a press without a question. It judges by the world's
 * ledger and by what the desk cannot know, never by the program's own rules.
 */
export function createGuestWatch(parts: {
  readonly name: string;
  readonly journal: Pick<PaymentJournal, 'byId' | 'startedSince'>;
  readonly ledger: Ledger;
  readonly complain: (what: string) => void;
}) {
  const { journal, ledger, complain } = parts;
  const begun = new Map<string, Begun>();

  /** What this payment took of its guest, or may have taken for all that this desk knows. A person's word is not doubted here. */
  function taken({ facts, state }: JournalledPayment): number {
    if (state.name === 'settled-by-person' && state.approval === null) return state.settlement.charged ? facts.amountMinor : 0;
    const entry = ledger.entries.get(facts.orderId);
    const moved = entry === undefined || entry.voided > 0 ? 0 : entry.movedMinor;
    const unknown = state.name === 'checking' || state.name === 'unresolved' || state.name === 'sent' || state.name === 'cancelling';
    return unknown && entry?.voided !== 1 ? Math.max(moved, facts.amountMinor) : moved;
  }

  const reversed = (paymentId: string): boolean =>
    journal.startedSince('').some(({ facts, state }) => facts.originalId === paymentId && facts.kind !== 'sale' && !isOver(state.name));

  function judge(form: Form): void {
    const before = [...begun].flatMap(([id, { form: other }]) => {
      const payment = other.guest === form.guest ? journal.byId(id) : null;
      return payment === null || reversed(id) ? [] : [payment];
    });
    const already = before.reduce((sum, payment) => sum + taken(payment), 0);
    const owed = form.guest.amountMinor;
    const name = `${parts.name}: the guest ${form.guest.reference || 'without a reference'}`;
    if (form.completesId === null && already > 0) complain(`${name} is charged again, and nobody was asked`);
    if (form.completesId === null) return;
    if (reversed(form.completesId)) complain(`${name} is charged the rest of a payment whose money went back`);
    if (already + form.amountMinor > owed) complain(`${name} is charged ${already + form.amountMinor} of ${owed}, and nobody was asked`);
  }

  return {
    /** A press is about to become this payment. */
    begins(paymentId: string, form: Form, asked: boolean): void {
      if (!asked) judge(form);
      begun.set(paymentId, { form, asked });
    },
    formOf: (paymentId: string): Form | null => begun.get(paymentId)?.form ?? null,

    /** At the end: nothing was given back twice, where nobody put their name to it. */
    compareBacks(): void {
      const payments = journal.startedSince('');
      for (const { facts, state: sold } of payments) {
        if (sold.name === 'settled-by-person') continue;
        const backs = payments.filter((back) => back.facts.originalId === facts.id && back.facts.kind === 'refund');
        if (backs.some(({ state }) => state.name === 'settled-by-person')) continue;
        const entry = ledger.entries.get(facts.orderId);
        const returned = backs.reduce((sum, back) => sum + (ledger.entries.get(back.facts.orderId)?.movedMinor ?? 0), 0);
        if (entry !== undefined && returned > entry.movedMinor)
          complain(`${parts.name}: ${returned} of ${entry.movedMinor} were given back`);
      }
    },
  };
}

const isOver = (state: string): boolean =>
  state === 'created' || state === 'declined' || state === 'cancelled' || state === 'timed-out' || state === 'refused';

export type GuestWatch = ReturnType<typeof createGuestWatch>;
