import type { PosErrorCode } from '../../shared/errors.ts';
import type { CommandInput } from '../../shared/ipc/contract.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Terminal } from '../../shared/terminal.ts';
import type { PaymentFacts } from '../payments/core/facts.ts';
import { TIMES } from '../payments/core/times.ts';
import { chargedElsewhere } from '../payments/rules/elsewhere.ts';
import type { SeenPayment } from '../payments/rules/shared-payment.ts';
import { type Warnings, warningsFor } from '../payments/rules/warnings.ts';
import type { PaymentRunner } from '../payments/runner/runner.ts';
import type { DirectoryWatch } from '../terminals/directory-watch.ts';
import type { OtherDesks } from './ports.ts';
import { changedSince, type Press, type Pressed, type Shown, type Wanted } from './press.ts';

export type Wish = Pick<CommandInput<'startSale'>, 'idempotencyKey' | 'confirmed'> & {
  readonly kind: Wanted['kind'];
  /** Null: there is no terminal, so nothing can be sent. */
  readonly terminalId: string | null;
  /** This PC's terminal as the window showed it. If absent, main's own value is used. */
  readonly shown?: Shown;
  /** Reads from the input and the journal what is to be sent, or why it cannot be. Called again after each wait, because things change. */
  readonly wanted: () => Result<Wanted, PosErrorCode>;
};

/** While a press waited, the operator chose another terminal, or closes the program. */
export type StopReason = Extract<PosErrorCode, 'terminal-changed' | 'desk-busy'>;

export type PrepareParts = {
  readonly runner: Pick<PaymentRunner, 'lookWanted' | 'lookBeforeSale' | 'start'>;
  readonly otherDesks: Pick<OtherDesks, 'withReference'>;
  readonly journal: Parameters<typeof warningsFor>[1];
  readonly directory: Pick<DirectoryWatch, 'find'>;
  /** This PC's terminal with its present name. */
  readonly chosen: () => Terminal | null;
  /** The name that this PC's terminal had when it was chosen, if it has another one now; otherwise null. */
  readonly formerName: (terminal: Terminal) => string | null;
  /** The operator has confirmed the new name. */
  readonly nameSeen: (terminal: Terminal) => void;
  readonly operator: () => string | null;
  /** Monotonic milliseconds, including the system's sleep. */
  readonly elapsed: () => number;
  /**
   * Settles when the password for Nets is read or known to be missing, and after an unclean end when the journal is checked. Awaited before
   * the lookup, because the lookup's own time limit is short.
   */
  readonly ready: Promise<unknown>;
  readonly obstacle: () => PosErrorCode | null;
  /** Nothing may be sent to this terminal now: its session is being closed. */
  readonly isReconciling: (terminalId: string) => boolean;
  /** Whether a payment has this desk's currency and environment: real or test money. */
  readonly isOurs: (payment: Pick<PaymentFacts, 'currency' | 'environment'>) => boolean;
  /** The journal may have lost payments, and nobody has confirmed the notice. */
  readonly mayBeMissing: () => boolean;
  /** A larger sum is asked about, in minor units; null: none is. */
  readonly askAboveMinor: () => number | null;
  /** ISO 8601 in UTC. */
  readonly wallTime: () => string;
};

/** What the form would send at this moment, or why it cannot be sent. */
export function readWish({ terminalId, wanted }: Wish, parts: PrepareParts): Result<Press, PosErrorCode> {
  const asks = wanted();
  if (!asks.ok) return asks;
  const terminal = terminalId === null ? null : parts.directory.find(terminalId);
  if (terminal === null) return failed('terminal-missing');
  return ok({ wanted: asks.value, terminal, chosen: parts.chosen(), operator: parts.operator() });
}

function readReady(form: Wish, parts: PrepareParts): Result<Press, PosErrorCode> {
  const inTheWay = parts.obstacle();
  if (inTheWay !== null) return failed(inTheWay);
  const wish = readWish(form, parts);
  return wish.ok && parts.isReconciling(wish.value.terminal.terminalId) ? failed('terminal-reconciling') : wish;
}

/**
 * A press after its lookup. `press` is what the operator saw, `now` what is true now. `provenPaid`: an older payment was proven paid. `seen`:
 * what other desks have for this booking.
 */
type Looked = { readonly press: Press; readonly now: Press; readonly provenPaid: boolean; readonly seen: readonly SeenPayment[] };

/** What other desks have for the booking of this sale, unless the operator has answered for it. */
function seenBefore({ confirmed }: Wish, { wanted }: Press, { otherDesks }: PrepareParts): Promise<readonly SeenPayment[]> {
  const isAsked = wanted.kind === 'sale' && !confirmed.includes('same-reference-elsewhere');
  return isAsked ? otherDesks.withReference(wanted.reference) : Promise.resolve([]);
}

/**
 * Waits for `ready` and looks up older payments on the terminal. This payment is not sent here. Fails if what the operator saw has changed
 * meanwhile, or if the press is too old.
 *
 * @param stopped resolves only when the press must not go on
 * @param pressed what the operator saw; what of it cannot be read yet is read when `ready` has settled
 */
export async function lookBefore(
  form: Wish,
  pressed: Pressed,
  stopped: Promise<StopReason>,
  parts: PrepareParts,
): Promise<Result<Looked, PosErrorCode>> {
  const pressedAt = parts.elapsed();
  const stoppedEarly = await Promise.race([parts.ready.then(() => null), stopped]);
  if (stoppedEarly !== null) return failed(stoppedEarly);
  const before = readReady(form, parts);
  if (!before.ok) return before;
  const press = { ...before.value, ...pressed };
  const changedBefore = changedSince(press, before.value);
  if (changedBefore !== null) return failed(changedBefore);
  // A void makes its own lookup, right before it is sent.
  const look = press.wanted.kind === 'void' ? { provenPaid: false } : parts.runner.lookBeforeSale(press.terminal.terminalId, press.wanted);
  // Together, so that the second one takes no time of its own where both are wanted.
  const looked = await Promise.race([Promise.all([look, seenBefore(form, press, parts)]), stopped]);
  // Also if the press's own terminal has been chosen again since then: its lookup has not ended.
  if (typeof looked === 'string') return failed(looked);
  // Too old: the PC may have slept meanwhile, and the guest may have left.
  if (parts.elapsed() - pressedAt > TIMES.sendWithin) return failed('press-too-old');
  // The lookup may have taken ten seconds, so everything is read again.
  const now = readReady(form, parts);
  if (!now.ok) return now;
  const changed = changedSince(press, now.value);
  const [{ provenPaid }, seen] = looked;
  return changed === null ? ok({ press, now: now.value, provenPaid, seen }) : failed(changed);
}

/**
 * What the operator must confirm before this is sent, and whether the terminal was renamed since it was chosen. `provenSince`: a charge
 * became known that the operator has not been asked about.
 */
export function judge(
  form: Pick<Wish, 'confirmed'>,
  { now, provenPaid, provenSince, seen }: Looked & { readonly provenSince: boolean },
  parts: PrepareParts,
): { readonly warnings: Warnings; readonly isRenamed: boolean } {
  const { wanted, terminal } = now;
  const { terminalId, active } = terminal;
  const { kind } = wanted;
  const confirmed = provenSince ? form.confirmed.filter((code) => code !== 'older-proven-paid') : form.confirmed;
  // A void always goes to the terminal of its sale, so a new name does not matter.
  const isRenamed = kind !== 'void' && parts.formerName(terminal) !== null;
  const money =
    active && kind !== 'void'
      ? warningsFor(
          {
            ...{ ...wanted, kind, terminalId, confirmed, provenPaid: provenPaid || provenSince },
            elsewhere: chargedElsewhere(wanted.reference, seen, parts.wallTime(), parts.isOurs),
            mayBeMissing: parts.mayBeMissing(),
            askAboveMinor: parts.askAboveMinor(),
          },
          parts.journal,
          parts.wallTime(),
          parts.isOurs,
        )
      : { codes: [], justCharged: null, elsewhere: null };
  const asksName = isRenamed && !confirmed.includes('terminal-renamed');
  return { isRenamed, warnings: asksName ? { ...money, codes: ['terminal-renamed', ...money.codes] } : money };
}
