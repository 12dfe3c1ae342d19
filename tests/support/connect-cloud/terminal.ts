import {
  administrationAnswer,
  approvalShownBy,
  busyAnswer,
  type EmptyLookup,
  notConnectedAnswer,
  notParsedAnswer,
  reconciliationAnswer,
  type Told,
} from './answers.ts';
import { ordinaryCall } from './call-scripts.ts';
import { createDevice, type DeviceSettings } from './device.ts';
import type { Attempt, Delivered, VoidAttempt } from './ledger.ts';
import type { Order } from './records.ts';
import type { CallScript, Delivery, Script } from './script.ts';
import { createScriptQueue } from './script-queue.ts';
import { approve } from './scripts.ts';
import type { Reply, ServedTerminal } from './terminal-control.ts';
import { isObject, jsonAnswer, sleep, type WireAnswer } from './wire.ts';

/** By the documentation a listed refusal counts as a refusal only within 5 s of sending. */
const REFUSAL_COUNTS_MS = 5_000;
const TRANSACTION_TYPES = ['purchase', 'returnOfGoods', 'purchaseWithCashback', 'deposit'];

export function createTerminal(settings: DeviceSettings & { readonly emptyLookup: EmptyLookup }): ServedTerminal {
  const { terminalId: id, ledger } = settings;
  const device = createDevice(settings);
  const plays: Array<{ script: Script; arrive: (a: Attempt) => void; finish: (a: Attempt) => void; answer: (a: Attempt) => void }> = [];
  const [lookups, cancels, voids, administrations] = [0, 1, 2, 3].map(() => createScriptQueue(ordinaryCall)) as [
    Calls,
    Calls,
    Calls,
    Calls,
  ];
  let standing = approve();
  let connected = true;
  let listed = true;
  let held: Promise<void> | null = null;

  async function transaction(body: unknown, attempt: Attempt): Promise<Reply> {
    const reply = ({ answer, said }: Told, delivery: Delivery, then?: (a: Attempt) => void): Reply => {
      attempt.said = said;
      return {
        answer,
        delivery,
        delivered(how) {
          attempt.delivered = how;
          then?.(attempt);
        },
      };
    };
    const refuse = (told: Told): Reply => {
      attempt.outcome = 'refused';
      return reply(told, { kind: 'whole' });
    };
    const order = readOrder(body);
    if (order === null) return refuse(notParsedAnswer);
    if (!connected || !listed) return refuse(notConnectedAnswer);
    if (device.busy) {
      device.disturb();
      return refuse(busyAnswer);
    }
    const play = plays.shift();
    const startedMs = performance.now();
    play?.arrive(attempt);
    const verdict = await device.run(order, attempt, play?.script ?? standing);
    play?.finish(attempt);
    const late = performance.now() - startedMs > REFUSAL_COUNTS_MS;
    const said = verdict.said === 'refused' && late ? 'unclear' : verdict.said;
    return reply({ answer: verdict.answer, said }, verdict.delivery, play?.answer);
  }

  async function lookup(): Promise<Reply> {
    const script = lookups.next();
    device.disturb();
    await sleep(script.afterMs);
    await held;
    const answer = script.canned ?? (usable() ? device.latest(settings.emptyLookup) : notConnectedAnswer.answer);
    const orderId = approvalShownBy(answer);
    const shown = { terminalId: id, at: now(), orderId, provesApproval: orderId !== null, delivered: 'pending' as Delivered };
    ledger.lookups.push(shown);
    return {
      answer,
      delivery: script.delivery,
      delivered(how) {
        shown.delivered = how;
      },
    };
  }

  async function voidLast(body: unknown): Promise<Reply> {
    const script = voids.next();
    const amountMinor = isObject(body) && typeof body['amount'] === 'number' ? body['amount'] : null;
    const attempt: VoidAttempt = {
      terminalId: id,
      at: now(),
      amountMinor,
      voided: false,
      hit: 'nothing',
      orderId: null,
      said: 'unclear',
      delivered: 'pending',
    };
    ledger.voids.push(attempt);
    await sleep(script.afterMs);
    const told = script.done ? carryOutVoid(attempt) : nothingVoided;
    attempt.said = script.canned?.says ?? told.said;
    return {
      answer: script.canned ?? told.answer,
      delivery: script.delivery,
      delivered(how) {
        attempt.delivered = how;
      },
    };
  }

  function carryOutVoid(attempt: VoidAttempt): Told {
    if (!usable()) return notConnectedAnswer;
    device.disturb();
    if (device.busy) return busyAnswer;
    const hit = device.voidLast(attempt.amountMinor);
    if (hit === null) return nothingVoided;
    Object.assign(attempt, { voided: true, hit: hit.hit, orderId: hit.orderId });
    const record = { Result: 0, TotalAmount: attempt.amountMinor, TerminalID: id };
    return { answer: jsonAnswer(200, { result: [{ localModeEventArgs: record }] }), said: 'approved' };
  }

  async function administration(body: unknown, msSinceOpen: number | null): Promise<Reply> {
    const action = isObject(body) ? body['action'] : null;
    const script = (action === 'cancelAction' ? cancels : administrations).next();
    const reply = (answer: WireAnswer): Reply => ({
      answer: script.canned ?? answer,
      delivery: script.delivery,
      delivered: () => undefined,
    });
    if (action === 'cancelAction') {
      const hit = script.done ? device.cancel() : 'nothing';
      ledger.cancels.push({ terminalId: id, at: now(), hit, msSinceOpen });
      await sleep(script.afterMs);
      return reply(usable() ? administrationAnswer(device.place()) : notConnectedAnswer.answer);
    }
    device.disturb();
    await sleep(script.afterMs);
    if (!usable()) return reply(notConnectedAnswer.answer);
    if (device.busy) return reply(busyAnswer.answer);
    return reply(
      action === 'reconciliation' && script.done ? reconciliationAnswer(device.reconcile()) : administrationAnswer(device.place()),
    );
  }

  const usable = (): boolean => connected && listed;

  return {
    id,
    play(script) {
      const arrived = promised<Attempt>();
      const finished = promised<Attempt>();
      const answered = promised<Attempt>();
      plays.push({ script, arrive: arrived.resolve, finish: finished.resolve, answer: answered.resolve });
      return { arrived: arrived.promise, finished: finished.promise, answered: answered.promise, release: device.replace };
    },
    always(script) {
      standing = script;
    },
    release: device.replace,
    otherDesk(transaction = {}) {
      device.otherDesk({ afterMs: 0, amountMinor: 990, orderId: 'OTHER-DESK-1', outcome: 'approved', ...transaction });
    },
    occupy: device.occupy,
    vacate: device.vacate,
    setConnected(value) {
      connected = value;
    },
    setListed(value) {
      listed = value;
    },
    get busy() {
      return device.busy;
    },
    get listed() {
      return listed;
    },
    get connected() {
      return connected;
    },
    lookups,
    holdLookups() {
      const { promise, resolve } = promised<void>();
      held = promise;
      return () => resolve();
    },
    cancels,
    voids,
    administrations,
    transaction,
    lookup,
    voidLast,
    administration,
    stop: device.stop,
  };
}

/** Promise.withResolvers, which Node 20 lacks: Playwright's own process may run on it. */
function promised<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

type Calls = ReturnType<typeof createScriptQueue<CallScript>>;

const nothingVoided: Told = { answer: jsonAnswer(400, { failure: { error: 'Nothing to void' } }), said: 'unclear' };
const now = (): string => new Date().toISOString();

/** Null if the POST is not a valid one. This check is stricter than Nets may be, so that a wrong request is noticed. */
function readOrder(body: unknown): Order | null {
  if (!isObject(body)) return null;
  const { amount, amountCashback = 0, orderId, transactionType } = body;
  if (typeof transactionType !== 'string' || !TRANSACTION_TYPES.includes(transactionType)) return null;
  if (typeof amount !== 'number' || !Number.isSafeInteger(amount) || amount <= 0) return null;
  if (typeof amountCashback !== 'number' || !Number.isSafeInteger(amountCashback) || amountCashback < 0) return null;
  return { orderId: typeof orderId === 'string' ? orderId : null, transactionType, amountMinor: amount + amountCashback };
}
