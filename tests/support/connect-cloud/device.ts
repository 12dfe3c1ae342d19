import { type EmptyLookup, type Finished, finishedApproval, finishedRejection, lookupAnswer, type Told, tellTruth } from './answers.ts';
import type { Attempt, OtherDeskTransaction, WritableLedger } from './ledger.ts';
import { chargedTotal, type Order, type RecordPlace } from './records.ts';
import type { Delivery, OtherDeskScript, Script, Truth } from './script.ts';
import { cancelledRejection, plainApproval, plainRejection } from './scripts.ts';
import type { WireAnswer } from './wire.ts';

/** What the terminal did, in a form that can be answered. */
export interface Verdict extends Told {
  readonly delivery: Delivery;
}

/** One transaction in the terminal's history, newest last. */
interface Past extends Finished {
  readonly visibleAtMs: number;
  /** Whose it is, for a void that names nothing; null: a void or a rejection, which cannot be voided. */
  readonly charge: { readonly amountMinor: number; readonly owner: Attempt | OtherDeskTransaction } | null;
}

interface Running {
  readonly order: Order;
  readonly attempt: Attempt;
  script: Script;
  timer: NodeJS.Timeout | undefined;
  readonly finish: (verdict: Verdict) => void;
}

export type CancelHit = 'ours' | 'other-desk' | 'nothing';

/** The payment terminal itself: it runs one transaction at a time and remembers what it did. It knows no HTTP. */
export interface Device {
  readonly busy: boolean;
  run(order: Order, attempt: Attempt, script: Script): Promise<Verdict>;
  /** Puts another script in place of the running one; its time starts now. */
  replace(script: Script): void;
  cancel(): CancelHit;
  /** Another request reached the terminal while it was running. */
  disturb(): void;
  latest(empty: EmptyLookup): WireAnswer;
  /** Voids the last transaction, whoever's it is; null where there is nothing to void. */
  voidLast(amountMinor: number | null): { readonly hit: CancelHit; readonly orderId: string | null } | null;
  reconcile(): RecordPlace;
  place(): RecordPlace;
  otherDesk(transaction: OtherDeskScript): void;
  occupy(): void;
  vacate(): void;
  stop(): void;
}

export interface DeviceSettings {
  readonly terminalId: string;
  readonly ledger: WritableLedger;
  readonly timeZone: string;
  readonly latestAfterMs: number;
  readonly netsNow: () => number;
}

export function createDevice({ terminalId, ledger, timeZone, latestAfterMs, netsNow }: DeviceSettings): Device {
  const history: Past[] = [];
  const otherTimers = new Set<NodeJS.Timeout>();
  let running: Running | null = null;
  let occupied = false;
  let session = 1;
  let sessionStart = 0;
  let stans = 0;

  const place = (): RecordPlace => ({ terminalId, session, timeZone, now: new Date(netsNow()) });
  const nextStan = (): string => String(++stans).padStart(6, '0');

  function remember(finished: Finished, charge: Past['charge'], delayMs: number): void {
    history.push({ ...finished, charge, visibleAtMs: netsNow() + delayMs });
  }

  /** Does what the script's truth says: this is the only place where our money moves. */
  function carryOut({ script, order, attempt }: Running): Finished | null {
    const delayMs = script.latestAfterMs ?? latestAfterMs;
    const { truth } = script;
    if (truth.kind === 'nothing') {
      attempt.outcome = 'refused';
      return null;
    }
    if (truth.kind === 'rejected') {
      attempt.outcome = 'rejected';
      const finished = finishedRejection(truth.rejection, place());
      remember(finished, null, delayMs);
      return finished;
    }
    const stan = truth.approval.stan ?? nextStan();
    attempt.outcome = 'approved';
    attempt.chargedMinor = chargedTotal(truth.approval, order);
    attempt.tipMinor = truth.approval.tipMinor;
    attempt.surchargeMinor = truth.approval.surchargeMinor;
    attempt.stan = stan;
    const finished = finishedApproval(truth.approval, order, stan, place());
    remember(finished, { amountMinor: attempt.chargedMinor, owner: attempt }, delayMs);
    return finished;
  }

  function end(run: Running): void {
    clearTimeout(run.timer);
    running = null;
    const finished = carryOut(run);
    const told = tellTruth(run.script.answer, run.script.truth, finished, run.order);
    for (const other of run.script.otherDesk) {
      const timer = setTimeout(() => happenElsewhere(other), other.afterMs);
      otherTimers.add(timer);
    }
    run.finish({ ...told, delivery: run.script.delivery });
  }

  function schedule(run: Running, script: Script): void {
    clearTimeout(run.timer);
    run.script = script;
    run.attempt.script = script.name;
    run.timer = script.afterMs === null ? undefined : setTimeout(() => end(run), script.afterMs);
  }

  /** Another end than the scripted one; its answer is truthful and travels as the script says. */
  function turn(run: Running, truth: Truth, afterMs: number): void {
    const { answer } = run.script;
    const truthful = answer.kind === 'truth' ? answer : ({ kind: 'truth', status: null, record: {}, omit: [] } as const);
    schedule(run, { ...run.script, truth, afterMs, answer: truthful, onCancel: { kind: 'ignore' } });
  }

  function happenElsewhere(other: OtherDeskScript): void {
    const order = { orderId: other.orderId, transactionType: 'purchase', amountMinor: other.amountMinor };
    if (other.outcome === 'rejected') {
      remember(finishedRejection(plainRejection, place()), null, 0);
      return;
    }
    const owner: OtherDeskTransaction = {
      terminalId,
      orderId: other.orderId,
      chargedMinor: other.amountMinor,
      at: new Date().toISOString(),
      voided: false,
    };
    ledger.otherDesk.push(owner);
    remember(finishedApproval(plainApproval, order, nextStan(), place()), { amountMinor: other.amountMinor, owner }, 0);
  }

  return {
    get busy() {
      return running !== null || occupied;
    },
    run: (order, attempt, script) =>
      new Promise((finish) => {
        running = { order, attempt, script, timer: undefined, finish };
        schedule(running, script);
      }),
    replace(script) {
      if (running === null) throw new Error(`terminal ${terminalId} runs nothing that could be released`);
      schedule(running, script);
    },
    cancel() {
      if (running === null) {
        const hit = occupied ? 'other-desk' : 'nothing';
        occupied = false;
        return hit;
      }
      const { onCancel, truth } = running.script;
      if (onCancel.kind === 'stop') turn(running, { kind: 'rejected', rejection: cancelledRejection }, onCancel.afterMs);
      if (onCancel.kind === 'approve') {
        turn(running, truth.kind === 'approved' ? truth : { kind: 'approved', approval: plainApproval }, onCancel.afterMs);
      }
      return 'ours';
    },
    disturb() {
      if (running?.script.fragile === true) turn(running, { kind: 'rejected', rejection: cancelledRejection }, 0);
    },
    latest(empty) {
      const now = netsNow();
      return lookupAnswer(
        history.findLast((past) => past.visibleAtMs <= now),
        empty,
      );
    },
    voidLast(amountMinor) {
      const last = history.length > sessionStart ? history.at(-1) : undefined;
      if (last?.charge == null || last.charge.amountMinor !== amountMinor) return null;
      const { owner } = last.charge;
      if ('voided' in owner) owner.voided = true;
      // A void is a transaction of its own: an approval without orderId, so that it can prove nothing for anybody.
      const order = { orderId: null, transactionType: 'void', amountMinor };
      remember(finishedApproval(plainApproval, order, nextStan(), place()), null, 0);
      return { hit: 'voided' in owner ? 'other-desk' : 'ours', orderId: owner.orderId };
    },
    reconcile() {
      const closed = place();
      session += 1;
      sessionStart = history.length;
      return closed;
    },
    place,
    otherDesk: happenElsewhere,
    occupy() {
      occupied = true;
    },
    vacate() {
      occupied = false;
    },
    stop() {
      clearTimeout(running?.timer);
      for (const timer of otherTimers) clearTimeout(timer);
    },
  };
}
