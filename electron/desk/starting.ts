import type { PosErrorCode } from '../../shared/errors.ts';
import type { CommandInput, CommandResult } from '../../shared/ipc/contract.ts';
import type { Starting } from '../../shared/ipc/sale.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Terminal } from '../../shared/terminal.ts';
import type { PaymentFacts } from '../payments/core/facts.ts';
import { TIMES } from '../payments/core/times.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import { type Warnings, warningsFor } from '../payments/rules/warnings.ts';
import type { PaymentRunner } from '../payments/runner/runner.ts';
import type { DirectoryWatch } from '../terminals/directory-watch.ts';
import { changedSince, isSameWish, type Press, type Shown, type Wanted } from './press.ts';
import type { Refuse } from './refusals.ts';

/** The desk chose another terminal while a press waited. */
const STOPPED = Symbol('stopped');

export type Started = CommandResult<'startSale'>;
type StartFailure = { readonly code: PosErrorCode; readonly warnings?: Warnings };

export type Wish = Pick<CommandInput<'startSale'>, 'attempt' | 'confirmed'> & {
  /** Null: there is none, and nothing can be sent. */
  readonly terminalId: string | null;
  /** This PC's terminal as the window showed it; absent: as it is known here. */
  readonly shown?: Shown;
  /** What the desk asked for, as it is true at this moment. Asked again after each wait. */
  readonly wanted: () => Result<Wanted, PosErrorCode>;
};

export type PaymentStart = ReturnType<typeof createStarting>;

/** From the form to a journalled payment. One form at a time: the second hit waits for the first, another form is told so. */
export function createStarting(parts: {
  readonly runner: Pick<PaymentRunner, 'lookWanted' | 'lookBeforeSale' | 'start'>;
  readonly journal: Pick<PaymentJournal, 'byId' | 'byReference' | 'byOriginal' | 'open' | 'unresolved' | 'latestRunAt' | 'startedSince'>;
  readonly directory: Pick<DirectoryWatch, 'find'>;
  /** This PC's terminal, with the name that the screen gives it now. */
  readonly chosen: () => Terminal | null;
  /** The name under which this PC's terminal was chosen, where it has another now; null where it is as it was. */
  readonly formerName: (terminal: Terminal) => string | null;
  /** Somebody was asked about its new name and answered. */
  readonly nameSeen: (terminal: Terminal) => void;
  readonly operator: () => string | null;
  readonly currency: () => string;
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
  readonly newFacts: (wanted: Wanted) => PaymentFacts;
  readonly create: (facts: PaymentFacts, attempt: string, begin: () => ReturnType<PaymentRunner['start']>) => Started;
  readonly refuse: Refuse;
  /** A press began to wait, or waits no longer. */
  readonly changed: () => void;
}) {
  const { runner, journal, directory } = parts;
  let starting: {
    readonly attempt: string;
    readonly press: Press | null;
    readonly lookFor: Starting['lookFor'];
    readonly stop: () => void;
    readonly result: Promise<Started>;
  } | null = null;
  /** The last question, and what it named: an answer counts for that alone. */
  let asked: { readonly attempt: string; readonly press: Press } | null = null;

  /** What the form means at this moment. */
  function read({ terminalId, wanted }: Wish): Result<Press, PosErrorCode> {
    const asks = wanted();
    if (!asks.ok) return asks;
    const terminal = terminalId === null ? null : directory.find(terminalId);
    if (terminal === null) return failed('terminal-missing');
    return ok({ wanted: asks.value, terminal, chosen: parts.chosen(), operator: parts.operator() });
  }

  const ready = (form: Wish): Result<Press, PosErrorCode> => {
    const inTheWay = parts.obstacle();
    return inTheWay === null ? read(form) : failed(inTheWay);
  };

  const answersQuestion = (form: Wish): boolean => form.confirmed.length > 0 && asked?.attempt === form.attempt;

  /** What the person saw who presses now. Null where that cannot be told yet: then it is what the wait for the log-in brings. */
  function pressOf(form: Wish): Press | null {
    if (asked !== null && answersQuestion(form)) return asked.press;
    const now = read(form);
    if (!now.ok) return null;
    return form.shown === undefined ? now.value : { ...now.value, chosen: form.shown };
  }

  /** What may be sent, after the look that must come before. `stopped` settles when the desk changed its mind meanwhile. */
  async function prepare(
    form: Wish,
    pressed: Press | null,
    stopped: Promise<typeof STOPPED>,
  ): Promise<Result<{ facts: PaymentFacts; active: boolean }, StartFailure>> {
    const pressedAt = parts.elapsed();
    const isReady = await Promise.race([parts.ready, stopped]);
    if (isReady === STOPPED) return failed({ code: 'terminal-changed' });
    const before = ready(form);
    if (!before.ok) return failed({ code: before.error });
    const press = pressed ?? before.value;
    const changedBefore = changedSince(press, before.value);
    if (changedBefore !== null) return failed({ code: changedBefore });
    // A void looks for itself, right before it goes out.
    const look = press.wanted.kind === 'void' ? { provenPaid: false } : runner.lookBeforeSale(press.terminal.terminalId);
    const looked = await Promise.race([look, stopped]);
    // Also where the terminal of the press has been chosen again since: its look is not over.
    if (looked === STOPPED) return failed({ code: 'terminal-changed' });
    // The lid was closed meanwhile: the guest may be gone, and nobody stands at this press any more.
    if (parts.elapsed() - pressedAt > TIMES.sendWithin) return failed({ code: 'press-too-old' });
    // Ten seconds may have passed: what was true before the look is asked again.
    const now = ready(form);
    if (!now.ok) return failed({ code: now.error });
    const changed = changedSince(press, now.value);
    if (changed !== null) return failed({ code: changed });
    const { wanted, terminal } = now.value;
    const { terminalId, name: terminalName, pointOfSale, active } = terminal;
    const { kind } = wanted;
    // A void goes to its sale's own device, whatever that is called now.
    const isRenamed = kind !== 'void' && parts.formerName(terminal) !== null;
    const money =
      active && kind !== 'void'
        ? warningsFor(
            { ...wanted, kind, terminalId, confirmed: form.confirmed, provenPaid: looked.provenPaid, mayBeMissing: parts.mayBeMissing() },
            journal,
            parts.wallTime(),
            parts.isOurs,
          )
        : { codes: [], justCharged: null };
    const asksName = isRenamed && !form.confirmed.includes('terminal-renamed');
    const warnings: Warnings = asksName ? { ...money, codes: ['terminal-renamed', ...money.codes] } : money;
    asked = warnings.codes.length === 0 ? null : { attempt: form.attempt, press };
    if (warnings.codes.length > 0) return failed({ code: 'confirmation-needed', warnings });
    if (isRenamed) parts.nameSeen(terminal);
    // Who pressed took the payment, also where somebody else has come to the desk since.
    return ok({ facts: { ...parts.newFacts(wanted), operator: press.operator, terminalId, terminalName, pointOfSale }, active });
  }

  async function begin(form: Wish, press: Press | null, stopped: Promise<typeof STOPPED>): Promise<Started> {
    const prepared = await prepare(form, press, stopped);
    if (!prepared.ok) return parts.refuse(prepared.error.code, prepared.error.warnings);
    const { facts, active } = prepared.value;
    return parts.create(facts, form.attempt, () => runner.start(facts, form.attempt, active ? null : 'inactive'));
  }

  /** The same form pressed again means the same; where it asks for something else, its press stands on nothing. */
  const isSamePress = (form: Wish, press: Press | null): boolean => {
    const again = read(form);
    return press === null || !again.ok || isSameWish(again.value.wanted, press.wanted);
  };

  async function start(form: Wish): Promise<Started> {
    if (starting?.attempt === form.attempt) return isSamePress(form, starting.press) ? starting.result : parts.refuse('form-changed');
    if (starting !== null) return parts.refuse('desk-busy');
    // Somebody else is at the desk now, who was not asked.
    if (answersQuestion(form) && asked?.press.operator !== parts.operator()) return parts.refuse('form-changed');
    const { promise: stopped, resolve } = Promise.withResolvers<typeof STOPPED>();
    const stop = (): void => resolve(STOPPED);
    const press = pressOf(form);
    const isVoid = press === null || press.wanted.kind === 'void';
    const lookFor = isVoid ? null : runner.lookWanted(press.terminal.terminalId);
    const result = begin(form, press, stopped);
    starting = { attempt: form.attempt, press, lookFor, stop, result };
    parts.changed();
    return result.finally(() => {
      starting = null;
      parts.changed();
    });
  }

  return {
    start,
    isBusy: (): boolean => starting !== null,

    /** What a press is about to send, for a window that may not have pressed it itself. */
    starting(): Starting | null {
      const press = starting?.press ?? null;
      if (starting === null || press === null) return null;
      const { kind, amountMinor } = press.wanted;
      return { kind, amountMinor, currency: parts.currency(), terminalName: press.terminal.name, lookFor: starting.lookFor };
    },

    /** This PC has another terminal now: a press that still waits was meant for the one before, and is stopped at once. */
    terminalChosen(): void {
      const press = starting?.press ?? null;
      if (press !== null && press.wanted.kind !== 'void' && press.chosen?.terminalId !== parts.chosen()?.terminalId) starting?.stop();
    },
  };
}
