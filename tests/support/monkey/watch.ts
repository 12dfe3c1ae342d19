import type { ConnectCloud } from '../connect-cloud/index.ts';
import { compareGreen } from './judge.ts';
import { type ChargingPress, createWitness } from './presses.ts';
import type { Screen } from './screen.ts';
import type { Story } from './story.ts';
import { euros } from './sums.ts';

/** Texts that the window shows only if there is a bug. */
const BUGS = /Ohjelmassa tapahtui virhe|Tietoja ei voitu lukea|Näkymä ei auennut/;

/** Watches the requests at the server and the window's texts during the steps. */
export function createWatch({ ledger }: ConnectCloud, story: Story) {
  const witness = createWitness();
  let posts = 0;
  let voids = 0;

  /** Every request that moves money and has come since the last time. */
  function follow(): void {
    for (const post of ledger.attempts.slice(posts)) {
      story.say(`     POST ${post.sequence}: ${post.transactionType} ${euros(post.requestedMinor ?? 0)} at ${post.terminalId}`);
      story.find(witness.posted(post));
    }
    for (const sent of ledger.voids.slice(voids)) {
      story.say(`     DELETE ${euros(sent.amountMinor ?? 0)} at ${sent.terminalId}`);
      story.find(witness.voided(sent));
    }
    posts = ledger.attempts.length;
    voids = ledger.voids.length;
  }

  return {
    pressed: (press: ChargingPress): void => witness.pressed(press),
    pageWent: (): void => witness.reloaded(),
    programWent(): void {
      follow();
      witness.restarted();
    },
    saw(screen: Screen): Screen {
      follow();
      witness.saw(screen);
      story.find(compareGreen(screen, ledger));
      const bug = BUGS.exec(screen.text)?.[0];
      if (bug !== undefined) story.find([`the screen says “${bug}”`]);
      return screen;
    },
    /** How many payments were sent, so that a run that sold nothing is seen. */
    posts: (): number => posts,
  };
}
