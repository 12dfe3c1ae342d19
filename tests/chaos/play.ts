import { refundableMinor } from '../../electron/desk/refundable.ts';
import { isVoidable } from '../../electron/desk/voidable.ts';
import { toExportedPayment } from '../../electron/payments/describe.ts';
import type { PaymentFacts } from '../../electron/payments/facts.ts';
import type { JournalledPayment } from '../../electron/payments/ports.ts';
import { isOpen } from '../../electron/payments/state.ts';
import { createFakeClock } from '../support/fakes/fake-clock.ts';
import type { Decisions } from './decisions.ts';
import { createDesk, type DeskUnderTest } from './desk.ts';
import { createLine } from './line.ts';
import { type Claim, compareClaims, compareDeeds, lostRaces } from './nets-world/checker.ts';
import type { Decide } from './nets-world/wire.ts';
import { createWorld } from './nets-world/world.ts';
import { proofDelays } from './proof-delays.ts';
import { situationsOf } from './situations.ts';

/** The desk tries a void whatever the day: the rule for that is not what is played here. */
const ANY_DAY = { start: '', end: '~' };
const TERMINALS = ['71000001', '71000002'];

export interface Played {
  readonly complaints: readonly string[];
  /** Each state and situation that was reached, with how often. */
  readonly reached: ReadonlyMap<string, number>;
  /** Milliseconds from the moment a charge could be proven until it was. */
  readonly delays: readonly number[];
  readonly schedule: readonly number[];
  readonly story: readonly string[];
}

const ACTS = [
  'sell',
  'wait',
  'cancel',
  'look',
  'release',
  'settle',
  'refund',
  'void',
  'judge a signature',
  'kill now',
  'kill at an effect',
  'key in',
  'line down',
  'stand still',
  'sleep',
  'terminal off',
  'disk full',
] as const;
const ACT_WEIGHTS = [30, 12, 9, 6, 7, 7, 4, 8, 3, 3, 10, 7, 4, 2, 2, 1, 2];
const PAUSES = [3_000, 500, 8_000, 20_000, 45_000, 110_000, 160_000, 320_000];

/** Plays one schedule on two desks that share two terminals, compares after every act, and lets everything come to rest. */
export async function play(decisions: Decisions): Promise<Played> {
  let calm = false;
  /** At the end the world is kind: what can be known then must be known. */
  const decide: Decide = (what, weights) => (calm ? 0 : decisions.decide(what, weights));
  const clock = createFakeClock();
  const world = createWorld({
    terminalIds: TERMINALS,
    decide,
    time: { now: clock.elapsed, after: (ms, fire) => void clock.after(ms, fire) },
  });
  const reached = new Map<string, number>();
  const complaints: string[] = [];
  const story: string[] = [];
  const saw = (what: string): void => void reached.set(what, (reached.get(what) ?? 0) + 1);
  const tell = (what: string): void => void story.push(`${(clock.elapsed() / 1000).toFixed(1).padStart(8)} s  ${what}`);
  const witness = { saw, broke: (cause: unknown) => complaints.push(`broke: ${String(cause)}`) };
  const desks = ['A', 'B'].map((name) => {
    const desk = createDesk({ name, clock, world, decide, witness, line: createLine(clock, decide) });
    desk.start();
    return desk;
  });
  let made = 0;

  function begin(desk: DeskUnderTest, more: Partial<PaymentFacts>): void {
    made += 1;
    const facts: PaymentFacts = {
      id: `${desk.name}-${made}`,
      orderId: `${desk.name}-${String(made).padStart(5, '0')}`,
      kind: 'sale',
      requestId: null,
      originalId: null,
      amountMinor: [1250, 1000, 9_900][decide('how much', [6, 3, 1])] ?? 1250,
      currency: 'EUR',
      terminalId: TERMINALS[decide('which terminal', [75, 25])] ?? '',
      terminalName: null,
      pointOfSale: null,
      reference: '',
      operator: null,
      environment: 'test',
      ...more,
    };
    const runner = desk.runner();
    if (runner === null || facts.terminalId === null) return;
    tell(`${desk.name} begins ${facts.kind} ${facts.orderId} of ${facts.amountMinor} on ${facts.terminalId}`);
    const go = (): void => {
      if (desk.runner() !== runner) return;
      const started = runner.start(facts, facts.id);
      if (!started.ok) saw(`not begun: ${started.error.kind}`);
      // A second hit on the same form.
      else if (decide('pressed twice', [92, 8]) === 1)
        runner.start({ ...facts, id: `${facts.id}x`, orderId: `${facts.orderId}x` }, facts.id);
    };
    if (facts.kind === 'void') go();
    else void runner.lookBeforeSale(facts.terminalId).then(go);
  }

  const all = (desk: DeskUnderTest): readonly JournalledPayment[] => desk.journal.startedSince('');
  const choose = (payments: readonly JournalledPayment[]): JournalledPayment | null =>
    payments.length === 0 ? null : (payments.at(-1 - decide('which payment', [6, 3, 1])) ?? payments.at(-1) ?? null);

  async function act(desk: DeskUnderTest): Promise<void> {
    const what = ACTS[decide('what happens', ACT_WEIGHTS)] ?? 'wait';
    const runner = desk.runner();
    if (what !== 'wait' && what !== 'sell') tell(`${desk.name}: ${what}`);
    const id = choose(all(desk).filter(({ state }) => isOpen(state) || state.name === 'unresolved'))?.facts.id ?? '';
    switch (what) {
      case 'sell':
        return begin(desk, {});
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
      case 'refund': {
        const paid = choose(all(desk).filter((payment) => refundableMinor(payment, desk.journal) > 0));
        if (paid === null) return;
        return begin(desk, { kind: 'refund', originalId: paid.facts.id, amountMinor: refundableMinor(paid, desk.journal) });
      }
      case 'void': {
        const paid = all(desk).findLast((payment) => isVoidable(payment, desk.journal, ANY_DAY));
        if (paid === undefined) return;
        const { id: originalId, terminalId } = paid.facts;
        return begin(desk, { kind: 'void', originalId, terminalId, amountMinor: toExportedPayment(paid).chargedMinor });
      }
      case 'judge a signature': {
        const asked = all(desk).findLast(({ state }) => state.name === 'approved' && state.signature === 'asked');
        return void (
          asked !== undefined &&
          runner?.judgeSignature(asked.facts.id, decide('the signature', [1, 1]) === 0, 'M').ok === true &&
          saw('signature judged')
        );
      }
      case 'kill now':
        return desk.kill();
      case 'kill at an effect':
        return desk.armKill(1 + decide('at which effect', [4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1]));
      case 'key in':
        return world.terminal(TERMINALS[decide('which terminal', [75, 25])] ?? '').keyIn(1250);
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
        const terminal = world.terminal(TERMINALS[decide('which terminal', [75, 25])] ?? '');
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
      for (const terminalId of TERMINALS) {
        const holders = desk.journal.open().filter((payment) => payment.facts.terminalId === terminalId && payment.releasedAt === null);
        if (holders.length > 1) complaints.push(`${desk.name} has ${holders.length} open payments on ${terminalId}`);
      }
    }
  }

  async function goOn(ms: number, always = false): Promise<void> {
    await clock.advance(ms);
    for (const desk of desks) if (desk.runner() === null && (always || decide('started again', [80, 20]) === 0)) desk.start();
  }

  /** The line is up, nobody acts, and an hour goes by; then somebody presses Tarkista nyt on whatever is still unknown. */
  async function comeToRest(): Promise<void> {
    calm = true;
    for (const desk of desks) {
      desk.journal.failing = null;
      desk.disarm();
      desk.line.comeUp();
    }
    for (const terminalId of TERMINALS) world.terminal(terminalId).setConnected(true);
    await goOn(0, true);
    for (const ms of [400_000, 400_000, 3_600_000]) await goOn(ms, true);
    for (const desk of desks) {
      for (const { facts } of desk.journal.unresolved()) {
        await goOn(12_000);
        desk.refresh(facts.id);
        await goOn(1_000);
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
