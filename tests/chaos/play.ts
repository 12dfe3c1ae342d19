import { isOpen } from '../../electron/payments/core/state.ts';
import type { JournalledPayment } from '../../electron/payments/ports.ts';
import { toExportedPayment } from '../../electron/payments/rules/exported-payment.ts';
import { createFakeClock } from '../support/fakes/fake-clock.ts';
import type { Decisions } from './decisions.ts';
import { createDesk, type DeskUnderTest } from './desk.ts';
import { createLine } from './line.ts';
import { type Claim, compareClaims, compareDeeds, lostRaces } from './nets-world/checker.ts';
import type { Decide } from './nets-world/wire.ts';
import { createWorld } from './nets-world/world.ts';
import { createPerson, type Person } from './person.ts';
import type { DeskProgram } from './program.ts';
import { proofDelays } from './proof-delays.ts';
import { TERMINALS } from './settings.ts';
import { situationsOf } from './situations.ts';
import { createWillba } from './willba.ts';

const TERMINAL_IDS = TERMINALS.map(({ terminalId }) => terminalId);

export interface Played {
  readonly complaints: readonly string[];
  /** Each state and situation that was reached, with how often. */
  readonly reached: ReadonlyMap<string, number>;
  /** Milliseconds from the moment a charge could be proven until it was. */
  readonly delays: readonly number[];
  readonly schedule: readonly number[];
  readonly story: readonly string[];
}

/** What can happen next, with the weight of each. */
const ACTS = {
  sell: 30,
  wait: 12,
  cancel: 9,
  look: 6,
  release: 7,
  settle: 7,
  refund: 4,
  void: 8,
  'judge a signature': 3,
  'press again': 10,
  'sell again': 6,
  retry: 5,
  'charge the rest': 12,
  'open an old one': 5,
  'close the window': 8,
  reload: 4,
  'come back to the form': 8,
  'change the terminal': 4,
  'kill now': 3,
  'kill at an effect': 10,
  'key in': 7,
  'line down': 4,
  'stand still': 2,
  sleep: 2,
  'terminal off': 1,
  'disk full': 2,
} as const;
type Act = keyof typeof ACTS;
const NAMES = Object.keys(ACTS) as Act[];
const PAUSES = [3_000, 500, 8_000, 20_000, 45_000, 110_000, 160_000, 320_000];

/** Plays one schedule on two desks that share two terminals, compares after every act, and waits in the end until nothing is running. */
/** What the person does with the window of a running program. */
const BY_HAND = {
  sell: (person: Person, program: DeskProgram) => person.sell(program),
  refund: (person: Person, program: DeskProgram) => person.refund(program),
  void: (person: Person, program: DeskProgram) => person.takeBack(program),
  'judge a signature': (person: Person, program: DeskProgram) => person.judgeSignature(program),
  'press again': (person: Person, program: DeskProgram) => person.pressAgain(program),
  'sell again': (person: Person, program: DeskProgram) => person.sellAgain(program),
  retry: (person: Person, program: DeskProgram) => person.retry(program),
  'charge the rest': (person: Person, program: DeskProgram) => person.chargeRest(program),
  'open an old one': (person: Person, program: DeskProgram) => person.openOld(program),
  'close the window': (person: Person, program: DeskProgram) => person.closeWindow(program),
  reload: async (person: Person, program: DeskProgram) => person.reload(program),
  'come back to the form': async (person: Person, program: DeskProgram) => {
    // The page died while something else had the window, and the desk goes on with what it finds in the form.
    await person.closeWindow(program);
    person.reload(program);
    await person.pressAgain(program);
  },
  'change the terminal': (person: Person, program: DeskProgram) => person.changeTerminal(program),
} as const satisfies Partial<Record<Act, (person: Person, program: DeskProgram) => Promise<void>>>;

export async function play(decisions: Decisions): Promise<Played> {
  let calm = false;
  /** At the end the world is kind: what can be known then must be known. */
  const decide: Decide = (what, weights) => (calm ? 0 : decisions.decide(what, weights));
  const clock = createFakeClock();
  const world = createWorld({
    terminalIds: TERMINAL_IDS,
    decide,
    time: { now: clock.elapsed, after: (ms, fire) => void clock.after(ms, fire) },
  });
  const reached = new Map<string, number>();
  const complaints: string[] = [];
  const story: string[] = [];
  const saw = (what: string): void => void reached.set(what, (reached.get(what) ?? 0) + 1);
  const tell = (what: string): void => void story.push(`${(clock.elapsed() / 1000).toFixed(1).padStart(8)} s  ${what}`);
  const complain = (what: string): void => {
    if (!complaints.includes(what)) complaints.push(what);
  };
  const witness = { saw, complain, broke: (cause: unknown) => complain(`broke: ${String(cause)}`) };
  const willba = createWillba({ decide, now: clock.elapsed, complain });
  const desks = ['A', 'B'].map((name) => {
    const desk = createDesk({ name, clock, world, decide, witness, willba, line: createLine(clock, decide) });
    desk.start();
    return desk;
  });
  const people = new Map<DeskUnderTest, Person>(desks.map((desk) => [desk, createPerson({ desk, decide, saw, tell })]));

  const all = (desk: DeskUnderTest): readonly JournalledPayment[] => desk.journal.startedSince('');
  const choose = (payments: readonly JournalledPayment[]): JournalledPayment | null =>
    payments.length === 0 ? null : (payments.at(-1 - decide('which payment', [6, 3, 1])) ?? payments.at(-1) ?? null);

  async function act(desk: DeskUnderTest): Promise<void> {
    const what = NAMES[decide('what happens', Object.values(ACTS))] ?? 'wait';
    const program = desk.program();
    const runner = desk.runner();
    const person = people.get(desk);
    if (what !== 'wait') tell(`${desk.name}: ${what}`);
    const id = choose(all(desk).filter(({ state }) => isOpen(state) || state.name === 'unresolved'))?.facts.id ?? '';
    if (program !== null && person !== undefined && what in BY_HAND) {
      // It takes its time, as people do: other things happen meanwhile.
      void BY_HAND[what as keyof typeof BY_HAND](person, program)?.catch(witness.broke);
      return;
    }
    switch (what) {
      case 'wait':
        return;
      case 'cancel':
        return void runner?.cancel(id);
      case 'look':
        return desk.refresh(id);
      case 'release':
        return void (runner?.release(id).ok === true && saw('released'));
      case 'settle': {
        const charged = decide('what a person says', [50, 50]) === 1;
        const settled = runner?.settle(id, {
          charged,
          by: 'Maija V.',
          reason: 'kuitti',
          evidence: charged ? '1 ····1234' : '',
          at: clock.wallTime(),
        });
        return void (settled?.ok === true && saw('settled by a person'));
      }
      case 'kill now':
        return desk.kill();
      case 'kill at an effect':
        return desk.armKill(1 + decide('at which effect', [4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1]));
      case 'key in':
        return world.terminal(TERMINAL_IDS[decide('which terminal', [75, 25])] ?? '').keyIn(1250);
      case 'line down':
        desk.line.goDown();
        clock.after([4_000, 20_000, 70_000, 250_000][decide('for how long', [4, 4, 2, 1])] ?? 0, () => desk.line.comeUp());
        return;
      case 'stand still':
      case 'sleep':
        return standStill(desk, what === 'sleep');
      case 'disk full':
        desk.journal.failing = 'disk-full';
        clock.after([3_000, 15_000, 60_000][decide('for how long', [4, 3, 1])] ?? 0, () => {
          desk.journal.failing = null;
        });
        return;
      case 'terminal off': {
        const terminal = world.terminal(TERMINAL_IDS[decide('which terminal', [75, 25])] ?? '');
        terminal.setConnected(false);
        clock.after(30_000, () => terminal.setConnected(true));
      }
    }
  }

  /** This PC does not run for a while: everything that falls due meanwhile fires on waking, and the sockets are read after that. */
  async function standStill(desk: DeskUnderTest, asleep: boolean): Promise<void> {
    saw(asleep ? 'slept' : 'stood still');
    desk.line.pause();
    await clock.stopFor([40_000, 130_000, 200_000, 400_000][decide('for how long', [3, 3, 3, 1])] ?? 0, () => {
      if (asleep) {
        desk.line.resetAll();
        desk.runner()?.wake();
      }
      desk.line.unpause();
    });
    for (const each of desks) each.continued();
  }

  const claims = (): Claim[] =>
    desks.flatMap((desk) =>
      all(desk).map((payment) => {
        const { orderId, kind, moneyMoved, chargedMinor, proof, originalId } = toExportedPayment(payment);
        if (kind === 'manual') throw new Error('Nobody records by hand here');
        const saleOrderId = kind === 'void' && originalId !== null ? (desk.journal.byId(originalId)?.facts.orderId ?? null) : null;
        return {
          desk: desk.name,
          orderId,
          kind,
          saleOrderId,
          moved: moneyMoved,
          movedMinor: chargedMinor,
          by: proof === 'person' ? 'person' : 'nets',
        };
      }),
    );

  function compare(): void {
    for (const wrong of compareClaims(claims(), world.ledger)) if (!complaints.includes(wrong)) complaints.push(wrong);
    for (const desk of desks) {
      for (const { facts, state } of all(desk)) {
        const settled = desk.journal.rows(facts.id).some(({ event }) => event.type === 'settled');
        if (settled && state.name !== 'settled-by-person')
          complaints.push(`${desk.name} ${facts.orderId} lost a person’s word: ${state.name}`);
      }
      for (const terminalId of TERMINAL_IDS) {
        const holders = desk.journal.open().filter((payment) => payment.facts.terminalId === terminalId && payment.releasedAt === null);
        if (holders.length > 1) complaints.push(`${desk.name} has ${holders.length} open payments on ${terminalId}`);
      }
    }
  }

  async function goOn(ms: number, always = false): Promise<void> {
    await clock.advance(ms);
    for (const desk of desks) {
      if (desk.program() !== null) continue;
      people.get(desk)?.forget();
      if (always || decide('started again', [80, 20]) === 0) desk.start();
    }
  }

  /** The line is up, nobody acts, and an hour goes by; then somebody presses Tarkista nyt on whatever is still unknown. */
  async function comeToRest(): Promise<void> {
    calm = true;
    for (const desk of desks) {
      desk.journal.failing = null;
      desk.disarm();
      desk.line.comeUp();
    }
    for (const terminalId of TERMINAL_IDS) world.terminal(terminalId).setConnected(true);
    await goOn(0, true);
    for (const ms of [400_000, 400_000, 3_600_000]) await goOn(ms, true);
    for (const desk of desks) {
      for (const { facts } of desk.journal.unresolved()) {
        await goOn(12_000);
        desk.refresh(facts.id);
        await goOn(1_000);
      }
    }
    await tellWillba();
  }

  /** Willba is there, and support presses Lähetä nyt: whatever waited is told within the minute. */
  async function tellWillba(): Promise<void> {
    willba.comeBack();
    for (const desk of desks) desk.sendNow();
    await goOn(60_000, true);
    for (const desk of desks) {
      if (desk.untold() > 0) complain(`${desk.name}: Willba is not told of ${desk.untold()} payments`);
      for (const payment of all(desk)) {
        const told = willba.knows(desk.name, payment.facts.id);
        if (JSON.stringify(told) !== JSON.stringify(toExportedPayment(payment)))
          complain(`${desk.name} ${payment.facts.orderId}: Willba knows ${JSON.stringify(told)}, the journal ${payment.state.name}`);
      }
    }
  }

  function compareEnds(): void {
    for (const desk of desks) {
      for (const { facts, state } of all(desk)) {
        if (isOpen(state)) complaints.push(`${desk.name} ${facts.orderId} never ends: ${state.name}`);
        const entry = world.ledger.entries.get(facts.orderId);
        const provable = entry !== undefined && entry.moved > 0 && world.terminal(entry.terminalId).shows() === facts.orderId;
        if (provable && state.name === 'unresolved') complaints.push(`${desk.name} ${facts.orderId} could be proven and is not`);
      }
    }
    for (const desk of desks) desk.guests.compareBacks();
    complaints.push(
      ...compareDeeds(
        claims(),
        desks.flatMap(({ calls }) => calls),
        world.ledger,
      ),
    );
  }

  const acts = 6 + 3 * decide('how many acts', [4, 3, 3, 3, 3, 2, 2, 2, 1, 1]);
  for (let done = 0; done < acts; done += 1) {
    const desk = desks[decide('which desk', [72, 28])] as DeskUnderTest;
    await act(desk);
    await goOn(PAUSES[decide('how long until the next', [30, 15, 20, 12, 8, 5, 6, 4])] ?? 0);
    compare();
  }
  await comeToRest();
  compare();
  compareEnds();

  for (const desk of desks) for (const situation of situationsOf(desk.journal)) saw(situation);
  for (let race = lostRaces(world.ledger); race > 0; race -= 1) saw('a void lost the race that nobody can rule out');
  const delays = desks.flatMap((desk) => proofDelays(desk, world.ledger, clock));
  for (const desk of desks) for (const line of tellJournal(desk)) story.push(line);
  return { complaints, reached, delays, schedule: decisions.drawn, story };
}

const tellJournal = (desk: DeskUnderTest): string[] =>
  desk.journal
    .startedSince('')
    .flatMap(({ facts }) => [
      `${desk.name} ${facts.kind} ${facts.orderId} on ${facts.terminalId}:`,
      ...desk.journal.rows(facts.id).map((row) => `    ${row.at.slice(11, 23)} ${row.event.type} → ${JSON.stringify(row.state)}`),
    ]);
