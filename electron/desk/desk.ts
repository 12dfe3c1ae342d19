import type { PosErrorCode, SaleWarningCode } from '../../shared/errors.ts';
import type { CommandInput, CommandResult, Desk, DeskSettings, Draft } from '../../shared/ipc.ts';
import type { CommandName } from '../../shared/ipc-names.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { MAX_REASON_LENGTH, readReference, readText } from '../../shared/reference.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { PaymentFacts } from '../payments/facts.ts';
import type { Clock, CreateFailure, PaymentJournal } from '../payments/ports.ts';
import type { PaymentRunner } from '../payments/runner.ts';
import { isOpen } from '../payments/state.ts';
import type { DirectoryWatch } from '../terminals/directory-watch.ts';
import { startOfDay } from './day.ts';
import type { PaymentViews } from './payment-views.ts';
import type { RandomIds, SellingObstacle, TerminalMemory } from './ports.ts';
import { posError } from './pos-error.ts';
import { createPublication, type Revisions } from './publication.ts';
import { warningsFor } from './sale-checks.ts';
import { createToday } from './today.ts';

const EMPTY_DRAFT: Draft = { amountText: '', reference: '', method: 'card' };

export type Commands = {
  readonly [N in CommandName]: (input: CommandInput<N>) => Promise<CommandResult<N>> | CommandResult<N>;
};
/** Every command of the contract but the one that changes the mode, which belongs to the program. */
export type DeskCommands = Omit<Commands, 'startTraining'>;

/** Without a journal nothing is recorded, by card or by hand. */
const JOURNAL_PROBLEMS: ReadonlySet<SellingObstacle> = new Set([
  'journal-damaged',
  'journal-newer',
  'journal-unreadable',
  'journal-in-use',
]);

export type DeskParts = {
  readonly settings: () => DeskSettings;
  readonly obstacle: () => SellingObstacle;
  readonly secretsForThisRunOnly: () => boolean;
  readonly runner: PaymentRunner;
  readonly journal: PaymentJournal;
  readonly directory: DirectoryWatch;
  readonly terminalMemory: TerminalMemory;
  readonly views: PaymentViews;
  readonly clock: Clock;
  readonly ids: RandomIds;
  readonly revisions: Revisions;
  /** Whether the disk has room for a sale's rows; asked before each. */
  readonly hasRoom: () => boolean;
  /** A bug or a damaged row showed while something was being published. */
  readonly broke: (cause: unknown) => void;
};

/**
 * The desk: who is at it, what is typed, which payment has the window. Holds everything that a reload of the window
 * must not lose, and turns a person's act into the core's.
 */
export function createDesk(parts: DeskParts) {
  const { runner, journal, directory, views, clock, ids } = parts;
  let operator: string | null = null;
  let draft = EMPTY_DRAFT;
  let currentId: string | null = null;
  let starting: { readonly attempt: string; readonly result: Promise<CommandResult<'startSale'>> } | null = null;
  let lastAttempt: { readonly attempt: string; readonly paymentId: string } | null = null;

  const startOfToday = (): string => startOfDay(clock.wallTime(), parts.settings().timeZone);
  const today = createToday({ views, journal, startOfToday, counts: (payment) => isOurs(payment, parts.settings()) });

  const publication = createPublication(parts.revisions, parts.broke, {
    desk: readDesk,
    terminals: () => directory.view(),
    today: () => today.summary(),
    current: readCurrent,
  });

  function readDesk(): Desk {
    const problem = parts.obstacle();
    return {
      ...parts.settings(),
      operator,
      secretsForThisRunOnly: parts.secretsForThisRunOnly(),
      selling: { possible: problem === null, problem },
      draft,
      currentPaymentId: currentId,
    };
  }

  function readCurrent(): PaymentView | null {
    return currentId === null ? null : views.one(currentId);
  }

  const fail = (code: PosErrorCode, warnings?: readonly SaleWarningCode[]) => failed(posError(code, ids.errorRef(), warnings));
  const outcomeOf = (result: Result<null, PosErrorCode>): CommandResult<'cancelPayment'> => (result.ok ? result : fail(result.error));

  /** A payment that still has the window keeps it until it is over or the desk was released from it. */
  function windowIsTaken(): boolean {
    const run = currentId === null ? null : runner.find(currentId);
    return run !== null && run.releasedAt === null && isOpen(run.state);
  }

  function show(paymentId: string): void {
    currentId = paymentId;
    publication.changed('desk', 'current');
  }

  function createFailed(failure: CreateFailure): CommandResult<'startSale'> {
    switch (failure.kind) {
      case 'terminal-held':
        return fail('terminal-held');
      case 'attempt-used':
        return ok({ paymentId: failure.paymentId });
      case 'disk-full':
        return fail('disk-full');
      case 'unavailable':
        return fail('journal-unavailable');
    }
  }

  /** What stands in the way of any new payment row, by card or by hand. */
  function cannotRecord(): PosErrorCode | null {
    const { operators } = parts.settings();
    if (operators.length > 0 && operator === null) return 'operator-missing';
    const problem = parts.obstacle();
    if (problem !== null && JOURNAL_PROBLEMS.has(problem)) return 'journal-unavailable';
    if (problem === 'disk-full' || problem === 'answer-unwritten' || !parts.hasRoom()) return 'disk-full';
    return windowIsTaken() ? 'desk-busy' : null;
  }

  function newFacts(kind: PaymentFacts['kind'], amountMinor: number, reference: string): PaymentFacts {
    const { currency, environment } = parts.settings();
    return {
      id: ids.paymentId(),
      orderId: ids.orderId(),
      kind,
      requestId: null,
      originalId: null,
      amountMinor,
      currency,
      terminalId: null,
      terminalName: null,
      pointOfSale: parts.settings().pointOfSale,
      reference,
      operator,
      environment,
    };
  }

  function readTextOf(text: string, required: boolean): Result<string, PosErrorCode> {
    const read = required ? readText(text, { maxLength: MAX_REASON_LENGTH, required }) : readReference(text);
    if (read.ok) return read;
    return failed(read.error === 'card-number' ? 'card-number-in-text' : 'invalid-request');
  }

  async function startSale(input: CommandInput<'startSale'>): Promise<CommandResult<'startSale'>> {
    const obstacle = cannotRecord();
    if (obstacle !== null) return fail(obstacle);
    if (parts.obstacle() !== null) return fail('not-configured');
    const reference = readTextOf(input.reference, false);
    if (!reference.ok) return fail(reference.error);
    const terminal = directory.find(input.terminalId);
    if (terminal === null) return fail('terminal-missing');
    const { provenPaid } = await runner.lookBeforeSale(terminal.terminalId);
    // Ten seconds may have passed: what was true before the look is asked again.
    const nowInTheWay = cannotRecord() ?? (directory.find(terminal.terminalId) === null ? 'terminal-missing' : null);
    if (nowInTheWay !== null) return fail(nowInTheWay);
    const warnings = terminal.active ? warningsFor({ ...input, reference: reference.value, provenPaid }, journal) : [];
    if (warnings.length > 0) return fail('confirmation-needed', warnings);

    const { terminalId, name: terminalName, pointOfSale } = terminal;
    const facts = { ...newFacts('sale', input.amountMinor, reference.value), terminalId, terminalName, pointOfSale };
    const started = runner.start(facts, input.attempt, terminal.active ? null : 'inactive');
    if (!started.ok) return createFailed(started.error);
    lastAttempt = { attempt: input.attempt, paymentId: facts.id };
    today.changed(facts.id);
    show(facts.id);
    return ok({ paymentId: facts.id });
  }

  const commands: DeskCommands = {
    snapshot: () => ok(publication.snapshot()),

    chooseOperator: ({ name }) => {
      if (!parts.settings().operators.includes(name)) return fail('invalid-request');
      operator = name;
      publication.changed('desk');
      return ok(null);
    },

    chooseTerminal: ({ terminalId }) => {
      const terminal = directory.find(terminalId);
      if (terminal === null) return fail('terminal-missing');
      if (!terminal.active) return fail('not-possible-now');
      if (!parts.terminalMemory.write(terminal)) return fail('journal-unavailable');
      publication.changed('terminals');
      return ok(null);
    },

    refreshTerminals: () => {
      void directory.refresh();
      return ok(null);
    },

    saveDraft: (typed) => {
      // Not published: the window that typed it has it already, and an echo would race with the next key.
      draft = typed;
      return ok(null);
    },

    startSale: async (input) => {
      if (lastAttempt?.attempt === input.attempt) return ok({ paymentId: lastAttempt.paymentId });
      // The same form hit again while its first hit is still being checked: it waits for that one.
      if (starting?.attempt === input.attempt) return starting.result;
      if (starting !== null) return fail('desk-busy');
      const result = startSale(input);
      starting = { attempt: input.attempt, result };
      return result.finally(() => {
        starting = null;
      });
    },

    cancelPayment: ({ paymentId }) => outcomeOf(runner.cancel(paymentId)),
    refreshPayment: ({ paymentId }) => outcomeOf(runner.refresh(paymentId)),

    releasePayment: ({ paymentId }) => {
      const released = runner.release(paymentId);
      if (released.ok && currentId === paymentId) {
        currentId = null;
        draft = EMPTY_DRAFT;
        publication.changed('desk', 'current');
      }
      return outcomeOf(released);
    },

    closeOutcome: ({ paymentId, keepDraft }) => {
      if (currentId !== paymentId) return fail('payment-unknown');
      if (windowIsTaken()) return fail('not-possible-now');
      currentId = null;
      if (!keepDraft) draft = EMPTY_DRAFT;
      publication.changed('desk', 'current');
      return ok(null);
    },

    showPayment: ({ paymentId }) => {
      if (windowIsTaken() || starting !== null) return fail('desk-busy');
      if (views.one(paymentId) === null) return fail('payment-unknown');
      show(paymentId);
      return ok(null);
    },

    recordManual: (input) => {
      if (lastAttempt?.attempt === input.attempt) return ok({ paymentId: lastAttempt.paymentId });
      const obstacle = starting === null ? cannotRecord() : 'desk-busy';
      if (obstacle !== null) return fail(obstacle);
      const reference = readTextOf(input.reference, false);
      const receipt = readTextOf(input.receipt, true);
      const reason = readTextOf(input.reason, true);
      if (!reference.ok) return fail(reference.error);
      if (!receipt.ok) return fail(receipt.error);
      if (!reason.ok) return fail(reason.error);

      const at = clock.wallTime();
      const settlement = {
        charged: true,
        by: operator ?? '',
        reason: reason.value,
        evidence: `${receipt.value} ····${input.lastFour}`,
        at,
      };
      const facts = newFacts('manual', input.amountMinor, reference.value);
      const state = { name: 'settled-by-person', settlement, approval: null } as const;
      const created = journal.create(facts, input.attempt, { at, event: { type: 'settled', settlement }, state, evidence: null });
      if (!created.ok) return createFailed(created.error);
      lastAttempt = { attempt: input.attempt, paymentId: facts.id };
      today.changed(facts.id);
      publication.changed('today');
      show(facts.id);
      return ok({ paymentId: facts.id });
    },
  };

  return {
    commands,
    subscribe: publication.subscribe,
    /** The settings, the terminals or what stands in the way changed. */
    changed: publication.changed,
    paymentChanged(paymentId: string): void {
      today.changed(paymentId);
      publication.changed('today', 'desk', ...(paymentId === currentId ? (['current'] as const) : []));
    },
    /** After a restart: what was open when the program went away has the window again. */
    resume(): void {
      const last = journal.open().findLast((payment) => payment.releasedAt === null);
      if (last !== undefined) show(last.facts.id);
    },
    stop: publication.stop,
  };
}

/** A day's total adds up one currency and one kind of money; a row of another stays in the list and out of the sum. */
const isOurs = (payment: PaymentView, { currency, environment }: DeskSettings): boolean =>
  payment.currency === currency && payment.environment === environment;
