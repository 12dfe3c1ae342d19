import type { Approval, LookupAnswer, SaleOutcome, TransactionRecord, WireEvidence } from '../../../electron/payments/core/outcome.ts';
import type { Answered, CardTerminal, Clock, SaleRequest, VoidRequest } from '../../../electron/payments/ports.ts';
import type { RefusalReason } from '../../../shared/reasons.ts';
import type { Result } from '../../../shared/result.ts';

/** One call as it came in, with the monotonic moment. */
export type TerminalCall =
  | { readonly call: 'clear'; readonly at: number }
  | { readonly call: 'sale'; readonly at: number; readonly request: SaleRequest }
  | { readonly call: 'void'; readonly at: number; readonly request: VoidRequest }
  | { readonly call: 'cancelAction'; readonly at: number; readonly terminalId: string }
  | { readonly call: 'lookup'; readonly at: number; readonly terminalId: string };

/** An answer that has not come yet. The test decides when it comes and what it is. */
export type Pending<T> = {
  readonly answer: (outcome: T) => void;
  /** The adapter breaks its promise never to throw. */
  readonly breakDown: (cause: unknown) => void;
  readonly answered: () => boolean;
};
type PendingMoney<R> = Pending<SaleOutcome> & {
  readonly request: R;
  readonly signal: AbortSignal;
  /** The request's first byte goes to a socket. */
  readonly write: () => void;
};
export type PendingSale = PendingMoney<SaleRequest>;
export type PendingVoid = PendingMoney<VoidRequest>;
export type ClearAnswer = Result<null, 'not-authorised' | 'not-sent'>;
export type CancelAnswer = 'delivered' | 'failed';

/** What a call does by itself, or `held`: nothing, until the test answers. */
type Scripted<T> = T | 'held' | { readonly throws: unknown };

export type FakeCardTerminal = CardTerminal & {
  readonly calls: TerminalCall[];
  readonly clears: Pending<ClearAnswer>[];
  readonly sales: PendingSale[];
  readonly voids: PendingVoid[];
  readonly cancels: (Pending<CancelAnswer> & { readonly terminalId: string })[];
  readonly lookups: (Pending<LookupAnswer> & { readonly terminalId: string })[];
  /** What the next calls answer at once, first in first out. With an empty script a call is held (`clear` answers ok). */
  readonly script: {
    readonly clear: Scripted<ClearAnswer>[];
    readonly cancelAction: Scripted<CancelAnswer>[];
    readonly lookup: Scripted<LookupAnswer>[];
  };
  /** Whether a sale's or a void's first byte goes out as soon as it is asked for. */
  writesAtOnce: boolean;
  /** `sale` throws instead of returning a promise: a bug of the adapter. */
  saleThrows: unknown;
  count(call: TerminalCall['call']): number;
  names(): TerminalCall['call'][];
};

/** A `CardTerminal` that a test plays: it counts calls, answers by a script, or waits to be told. */
export function createFakeCardTerminal(clock: Clock): FakeCardTerminal {
  const fake: FakeCardTerminal = {
    calls: [],
    clears: [],
    sales: [],
    voids: [],
    cancels: [],
    lookups: [],
    script: { clear: [], cancelAction: [], lookup: [] },
    writesAtOnce: true,
    saleThrows: undefined,
    count: (name) => fake.calls.filter(({ call }) => call === name).length,
    names: () => fake.calls.map(({ call }) => call),

    clear() {
      fake.calls.push({ call: 'clear', at: clock.elapsed() });
      const pending = createPending<ClearAnswer>();
      fake.clears.push(pending.handle);
      play(pending.handle, fake.script.clear.length === 0 ? { ok: true, value: null } : fake.script.clear.shift());
      return pending.promise;
    },

    sale(request, options) {
      fake.calls.push({ call: 'sale', at: clock.elapsed(), request });
      if (fake.saleThrows !== undefined) throw fake.saleThrows;
      return send(fake.sales, request, options, `sale ${request.orderId}`);
    },

    void(request, options) {
      fake.calls.push({ call: 'void', at: clock.elapsed(), request });
      return send(fake.voids, request, options, `void ${request.saleOrderId}`);
    },

    cancelAction(terminalId) {
      fake.calls.push({ call: 'cancelAction', at: clock.elapsed(), terminalId });
      const pending = createPending<CancelAnswer>();
      fake.cancels.push({ ...pending.handle, terminalId });
      play(pending.handle, fake.script.cancelAction.shift());
      return withEvidence(pending.promise, 'cancelAction');
    },

    lookup(terminalId) {
      fake.calls.push({ call: 'lookup', at: clock.elapsed(), terminalId });
      const pending = createPending<LookupAnswer>();
      fake.lookups.push({ ...pending.handle, terminalId });
      play(pending.handle, fake.script.lookup.shift());
      return withEvidence(pending.promise, 'lookup');
    },
  };
  function send<R>(
    list: PendingMoney<R>[],
    request: R,
    { onWritten, signal }: Parameters<CardTerminal['sale']>[1],
    name: string,
  ): Promise<Answered<SaleOutcome>> {
    const pending = createPending<SaleOutcome>();
    let written = false;
    const write = (): void => {
      written = true;
      onWritten();
    };
    // What never left proves that no money moved; what did leave proves nothing once nobody waits for it.
    const give = (): void =>
      pending.handle.answer(written ? { kind: 'unknown', cause: 'answer-lost' } : { kind: 'refused', reason: 'not-sent' });
    list.push({ ...pending.handle, request, signal, write });
    if (signal.aborted) give();
    else signal.addEventListener('abort', give, { once: true });
    if (fake.writesAtOnce && !signal.aborted) write();
    return withEvidence(pending.promise, name);
  }
  return fake;
}

const withEvidence = <T>(promise: Promise<T>, name: string): Promise<Answered<T>> =>
  promise.then((outcome) => ({ outcome, evidence: fakeEvidence(name) }));

function play<T>(handle: Pending<T>, scripted: Scripted<T> | undefined): void {
  if (scripted === undefined || scripted === 'held') return;
  if (typeof scripted === 'object' && scripted !== null && 'throws' in scripted) handle.breakDown(scripted.throws);
  else handle.answer(scripted);
}

function createPending<T>(): { promise: Promise<T>; handle: Pending<T> } {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  let answered = false;
  // A test may never look at a promise that it breaks.
  promise.catch(() => undefined);
  return {
    promise,
    handle: {
      answer(outcome) {
        answered = true;
        resolve(outcome);
      },
      breakDown(cause) {
        answered = true;
        reject(cause);
      },
      answered: () => answered,
    },
  };
}

export const fakeEvidence = (bodySha256: string): WireEvidence => ({
  status: 200,
  elapsedMs: 12,
  bodySha256,
  bodyBytes: 34,
  record: null,
  failureText: null,
  transport: null,
});

/** An empty record; tests fill in what they need. */
export const blankRecord: TransactionRecord = {
  result: null,
  totalMinor: null,
  tipMinor: null,
  surchargeMinor: null,
  orderId: null,
  stan: null,
  timeStamp: null,
  card: null,
  responseCode: null,
  cvm: null,
  sessionNumber: null,
};

export const approvalOf = (chargedMinor: number): Approval => ({
  chargedMinor,
  tipMinor: 0,
  surchargeMinor: 0,
  stan: '000042',
  card: { brand: 'VISA', last4: '1234' },
});

/** A lookup's answer when the terminal's latest transaction is the approved one with this order id. */
export const proofFor = (orderId: string, chargedMinor: number): LookupAnswer => ({
  kind: 'record',
  record: {
    ...blankRecord,
    result: 0,
    totalMinor: chargedMinor,
    tipMinor: 0,
    surchargeMinor: 0,
    orderId,
    stan: '000042',
    timeStamp: '2026-11-23T10:00:07Z',
    card: { brand: 'VISA', last4: '1234' },
  },
});

export const somebodyElsesSale: LookupAnswer = proofFor('ANOTHER-DESK-1', 990);
export const approved = (chargedMinor: number): SaleOutcome => ({ kind: 'approved', approval: approvalOf(chargedMinor) });
export const refused = (reason: RefusalReason): SaleOutcome => ({ kind: 'refused', reason });
export const lost: SaleOutcome = { kind: 'unknown', cause: 'answer-lost' };
export const unreadable: SaleOutcome = { kind: 'unknown', cause: 'unreadable' };
export const hostSaidNo: SaleOutcome = { kind: 'rejected', how: 'host', hostCode: '51' };
export const rejectedAs = (how: 'cancelled' | 'timed-out' | 'unstated'): SaleOutcome => ({ kind: 'rejected', how, hostCode: null });
