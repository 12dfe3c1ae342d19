import { wantedSale } from '../../../electron/desk/sale.ts';
import { createStarting } from '../../../electron/desk/starting.ts';
import type { PaymentFacts } from '../../../electron/payments/core/facts.ts';
import type { JournalledPayment } from '../../../electron/payments/ports.ts';
import type { SeenPayment } from '../../../electron/payments/rules/shared-payment.ts';
import type { CommandInput } from '../../../shared/ipc/contract.ts';
import { failed, ok } from '../../../shared/result.ts';
import type { Terminal } from '../../../shared/terminal.ts';

const terminal: Terminal = { terminalId: '71000001', name: 'Päätelaite I', active: true, location: 'Aula', pointOfSale: 'Vastaanotto' };

export const newPaymentFacts: PaymentFacts = {
  id: 'payment',
  orderId: 'ORDER',
  requestId: null,
  originalId: null,
  kind: 'sale',
  amountMinor: 1250,
  currency: 'EUR',
  terminalId: '71000001',
  terminalName: 'Päätelaite I',
  pointOfSale: 'Vastaanotto',
  reference: 'R-1001',
  operator: null,
  environment: 'production',
};

/**
 * The start of sales at a desk whose look lasts until the test says that it is over.
 *
 * @param isReady false: the password is not read yet, until the test says so
 * @param otherDesksAnswer false: not before the test says so
 */
export function startingDesk({ isReady = true, otherDesksAnswer = true } = {}) {
  let known: Terminal | null = terminal;
  let operator = 'Maija V.';
  let chosen: Terminal | null = terminal;
  let unclear: readonly JournalledPayment[] = [];
  let isLeaving = false;
  const ready = Promise.withResolvers<void>();
  const look = Promise.withResolvers<{ provenPaid: boolean }>();
  const elsewhere = Promise.withResolvers<readonly SeenPayment[]>();
  if (otherDesksAnswer) elsewhere.resolve([]);
  const askedElsewhere: string[] = [];
  const started: PaymentFacts[] = [];
  const none = (): readonly JournalledPayment[] => [];

  const journal = {
    byId: () => null,
    byReference: none,
    byOriginal: none,
    open: none,
    unresolved: () => unclear,
    latestRunAt: () => null,
    startedSince: none,
  };
  const sales = createStarting({
    runner: {
      lookWanted: () => 'unclear-before',
      lookBeforeSale: () => look.promise,
      start(facts) {
        started.push(facts);
        return ok(null);
      },
    },
    journal,
    directory: { find: () => known },
    otherDesks: {
      withReference(reference) {
        askedElsewhere.push(reference);
        return elsewhere.promise;
      },
    },
    chosen: () => chosen,
    formerName: () => null,
    isReconciling: () => false,
    nameSeen: () => undefined,
    operator: () => operator,
    currency: () => 'EUR',
    askAboveMinor: () => 200_000,
    elapsed: () => 0,
    ready: ready.promise,
    obstacle: () => (isLeaving ? 'desk-busy' : null),
    isOurs: () => true,
    mayBeMissing: () => false,
    wallTime: () => '2026-11-23T10:00:00.000Z',
    newFacts: (wanted) => ({ ...newPaymentFacts, ...wanted, operator }),
    create: (facts, _attempt, begin) => {
      begin();
      return ok({ paymentId: facts.id });
    },
    refuse: (code, warnings) =>
      failed({ code, moneyMoved: 'no', retry: 'safe', ref: '', ...(warnings && { warnings: [...warnings.codes] }) }),
    changed: () => undefined,
  });

  if (isReady) ready.resolve();
  return {
    ...{ started, askedElsewhere },
    /** What other desks have for the booking. */
    seen: elsewhere.resolve,
    ready: ready.resolve,
    starting: sales.starting,
    terminalChosen: sales.terminalChosen,
    async sale(more: Partial<CommandInput<'startSale'>> = {}) {
      const form = { idempotencyKey: 'one-form', mode: 'production', amountMinor: 1250, reference: 'R-1001', confirmed: [] } as const;
      const input = { ...form, confirmed: [], terminalId: '71000001', ...more };
      const result = await sales.start({
        kind: 'sale',
        ...input,
        wanted: () => wantedSale(input, { journal, isOurs: () => true, askedFor: () => ok({ requestId: null }) }),
      });
      return result.ok ? result : { ok: false as const, error: { code: result.error.code } };
    },
    looked: () => look.resolve({ provenPaid: false }),
    /** What the customer's list says of the terminal from now on; null: it is not there any more. */
    change(change: Partial<Terminal> | null): void {
      known = change === null ? null : { ...terminal, ...change };
    },
    /** The program is being closed. */
    leave(): void {
      isLeaving = true;
      sales.stop();
    },
    /** This PC has another terminal. Who waits is not told of it here. */
    choose(terminalId: string): void {
      chosen = { ...terminal, terminalId };
    },
    operator(name: string): void {
      operator = name;
    },
    unclearOnTerminal(): void {
      const state = { name: 'unresolved', cause: 'answer-lost', hint: null } as const;
      unclear = [{ facts: { ...newPaymentFacts, id: 'older', reference: 'R-9' }, state, startedAt: '', endedAt: null, releasedAt: null }];
    },
  };
}
