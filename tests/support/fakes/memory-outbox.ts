import type { Outbox } from '../../../electron/outbox/ports.ts';
import { isFinal } from '../../../electron/payments/core/state.ts';
import type { JournalRow, PaymentJournal } from '../../../electron/payments/ports.ts';
import { toExportedPayment } from '../../../electron/payments/rules/exported-payment.ts';
import type { OutboxEvent } from '../../../electron/willba/ports.ts';

type Kept = { readonly sequence: number; readonly paymentId: string; readonly body: string; isAccepted: boolean };

/** An `Outbox` without a disk. Like the journal that it belongs to it outlives the program; whoever follows it does not. */
export interface MemoryOutbox {
  /** The same journal: an event is kept with each of its rows that is news, in the same moment. */
  readonly keeping: (journal: PaymentJournal) => PaymentJournal;
  readonly outbox: Outbox<OutboxEvent>;
  /** Nobody follows any more. */
  readonly forgetFollower: () => void;
}

export function createMemoryOutbox(): MemoryOutbox {
  const events: Kept[] = [];
  let follower: (paymentId: string) => void = () => undefined;
  const waiting = (paymentId: string): Kept | undefined => events.find((event) => event.paymentId === paymentId && !event.isAccepted);

  function keep(journal: Pick<PaymentJournal, 'byId' | 'rows'>, paymentId: string): void {
    const payment = journal.byId(paymentId);
    const [before, last] = [undefined, ...journal.rows(paymentId)].slice(-2);
    if (payment === null || last === undefined || !isNews(before, last)) return;
    const sequence = events.length + 1;
    const body = JSON.stringify({ type: 'payment.updated', timestamp: last.at, sequence, data: toExportedPayment(payment) });
    events.push({ sequence, paymentId, body, isAccepted: false });
  }

  return {
    keeping: (journal) => ({
      ...journal,
      create(facts, idempotencyKey, row) {
        const created = journal.create(facts, idempotencyKey, row);
        if (created.ok) {
          keep(journal, facts.id);
          follower(facts.id);
        }
        return created;
      },
      append(paymentId, row) {
        const appended = journal.append(paymentId, row);
        if (appended.ok) {
          keep(journal, paymentId);
          follower(paymentId);
        }
        return appended;
      },
    }),
    outbox: {
      follow(rowWritten) {
        follower = rowWritten;
      },
      waiting: () => [...new Set(events.filter(({ isAccepted }) => !isAccepted).map(({ paymentId }) => paymentId))],
      isWaiting: (paymentId) => waiting(paymentId) !== undefined,
      next(paymentId) {
        const event = waiting(paymentId);
        return event === undefined ? null : { sequence: event.sequence, id: `evt_${event.sequence}`, body: event.body };
      },
      accepted({ sequence }) {
        const event = events.find((each) => each.sequence === sequence);
        if (event !== undefined) event.isAccepted = true;
        return true;
      },
      prune: () => undefined,
    },
    forgetFollower(): void {
      follower = () => undefined;
    },
  };
}

/** A state that the payment reached, or what a person decided about it. One more lookup is none. */
function isNews(before: JournalRow | undefined, { event, state }: JournalRow): boolean {
  if (before === undefined || event.type === 'released' || before.state.name !== state.name) return true;
  const causeOf = (given: JournalRow['state']): unknown => ('cause' in given ? given.cause : null);
  return causeOf(before.state) !== causeOf(state) || (isFinal(state) && JSON.stringify(before.state) !== JSON.stringify(state));
}
