import type { Closing } from '../../shared/ipc/closing.ts';
import type { CommandInput } from '../../shared/ipc/contract.ts';
import { ok } from '../../shared/result.ts';
import { TIMES } from '../payments/core/times.ts';
import { chargeOf, moneyMoved } from '../payments/core/worth.ts';
import type { Clock } from '../payments/ports.ts';
import type { PaymentRunner } from '../payments/runner/runner.ts';
import type { Running } from '../payments/runner/running.ts';
import type { Part } from '../program/part.ts';

/** If the window has not shown the question by then, it is broken, and the host asks in a box of the system. */
const SHOWN_WITHIN_MS = 3_000;
/** How long the window shows that money moved after all, before the program closes. */
const TOLD_MS = 6_000;

type Phase = 'open' | Closing['phase'] | 'gone';

export type ClosingHost = {
  /** The program may close now. */
  readonly leave: () => void;
  /** The window does not show the question. The host asks instead, and answers with the same command. */
  readonly askElsewhere: (question: Closing) => void;
};

type ClosingParts = {
  readonly runner: Pick<PaymentRunner, 'openRequests' | 'unsent' | 'cancel' | 'unwrittenEnds'>;
  /** A terminal's reconciliation runs: its report would be lost, and no call gives it again. */
  readonly isReconciling: () => boolean;
  /** Stops a press that still waits: it has no payment yet. */
  readonly stopPress: () => void;
  readonly clock: Pick<Clock, 'after'>;
  readonly changed: () => void;
  readonly host: ClosingHost;
};

/** The phase of the closing, the payments that it is about, and its only timer. */
function createStage({ clock, changed, host }: Pick<ClosingParts, 'clock' | 'changed' | 'host'>) {
  let phase: Phase = 'open';
  let concerned: readonly Running[] = [];
  let stopTimer: (() => void) | null = null;

  function enter(next: Phase, about: readonly Running[] = concerned): void {
    stopTimer?.();
    stopTimer = null;
    concerned = about;
    phase = next;
    changed();
  }

  function leave(): void {
    stopTimer?.();
    phase = 'gone';
    host.leave();
  }

  function view(): Closing | null {
    if (phase === 'open' || phase === 'gone') return null;
    const payments = concerned.map(({ facts, state }) => ({
      paymentId: facts.id,
      kind: facts.kind,
      amountMinor: facts.amountMinor,
      chargedMinor: chargeOf(facts, state).chargedMinor,
      currency: facts.currency,
      terminalName: facts.terminalName,
    }));
    return { phase, payments };
  }

  return {
    ...{ enter, leave, view },
    phase: (): Phase => phase,
    concerned: (): readonly Running[] => concerned,
    ask(question: 'asking' | 'unwritten' | 'reconciling', about: readonly Running[]): void {
      enter(question, about);
      stopTimer = clock.after(SHOWN_WITHIN_MS, () => {
        const unseen = view();
        if (unseen !== null) host.askElsewhere(unseen);
      });
    },
    leaveAfter(ms: number): void {
      stopTimer ??= clock.after(ms, leave);
    },
    stopTimer: (): void => stopTimer?.(),
  };
}

/** False while the cancel still waits for the first byte of its own request. True also where no cancel is possible, as for a void. */
const isWished = ({ state }: Running): boolean => state.name !== 'cancelling' || state.delivery !== 'held';

const isCharged = ({ state }: Running): boolean => moneyMoved(state) === 'yes';

/** Not those in `checking`: their answer counts as lost already, so closing loses nothing. */
const waitedFor = (runner: Pick<PaymentRunner, 'openRequests'>): Running[] =>
  runner.openRequests().filter(({ state }) => state.name === 'sent' || state.name === 'cancelling');

/** From the answer "leave" to the end of the program. */
function createLeaving({ runner, stopPress }: ClosingParts, stage: ReturnType<typeof createStage>) {
  /** The program ends without seeing the answer of what is sent now, so nothing is sent any more. */
  function stopUnsent(): void {
    stopPress();
    for (const { facts } of runner.unsent()) runner.cancel(facts.id);
  }

  function leave(): void {
    stopUnsent();
    stage.leave();
  }

  function goOnLeaving(): void {
    // Each time: a void whose terminal was busy would be sent again. A cancel here may already have ended the leaving.
    stopUnsent();
    if (stage.phase() !== 'leaving') return;
    const waiting = waitedFor(runner);
    const charged = stage.concerned().filter(isCharged);
    if (waiting.length > 0) {
      if (waiting.every(isWished)) stage.leaveAfter(TIMES.cancelSettles);
    } else if (runner.unwrittenEnds().length > 0) {
      // The window shows an answer that could not be stored with its STAN. The operator must write it down before the program closes.
      stage.enter('open');
    } else if (charged.length > 0) {
      stage.enter('charged', charged);
      stage.leaveAfter(TOLD_MS);
    } else {
      leave();
    }
  }

  function wishAndWait(): void {
    const waiting = waitedFor(runner);
    // Also those that began while the question was on the screen.
    stage.enter('leaving', [...new Set([...stage.concerned(), ...waiting])]);
    for (const { facts } of waiting) runner.cancel(facts.id);
    goOnLeaving();
  }

  return { leave, goOnLeaving, wishAndWait };
}

/**
 * Decides whether the program may close. Three things prevent it, because closing would lose them: a request whose answer is still expected,
 * an ending that could not be written to the disk, and a reconciliation's report. Everything else is in the journal, and the next start goes on with it.
 */
export function createClosing(parts: ClosingParts) {
  const { runner } = parts;
  const stage = createStage(parts);
  const { phase } = stage;
  const { leave, goOnLeaving, wishAndWait } = createLeaving(parts, stage);

  return {
    view: stage.view,
    /** True from the answer "leave" until the program ends or stays after all: no payment is sent meanwhile. */
    isLeaving: (): boolean => phase() === 'leaving' || phase() === 'charged' || phase() === 'gone',

    /** The operator wants to close the window or quit the program. */
    request(): void {
      if (phase() === 'leaving' || phase() === 'charged') return;
      const waiting = waitedFor(runner);
      const unwritten = runner.unwrittenEnds();
      if (waiting.length > 0) stage.ask('asking', waiting);
      else if (unwritten.length > 0) stage.ask('unwritten', unwritten);
      else if (parts.isReconciling()) stage.ask('reconciling', []);
      else leave();
    },

    answer({ answer }: CommandInput<'answerClosing'>): void {
      const at = phase();
      if (answer === 'shown' && (at === 'asking' || at === 'unwritten' || at === 'reconciling')) stage.stopTimer();
      if (answer === 'stay' && at !== 'leaving' && at !== 'gone') stage.enter('open');
      if (answer === 'leave' && at === 'asking') wishAndWait();
      if (answer === 'leave' && (at === 'charged' || at === 'unwritten' || at === 'reconciling')) leave();
    },

    /** Closing may have waited for this answer, or its question is no longer needed. */
    paymentChanged(): void {
      if (phase() === 'leaving') goOnLeaving();
      else if (phase() === 'asking' && waitedFor(runner).length === 0) stage.enter('open');
      else if (phase() === 'unwritten' && runner.unwrittenEnds().length === 0) stage.enter('open');
      else if (phase() === 'reconciling' && !parts.isReconciling()) stage.enter('open');
    },

    stop: stage.stopTimer,
  };
}

export const closingPart = (closing: ReturnType<typeof createClosing>) =>
  ({
    slices: { closing: closing.view },
    commands: {
      answerClosing(input) {
        closing.answer(input);
        return ok(null);
      },
    },
    paymentChanged: closing.paymentChanged,
    close: closing.stop,
  }) satisfies Part;
