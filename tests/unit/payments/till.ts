import type { PaymentFacts } from '../../../electron/payments/core/facts.ts';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import type { CardTerminal, PaymentJournal } from '../../../electron/payments/ports.ts';
import { createPaymentRunner, type PaymentRunner } from '../../../electron/payments/runner/runner.ts';
import type { RefusalReason } from '../../../shared/reasons.ts';
import { createFakeCardTerminal, type FakeCardTerminal, type PendingSale } from '../../support/fakes/fake-card-terminal.ts';
import { createFakeClock, type FakeClock } from '../../support/fakes/fake-clock.ts';
import { createMemoryJournal, type MemoryJournal } from '../../support/fakes/memory-journal.ts';
import { saleFacts } from './sale-facts.ts';

/** A desk's runner with everything around it played, and one ordered story of what reached the disk and the terminal. */
export type Till = {
  readonly clock: FakeClock;
  readonly journal: MemoryJournal;
  readonly terminal: FakeCardTerminal;
  readonly runner: PaymentRunner;
  readonly broke: unknown[];
  /** Payments that turned out charged when nobody expected it any more. */
  readonly provenLate: string[];
  /** `<seconds since opening> row <state> after <event>` and `<seconds> call <name>`, in the order in which they happened. */
  readonly story: string[];
  /** The state's name at each word to the screen. */
  readonly published: string[];
  /** Called at each word to the screen. */
  onChanged: () => void;
  start(facts?: Partial<PaymentFacts>, stop?: RefusalReason | null): Promise<string>;
  /** Starts a sale and lets it get onto the wire. */
  onTheWire(facts?: Partial<PaymentFacts>): Promise<PendingSale>;
  sale(index?: number): PendingSale;
  state(paymentId?: string): PaymentState;
  /** When such a call was made, in seconds since opening. */
  moments(call: 'clear' | 'sale' | 'void' | 'cancelAction' | 'lookup'): number[];
  /** The program is gone, as by a power cut, and started again over the same journal; time goes on. */
  restart(): Till;
};

export function openTill(before: { clock: FakeClock; journal: MemoryJournal } | null = null): Till {
  const clock = before?.clock ?? createFakeClock();
  const journal = before?.journal ?? createMemoryJournal();
  const terminal = createFakeCardTerminal(clock);
  const openedAt = clock.elapsed();
  const broke: unknown[] = [];
  const provenLate: string[] = [];
  const story: string[] = [];
  const published: string[] = [];
  const tell = (what: string): void => {
    story.push(`${(clock.elapsed() - openedAt) / 1000} ${what}`);
  };
  let attempts = 0;

  const told: PaymentJournal = {
    ...journal,
    create(facts, idempotencyKey, row) {
      const result = journal.create(facts, idempotencyKey, row);
      tell(result.ok ? `row ${row.state.name} after ${row.event.type}` : `no row: ${result.error.kind}`);
      return result;
    },
    append(paymentId, row) {
      const result = journal.append(paymentId, row);
      tell(result.ok ? `row ${row.state.name} after ${row.event.type}` : `no row: ${result.error.kind}`);
      return result;
    },
  };
  const heard: CardTerminal = {
    clear: () => {
      tell('call clear');
      return terminal.clear();
    },
    sale: (request, options) => {
      tell('call sale');
      return terminal.sale(request, options);
    },
    void: (request, options) => {
      tell('call void');
      return terminal.void(request, options);
    },
    cancelAction: (id) => {
      tell('call cancelAction');
      return terminal.cancelAction(id);
    },
    lookup: (id) => {
      tell('call lookup');
      return terminal.lookup(id);
    },
  };
  const runner = createPaymentRunner({
    terminal: heard,
    journal: told,
    clock,
    publisher: {
      changed: (paymentId) => {
        till.onChanged();
        published.push(runner.find(paymentId)?.state.name ?? journal.byId(paymentId)?.state.name ?? 'nothing');
      },
      provenLate: (paymentId) => {
        provenLate.push(paymentId);
      },
      broke: (cause) => {
        broke.push(cause);
      },
    },
  });

  const till: Till = {
    clock,
    journal,
    terminal,
    runner,
    broke,
    provenLate,
    story,
    published,
    onChanged: () => undefined,
    async start(facts = {}, stop = null) {
      attempts += 1;
      const full = { ...saleFacts, ...facts };
      const started = runner.start(full, `attempt-${full.id}-${attempts}`, stop);
      if (!started.ok) throw new Error(`The sale did not start: ${started.error.kind}`);
      await clock.settle();
      return full.id;
    },
    async onTheWire(facts = {}) {
      await till.start(facts);
      return till.sale(terminal.sales.length - 1);
    },
    sale(index = 0) {
      const sale = terminal.sales[index];
      if (sale === undefined) throw new Error(`No sale ${index} was sent`);
      return sale;
    },
    state(paymentId = saleFacts.id) {
      const state = runner.find(paymentId)?.state ?? journal.byId(paymentId)?.state;
      if (state === undefined) throw new Error(`No payment ${paymentId}`);
      return state;
    },
    moments: (call) => terminal.calls.filter((made) => made.call === call).map(({ at }) => (at - openedAt) / 1000),
    restart() {
      runner.stop();
      return openTill({ clock, journal });
    },
  };
  return till;
}

/** How each sale's story begins: on disk, a token, on disk again, and only then on its way. */
export const BEGINNING = [
  '0 row created after started',
  '0 call clear',
  '0 row sent after cleared',
  '0 call sale',
  '0 row sent after request-written',
];

/** Answers the latest call of a kind. */
export function answerLast<T>(pending: readonly { readonly answer: (outcome: T) => void }[], outcome: T): void {
  const last = pending.at(-1);
  if (last === undefined) throw new Error('Nothing was asked');
  last.answer(outcome);
}
