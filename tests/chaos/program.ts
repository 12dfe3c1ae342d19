import { createDesk, type Desk } from '../../electron/desk/desk.ts';
import { createPaymentViews } from '../../electron/desk/payment-views.ts';
import type { RandomIds, TerminalMemory } from '../../electron/desk/ports.ts';
import type { CardTerminal, Clock, PaymentJournal } from '../../electron/payments/ports.ts';
import { createToday } from '../../electron/payments/rules/day.ts';
import { createPaymentRunner, type PaymentRunner } from '../../electron/payments/runner/runner.ts';
import type { SliceReaders } from '../../electron/program/part.ts';
import { createPublication } from '../../electron/program/publication.ts';
import { type Snapshot, slices } from '../../shared/ipc/contract.ts';
import { failed } from '../../shared/result.ts';
import { noDirectory, settings, TERMINALS } from './settings.ts';

/** The running program: the real runner with the real desk. */
export interface DeskProgram {
  readonly runner: PaymentRunner;
  readonly commands: Desk['part']['commands'];
  readonly snapshot: () => Snapshot;
  /** Looks up what the last one left open, before anything else. */
  readonly recover: () => void;
  readonly stop: () => void;
}

/** The other slices have no content here. */
const untold = Object.fromEntries(Object.keys(slices).map((name) => [name, () => null])) as unknown as SliceReaders;

/** Joins runner and desk as the program does, over a journal, a terminal and memories that outlive it. */
export function openProgram(parts: {
  readonly terminal: CardTerminal;
  readonly journal: PaymentJournal;
  readonly clock: Clock;
  readonly ids: RandomIds;
  readonly terminalMemory: TerminalMemory;
  /** Late approvals that nobody has opened. */
  readonly late: Set<string>;
  readonly provenLate: () => void;
  readonly broke: (cause: unknown) => void;
}): DeskProgram {
  const { terminal, journal, clock, late, broke } = parts;
  const publisher = {
    changed: (paymentId: string) => desk.part.paymentChanged(paymentId),
    provenLate(paymentId: string) {
      parts.provenLate();
      desk.provenLate(paymentId);
    },
    broke,
  };
  const publication = createPublication({ value: 0 }, broke, () => ({
    slices: { ...untold, ...desk.part.slices },
    changes: desk.part.changes,
  }));
  const runner = createPaymentRunner({ terminal, journal, clock, publisher });
  const today = createToday(clock.wallTime, () => settings);
  const desk = createDesk({
    settings: () => settings,
    obstacle: () => (runner.journalProblem() === null ? null : 'answer-unwritten'),
    usualMethod: () => 'card',
    ready: Promise.resolve(),
    mayBegin: Promise.resolve(),
    openBy: null,
    secretsForThisRunOnly: () => false,
    tellOutcome: () => undefined,
    addOperator: () => false,
    operatorChanged: () => undefined,
    runner,
    journal,
    directory: {
      find: (terminalId) => TERMINALS.find((each) => each.terminalId === terminalId) ?? null,
      view: () => noDirectory,
      start: async () => undefined,
      refresh: async () => undefined,
      askNets: async () => failed('unreachable'),
      askSource: async () => failed('unreachable'),
      stop: () => undefined,
    },
    terminalMemory: parts.terminalMemory,
    otherDesks: { withReference: async () => [], askAgain: () => undefined },
    missingPayments: { current: () => null, read: () => true },
    lateApprovalMemory: {
      unseen: () => [...late],
      keep: (paymentId) => late.add(paymentId).has(paymentId),
      forget: (paymentId) => void late.delete(paymentId),
    },
    views: createPaymentViews({ runner, journal, clock, today, timeZone: () => settings.timeZone, here: () => settings }),
    clock,
    ids: parts.ids,
    chooseAskAbove: () => true,
    choosePointOfSale: () => true,
    chooseLanguage: () => undefined,
    changed: publication.changed,
    hasRoom: () => true,
    today,
    session: null,
    isLeaving: () => false,
    isReconciling: () => false,
  });
  return {
    runner,
    commands: desk.part.commands,
    snapshot: publication.snapshot,
    recover(): void {
      runner.recover();
      desk.part.start();
    },
    stop(): void {
      runner.stop();
      desk.part.close();
      publication.stop();
    },
  };
}
