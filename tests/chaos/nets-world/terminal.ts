import {
  brokenGateway,
  busy,
  type Decide,
  type Finished,
  json,
  notConnected,
  type Told,
  tell,
  tellLatest,
  type WireAnswer,
  type WorldTime,
} from './wire.ts';

/** One request to move money at a terminal. */
export interface Order {
  readonly desk: string;
  readonly orderId: string;
  readonly kind: 'purchase' | 'returnOfGoods';
  readonly amountMinor: number;
}

/** What the world records about one order, whatever its sender is told. Amounts are minor units. */
export interface LedgerEntry extends Order {
  readonly terminalId: string;
  /** How many times a request with this id arrived. More than one is the thing that must never happen. */
  posts: number;
  /** How many times money moved by it. */
  moved: number;
  movedMinor: number;
  voided: number;
  /** An answer that proves it was handed to the connection of the desk that asked. */
  told: Told['said'];
  /** A lookup that showed its approval, amount and order id was handed to its desk. */
  shown: boolean;
  /** When a lookup began to show that money moved; null until then. */
  visibleAt: number | null;
}
export interface VoidEntry {
  readonly desk: string;
  readonly terminalId: string;
  /** The order that was taken back: null where nothing was, or what was keyed in by hand or came from elsewhere. */
  hit: string | null;
  hitForeign: boolean;
  /** The order id that this desk's last lookup here showed as approved, since its last DELETE; null: none. */
  readonly lookShowed: string | null;
  said: Told['said'];
}

type Guest = { readonly takesMs: number; readonly does: 'pays' | 'declined' | 'stops' | 'leaves' };
const GUESTS: readonly Guest[] = [
  { takesMs: 6_000, does: 'pays' },
  { takesMs: 2_500, does: 'pays' },
  { takesMs: 20_000, does: 'pays' },
  { takesMs: 8_000, does: 'declined' },
  { takesMs: 5_000, does: 'stops' },
  { takesMs: 120_000, does: 'leaves' },
  { takesMs: 60_000, does: 'pays' },
  { takesMs: 115_000, does: 'pays' },
  { takesMs: 125_000, does: 'pays' },
  { takesMs: 320_000, does: 'pays' },
  { takesMs: 340_000, does: 'declined' },
];
const GUEST_WEIGHTS = [45, 15, 10, 8, 5, 5, 2, 2, 3, 4, 1];

interface Running {
  readonly order: Order;
  readonly entry: LedgerEntry;
  readonly guest: Guest;
  readonly arrivedAt: number;
  readonly respond: (told: Told) => void;
  over: boolean;
}

const nothingToVoid: Told = { answer: json(400, { failure: { error: 'No transaction to void' } }), said: 'nothing' };

/** One terminal: it runs one transaction at a time, for any desk, and remembers the latest one. */
export function createTerminal(parts: {
  readonly terminalId: string;
  readonly time: WorldTime;
  readonly decide: Decide;
  readonly entryOf: (order: Order, terminalId: string) => LedgerEntry;
  readonly voids: VoidEntry[];
}) {
  const { terminalId, time, decide, entryOf, voids } = parts;
  let running: Running | null = null;
  let voiding = false;
  let connected = true;
  let settledAt = 0;
  let stans = 0;
  const looks = new Map<string, string | null>();
  let last: { readonly finished: Finished; readonly entry: LedgerEntry | null; voided: boolean } | null = null;
  let shown: Finished | null = null;

  const isBusy = (): boolean => running !== null || voiding;

  function remember(finished: Finished, entry: LedgerEntry | null): void {
    last = { finished, entry, voided: false };
    const mine = last;
    // How far the cloud's memory is behind the terminal.
    const lag = [500, 0, 3_000, 6_500, 20_000][decide('how late the latest shows', [50, 30, 12, 6, 2])] ?? 0;
    settledAt = time.now() + 3_000;
    time.after(lag, () => {
      if (last !== mine) return;
      shown = finished;
      if (entry !== null && finished.approved) entry.visibleAt ??= time.now();
    });
  }

  function finish(how: Running, does: Guest['does'], cancelled = false): void {
    if (how.over) return;
    how.over = true;
    running = null;
    const { order, entry } = how;
    const paid = does === 'pays';
    const charge = decide('what is charged', [73, 7, 12, 8]);
    const tipMinor = paid && order.kind === 'purchase' && charge === 1 ? Math.ceil(order.amountMinor / 10) : 0;
    const partly = paid && order.kind === 'purchase' && charge === 2;
    stans += 1;
    const finished: Finished = {
      approved: paid,
      totalMinor: partly ? Math.ceil(order.amountMinor / 2) : order.amountMinor + tipMinor,
      tipMinor,
      orderId: paid ? order.orderId : null,
      stan: String(stans).padStart(6, '0'),
      hostCode: does === 'declined' ? '51' : '',
      reason: does === 'declined' ? 'Declined' : does === 'leaves' ? 'Timeout' : cancelled || does === 'stops' ? 'Cancelled' : '',
      cvm: charge === 3 ? 1 : 0,
      at: time.now(),
    };
    if (paid) {
      entry.moved += 1;
      entry.movedMinor += finished.totalMinor;
    }
    remember(finished, entry);
    how.respond(tell(finished, order.orderId, time.now() - how.arrivedAt, decide));
  }

  return {
    terminalId,
    setConnected(on: boolean): void {
      connected = on;
    },
    isBusy,
    /** The order id that a truthful lookup shows as approved now, or null. */
    shows: (): string | null => (shown?.approved === true ? shown.orderId : null),

    transact(order: Order, respond: (told: Told) => void): void {
      const entry = entryOf(order, terminalId);
      entry.posts += 1;
      const refusal = connected ? (isBusy() ? busy : null) : notConnected;
      if (refusal !== null) {
        respond(refusal);
        return;
      }
      const guest = GUESTS[decide('what the guest does', GUEST_WEIGHTS)] ?? (GUESTS[0] as Guest);
      const mine: Running = { order, entry, guest, arrivedAt: time.now(), respond, over: false };
      running = mine;
      if (decide('a gateway answers in its place', [98, 2]) === 1) respond(brokenGateway);
      time.after(guest.takesMs, () => finish(mine, guest.does));
    },

    /** Names no transaction: it stops whatever runs here. */
    cancelAction(): { readonly hit: string | null } {
      const hit = running;
      if (hit === null) return { hit: null };
      const course = decide('what a wish to cancel does', [60, 20, 20]);
      if (course === 0) time.after(400, () => finish(hit, 'stops', true));
      if (course === 1) time.after(1_500, () => finish(hit, hit.guest.does === 'declined' ? 'declined' : 'pays'));
      return { hit: hit.order.desk };
    },

    /** Somebody keys a sum in by hand: approved, and nobody's order id. */
    keyIn(amountMinor: number): void {
      if (isBusy()) return;
      stans += 1;
      const stan = String(stans).padStart(6, '0');
      const more = { tipMinor: 0, orderId: null, stan, hostCode: '00', reason: '', cvm: 0, at: time.now() };
      remember({ approved: true, totalMinor: amountMinor, ...more }, null);
    },

    lookup(desk: string): WireAnswer {
      const hit = running;
      // One comment in one integration: a terminal may stop what runs when another request reaches it.
      if (hit !== null && decide('whether a lookup disturbs', [90, 10]) === 1) finish(hit, 'stops', true);
      if (!connected) return notConnected.answer;
      const answer = tellLatest(shown, decide);
      const showsIt = shown?.approved === true && shown.orderId !== null && answer.body.includes(shown.orderId);
      looks.set(desk, showsIt ? (shown?.orderId ?? null) : null);
      return answer;
    },

    voidLast(desk: string, amountMinor: number, respond: (told: Told) => void): void {
      const entry: VoidEntry = { desk, terminalId, hit: null, hitForeign: false, lookShowed: looks.get(desk) ?? null, said: 'nothing' };
      looks.delete(desk);
      voids.push(entry);
      const answer = (told: Told): void => {
        entry.said = told.said;
        respond(told);
      };
      const hit = last;
      const settling = isBusy() || time.now() < settledAt;
      if (!connected || settling || hit === null || hit.voided || !hit.finished.approved || hit.finished.totalMinor !== amountMinor) {
        answer(connected ? (settling ? busy : nothingToVoid) : notConnected);
        return;
      }
      voiding = true;
      time.after(2_000, () => {
        voiding = false;
        hit.voided = true;
        entry.hit = hit.finished.orderId;
        entry.hitForeign = hit.entry === null || hit.entry.desk !== desk;
        if (hit.entry !== null) hit.entry.voided += 1;
        stans += 1;
        const done: Finished = { ...hit.finished, orderId: null, stan: String(stans).padStart(6, '0'), at: time.now() };
        remember(done, null);
        answer(tell(done, null, 2_000, decide));
      });
    },
  };
}

export type Terminal = ReturnType<typeof createTerminal>;
