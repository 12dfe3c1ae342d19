import {
  approve,
  approveDespiteCancel,
  approvedWithoutAmount,
  approveThenCut,
  busy,
  type ConnectCloud,
  cancelledAtTerminal,
  decline,
  emptyFailure,
  hold,
  html502,
  notConnected,
  otherDeskInBetween,
  type Play,
  type Script,
  timedOutAtTerminal,
  unknownResult,
  waitForCancel,
} from '../connect-cloud/index.ts';
import type { Random, Weighted } from './random.ts';
import { createRandom } from './random.ts';

/** What one guest does: at once, or after some steps. Steps and not seconds, so that a slow machine does the same. */
interface Guest {
  readonly waits: Script | null;
  readonly steps: number;
  readonly then: Script;
}

/** More guests than a run needs. They are drawn beforehand, so that one terminal's guests do not depend on another's. */
const GUESTS_PER_TERMINAL = 120;
/** Guests wait no longer than this: one who never pays would fill the window for the rest of the run. In steps. */
const LONGEST_WAIT = 9;

const cutBefore = { delivery: { kind: 'cut', at: 'before', how: 'reset' } } as const;

function drawEnd(random: Random): Script {
  const ends: readonly Weighted<() => Script>[] = [
    { weight: 44, item: () => approve() },
    { weight: 8, item: () => decline(random.pick(['05', '51', '55', '65'])) },
    { weight: 5, item: () => cancelledAtTerminal() },
    { weight: 2, item: () => timedOutAtTerminal() },
    { weight: 4, item: () => busy() },
    { weight: 3, item: () => notConnected({ shape: random.pick(['text', 'code-field', 'bare']) }) },
    // The answer is lost, and the card was charged or was not.
    { weight: 8, item: () => approveThenCut(random.pick(['before', 'headers', 'half'])) },
    { weight: 5, item: () => cancelledAtTerminal(cutBefore) },
    { weight: 3, item: () => html502({ truth: random.pick(['approved', 'rejected', 'nothing']) }) },
    { weight: 2, item: () => emptyFailure({ truth: random.pick(['approved', 'nothing']) }) },
    { weight: 2, item: () => unknownResult() },
    { weight: 2, item: () => approvedWithoutAmount() },
    { weight: 2, item: () => otherDeskInBetween() },
    // Less than asked, nothing at all, more than asked.
    { weight: 5, item: () => approve({ totalMinor: random.pick([600, 100]) }) },
    { weight: 3, item: () => approve({ totalMinor: 0 }) },
    { weight: 3, item: () => approve({ tipMinor: 125 }) },
    { weight: 2, item: () => approve({ surchargeMinor: 50 }) },
    { weight: 5, item: () => approve({ cvm: 1 }) },
    { weight: 2, item: () => approve({ cvm: '', numbersAsStrings: true, timeStamp: 'local' }) },
  ];
  return (random.weighted(ends) ?? (() => approve()))();
}

function drawGuest(random: Random): Guest {
  const then = drawEnd(random);
  if (random.chance(0.55)) return { waits: null, steps: 0, then };
  const waits = random.pick([
    hold(),
    hold({ onCancel: { kind: 'stop', afterMs: 50 } }),
    hold({ onCancel: { kind: 'approve', afterMs: 50 } }),
    waitForCancel(),
    approveDespiteCancel(),
  ]);
  return { waits, steps: 1 + random.below(LONGEST_WAIT), then };
}

/** The guests of one seed, each at the terminal where its payment is sent. */
export function createGuests(cloud: ConnectCloud, terminals: readonly string[], seed: number) {
  let step = 0;
  let finished = false;
  const waiting = new Set<{ readonly due: number; readonly play: Play; readonly then: Script }>();

  for (const id of terminals) {
    const random = createRandom(seed, `guests at ${id}`);
    for (let count = 0; count < GUESTS_PER_TERMINAL; count += 1) {
      const { waits, steps, then } = drawGuest(random);
      const play = cloud.terminal(id).play(waits ?? then);
      if (waits === null) continue;
      void play.arrived.then(() => {
        // Whoever comes after the last step comes at once.
        if (finished) return play.release(then);
        const guest = { due: step + steps, play, then };
        waiting.add(guest);
        void play.finished.then(() => waiting.delete(guest));
      });
    }
  }

  function come(isDue: (due: number) => boolean): void {
    for (const guest of [...waiting]) {
      if (!isDue(guest.due)) continue;
      waiting.delete(guest);
      guest.play.release(guest.then);
    }
  }

  return {
    tick(now: number): void {
      step = now;
      come((due) => due <= now);
    },
    /** Everybody who still stands at a terminal pays, or goes. */
    finish(): void {
      finished = true;
      come(() => true);
    },
  };
}
