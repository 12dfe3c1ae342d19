import type { Closing } from '../../shared/ipc/closing.ts';
import type { CommandInput } from '../../shared/ipc/contract.ts';
import { ok } from '../../shared/result.ts';
import { TIMES } from '../payments/core/times.ts';
import { chargeOf, moneyMoved } from '../payments/core/worth.ts';
import type { Clock } from '../payments/ports.ts';
import type { PaymentRunner } from '../payments/runner/runner.ts';
import type { Running } from '../payments/runner/running.ts';
import type { Part } from '../program/part.ts';

/** A window that has not shown the question by then is broken, and somebody else asks. */
const SHOWN_WITHIN_MS = 3_000;
/** How long the window tells that the card was charged after all, before the program closes. */
const TOLD_MS = 6_000;

type Phase = 'open' | Closing['phase'] | 'gone';

export type ClosingHost = {
  /** Nothing keeps the program open any more. */
  readonly leave: () => void;
  /** The window does not show the question: it is asked without it, and answered by the same command. */
  readonly askElsewhere: (question: Closing) => void;
};

type ClosingParts = {
  readonly runner: Pick<PaymentRunner, 'openRequests' | 'cancel' | 'unwrittenEnds'>;
  readonly clock: Pick<Clock, 'after'>;
  readonly changed: () => void;
  readonly host: ClosingHost;
};

/** How far the closing has come, which payments it is about, and its one timer. */
function createStage({ clock, changed, host }: Omit<ClosingParts, 'runner'>) {
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
    ask(question: 'asking' | 'unwritten', about: readonly Running[]): void {
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

/** The wish is on its way or was answered; one that waits for its own request's first byte is not. */
const isWished = ({ state }: Running): boolean => state.name !== 'cancelling' || state.delivery !== 'held';

const isCharged = ({ state }: Running): boolean => moneyMoved(state) === 'yes';

/**
 * Whether the program may close. What stands in the way is a request whose answer somebody waits for, and an end that the disk
 * has not taken: closing would lose them. Everything else is in the journal, and the next start goes on with it.
 */
export function createClosing(parts: ClosingParts) {
  const { runner } = parts;
  const stage = createStage(parts);
  const { phase } = stage;

  /** A payment that is being checked was given up by its own request: closing loses nothing of it. */
  const waitedFor = (): Running[] => runner.openRequests().filter(({ state }) => state.name === 'sent' || state.name === 'cancelling');

  function goOnLeaving(): void {
    const waiting = waitedFor();
    const charged = stage.concerned().filter(isCharged);
    if (waiting.length > 0) {
      if (waiting.every(isWished)) stage.leaveAfter(TIMES.cancelSettles);
    } else if (runner.unwrittenEnds().length > 0) {
      // An answer that the disk would not take is shown with its STAN, which must be written down first.
      stage.enter('open');
    } else if (charged.length > 0) {
      stage.enter('charged', charged);
      stage.leaveAfter(TOLD_MS);
    } else {
      stage.leave();
    }
  }

  function wishAndWait(): void {
    stage.enter('leaving');
    for (const { facts } of waitedFor()) runner.cancel(facts.id);
    goOnLeaving();
  }

  return {
    view: stage.view,

    /** Somebody closes the window or quits the program. */
    request(): void {
      if (phase() === 'leaving' || phase() === 'charged') return;
      const waiting = waitedFor();
      const unwritten = runner.unwrittenEnds();
      if (waiting.length > 0) stage.ask('asking', waiting);
      else if (unwritten.length > 0) stage.ask('unwritten', unwritten);
      else stage.leave();
    },

    answer({ answer }: CommandInput<'answerClosing'>): void {
      const at = phase();
      if (answer === 'shown' && (at === 'asking' || at === 'unwritten')) stage.stopTimer();
      if (answer === 'stay' && at !== 'leaving' && at !== 'gone') stage.enter('open');
      if (answer === 'leave' && at === 'asking') wishAndWait();
      if (answer === 'leave' && (at === 'charged' || at === 'unwritten')) stage.leave();
    },

    /** A payment changed: its answer may be what closing waits for, or what makes the question pointless. */
    paymentChanged(): void {
      if (phase() === 'leaving') goOnLeaving();
      else if (phase() === 'asking' && waitedFor().length === 0) stage.enter('open');
      else if (phase() === 'unwritten' && runner.unwrittenEnds().length === 0) stage.enter('open');
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
