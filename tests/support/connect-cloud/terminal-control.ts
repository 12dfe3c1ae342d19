import type { Attempt, Delivered } from './ledger.ts';
import type { CallScript, Delivery, OtherDeskScript, Script } from './script.ts';
import type { ScriptQueue } from './script-queue.ts';
import type { WireAnswer } from './wire.ts';

/** What the test controls: a terminal that plays scripts. */
export interface Terminal {
  readonly id: string;
  /** The next POST without a script of its own plays this one. */
  play(script: Script): Play;
  /** What every unscripted POST plays from now on; an approval, until this is called. */
  always(script: Script): void;
  /** Ends a held (or any running) transaction: the given script plays from now on. */
  release(script: Script): void;
  /** Another desk's transaction, finished at once: it is the terminal's latest from now on. */
  otherDesk(transaction?: Partial<OtherDeskScript>): void;
  /** Another desk's payment runs: POSTs meet a busy terminal, cancelAction hits that payment. */
  occupy(): void;
  vacate(): void;
  /** Switched off: every use is refused with 8013, though it stays listed. */
  setConnected(connected: boolean): void;
  /** Not listed: the login does not own it. */
  setListed(listed: boolean): void;
  readonly busy: boolean;
  readonly lookups: ScriptQueue<CallScript>;
  /** Lookups that arrive from now on are answered only once the returned function was called: what they would prove stays unproven. */
  holdLookups(): () => void;
  readonly cancels: ScriptQueue<CallScript>;
  readonly voids: ScriptQueue<CallScript>;
  readonly administrations: ScriptQueue<CallScript>;
}

/** One played script. None of its promises ever rejects. */
export interface Play {
  /** The POST was read whole and the terminal woke up. */
  readonly arrived: Promise<Attempt>;
  /** The terminal is done (not yet: the answer is out). */
  readonly finished: Promise<Attempt>;
  /** The answer went out, or is lost for good. */
  readonly answered: Promise<Attempt>;
  release(script: Script): void;
}

/** One answer and how it is sent; `delivered` records how much of it was sent. */
export interface Reply {
  readonly answer: WireAnswer;
  readonly delivery: Delivery;
  delivered(how: Delivered): void;
}

export interface ServedTerminal extends Terminal {
  readonly listed: boolean;
  readonly connected: boolean;
  transaction(body: unknown, attempt: Attempt): Promise<Reply>;
  lookup(): Promise<Reply>;
  voidLast(body: unknown): Promise<Reply>;
  administration(body: unknown, msSinceOpen: number | null): Promise<Reply>;
  stop(): void;
}
