import type { PosErrorCode } from '../../shared/errors.ts';
import type { CommandInput } from '../../shared/ipc/contract.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Terminal } from '../../shared/terminal.ts';
import type { PaymentFacts } from '../payments/core/facts.ts';
import { TIMES } from '../payments/core/times.ts';
import { type Warnings, warningsFor } from '../payments/rules/warnings.ts';
import type { PaymentRunner } from '../payments/runner/runner.ts';
import type { DirectoryWatch } from '../terminals/directory-watch.ts';
import { changedSince, type Press, type Shown, type Wanted } from './press.ts';

export type Wish = Pick<CommandInput<'startSale'>, 'idempotencyKey' | 'confirmed'> & {
  /** Null: there is none, and nothing can be sent. */
  readonly terminalId: string | null;
  /** This PC's terminal as the window showed it; absent: as it is known here. */
  readonly shown?: Shown;
  /** What the desk asked for, as it is true at this moment. Asked again after each wait. */
  readonly wanted: () => Result<Wanted, PosErrorCode>;
};

/** The desk chose another terminal while a press waited. */
export const STOPPED = Symbol('stopped');
/** Settles when the desk changed its mind. */
type Stopped = Promise<typeof STOPPED>;

export type PrepareParts = {
  readonly runner: Pick<PaymentRunner, 'lookWanted' | 'lookBeforeSale' | 'start'>;
  readonly journal: Parameters<typeof warningsFor>[1];
  readonly directory: Pick<DirectoryWatch, 'find'>;
  /** This PC's terminal, with the name that the screen gives it now. */
  readonly chosen: () => Terminal | null;
  /** The name under which this PC's terminal was chosen, where it has another now; null where it is as it was. */
  readonly formerName: (terminal: Terminal) => string | null;
  /** Somebody was asked about its new name and answered. */
  readonly nameSeen: (terminal: Terminal) => void;
  readonly operator: () => string | null;
  /** Monotonic milliseconds, counting the system's sleep. */
  readonly elapsed: () => number;
  /** The log-in is at hand, or known to be missing. Waited for before the look that comes before a sale, whose patience is short. */
  readonly ready: Promise<unknown>;
  readonly obstacle: () => PosErrorCode | null;
  /** Whether a payment was made with the money of this desk: its currency, and real or a test's. */
  readonly isOurs: (payment: PaymentFacts) => boolean;
  /** The journal may have lost payments, and nobody has read it. */
  readonly mayBeMissing: () => boolean;
  /** ISO 8601 in UTC. */
  readonly wallTime: () => string;
};

/** What the form means at this moment. */
export function readWish({ terminalId, wanted }: Wish, parts: PrepareParts): Result<Press, PosErrorCode> {
  const asks = wanted();
  if (!asks.ok) return asks;
  const terminal = terminalId === null ? null : parts.directory.find(terminalId);
  if (terminal === null) return failed('terminal-missing');
  return ok({ wanted: asks.value, terminal, chosen: parts.chosen(), operator: parts.operator() });
}

function readReady(form: Wish, parts: PrepareParts): Result<Press, PosErrorCode> {
  const inTheWay = parts.obstacle();
  return inTheWay === null ? readWish(form, parts) : failed(inTheWay);
}

/** A press after the look that must come before it. `press` is what the person saw, `now` what is true now. */
type Looked = { readonly press: Press; readonly now: Press; readonly provenPaid: boolean };

/**
 * Waits for the log-in and looks at the terminal's latest transaction. Nothing has been sent yet.
 *
 * @param pressed what the person saw; null where that cannot be told before the log-in is there
 */
export async function lookBefore(
  form: Wish,
  pressed: Press | null,
  stopped: Stopped,
  parts: PrepareParts,
): Promise<Result<Looked, PosErrorCode>> {
  const pressedAt = parts.elapsed();
  const isReady = await Promise.race([parts.ready, stopped]);
  if (isReady === STOPPED) return failed('terminal-changed');
  const before = readReady(form, parts);
  if (!before.ok) return before;
  const press = pressed ?? before.value;
  const changedBefore = changedSince(press, before.value);
  if (changedBefore !== null) return failed(changedBefore);
  // A void looks for itself, right before it goes out.
  const look = press.wanted.kind === 'void' ? { provenPaid: false } : parts.runner.lookBeforeSale(press.terminal.terminalId);
  const looked = await Promise.race([look, stopped]);
  // Also where the terminal of the press has been chosen again since: its look is not over.
  if (looked === STOPPED) return failed('terminal-changed');
  // Too old: the PC may have slept meanwhile, and the guest may have left.
  if (parts.elapsed() - pressedAt > TIMES.sendWithin) return failed('press-too-old');
  // Ten seconds may have passed: what was true before the look is asked again.
  const now = readReady(form, parts);
  if (!now.ok) return now;
  const changed = changedSince(press, now.value);
  return changed === null ? ok({ press, now: now.value, provenPaid: looked.provenPaid }) : failed(changed);
}

/** What the person must be asked before this is sent, and whether its terminal has another name than the one it was chosen by. */
export function judge(
  { confirmed }: Pick<Wish, 'confirmed'>,
  { now, provenPaid }: Looked,
  parts: PrepareParts,
): { readonly warnings: Warnings; readonly isRenamed: boolean } {
  const { wanted, terminal } = now;
  const { terminalId, active } = terminal;
  const { kind } = wanted;
  // A void goes to its sale's own device, whatever that is called now.
  const isRenamed = kind !== 'void' && parts.formerName(terminal) !== null;
  const money =
    active && kind !== 'void'
      ? warningsFor(
          { ...wanted, kind, terminalId, confirmed, provenPaid, mayBeMissing: parts.mayBeMissing() },
          parts.journal,
          parts.wallTime(),
          parts.isOurs,
        )
      : { codes: [], justCharged: null };
  const asksName = isRenamed && !confirmed.includes('terminal-renamed');
  return { isRenamed, warnings: asksName ? { ...money, codes: ['terminal-renamed', ...money.codes] } : money };
}
