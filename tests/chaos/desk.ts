import { readLookupAnswer } from '../../electron/nets/lookup.ts';
import { readSaleAnswer } from '../../electron/nets/outcome.ts';
import { readWire } from '../../electron/nets/wire.ts';
import { createSender, type Sender } from '../../electron/outbox/sender.ts';
import type { LookupAnswer, SaleOutcome, WireEvidence } from '../../electron/payments/core/outcome.ts';
import type { Answered, CardTerminal, Clock, PaymentJournal } from '../../electron/payments/ports.ts';
import type { PaymentRunner } from '../../electron/payments/runner/runner.ts';
import { failed, ok } from '../../shared/result.ts';
import type { Terminal } from '../../shared/terminal.ts';
import { createMemoryJournal } from '../support/fakes/memory-journal.ts';
import { createMemoryOutbox } from '../support/fakes/memory-outbox.ts';
import { createGuestWatch, type Form } from './guests.ts';
import type { Line, Travelled } from './line.ts';
import type { SentCall } from './nets-world/checker.ts';
import { type Decide, html, json, provesApproval, type Told, unauthorised } from './nets-world/wire.ts';
import type { World } from './nets-world/world.ts';
import { type DeskProgram, openProgram } from './program.ts';
import { TERMINALS } from './settings.ts';
import { postTo } from './to-willba.ts';
import type { Willba } from './willba.ts';

/** Receives what happened, for the counts and for the story of one schedule. */
export interface Witness {
  saw(what: string): void;
  broke(cause: unknown): void;
  complain(what: string): void;
}

/** A press of Maksa that may become a payment at any moment, and the terminal that the screen showed then. */
interface Pressing {
  readonly form: Form;
  readonly asked: boolean;
  readonly terminal: Terminal;
}

/** How long the program waits for an answer. A connection that is kept longer belongs to no open payment. */
const WAITED_FOR_MS = 300_000;
/** From this moment the desk may leave a terminal that does not answer. */
const SILENT_AFTER_MS = 150_000;

const never = <T>(): Promise<T> => new Promise(() => undefined);

/**
 * One desk: the real runner and the real desk on a journal that outlives them, with a line to the world. It can be killed at any of its
 * effects: from then on nothing it does reaches the disk or the line.
 */
export function createDesk(parts: {
  readonly name: string;
  readonly clock: Clock;
  readonly world: World;
  readonly line: Line;
  readonly decide: Decide;
  readonly witness: Witness;
  readonly willba: Willba;
}) {
  const { name, clock, world, line, decide, witness, willba } = parts;
  const journal = createMemoryJournal();
  const outbox = createMemoryOutbox();
  const keeping = outbox.keeping(journal);
  const calls: SentCall[] = [];
  const open = new Set<{ readonly terminalId: string; readonly what: 'sale' | 'void'; readonly writtenAt: number }>();
  const guests = createGuestWatch({ name, journal, ledger: world.ledger, complain: witness.complain });
  let chosen: Terminal = TERMINALS[0] as Terminal;
  const late = new Set<string>();
  let pressing: Pressing | null = null;
  let made = 0;
  let forms = 0;
  let incarnation = 0;
  let killAfter = Number.POSITIVE_INFINITY;
  let steps = 0;
  /** When the program began to run: at a start, and when it was continued. */
  const ranFrom: number[] = [];

  /** Before and after each effect: the armed kill strikes here. */
  function step(mine: number, what: string): boolean {
    if (mine !== incarnation) return false;
    steps += 1;
    if (steps < killAfter) return true;
    witness.saw(`killed ${what}`);
    kill();
    return false;
  }

  function kill(): void {
    incarnation += 1;
    killAfter = Number.POSITIVE_INFINITY;
    open.clear();
    line.resetAll();
    program?.stop();
    program = null;
    sender?.stop();
    sender = null;
    outbox.forgetFollower();
  }

  /** The real ids are random; here each names its desk, so that a story can be read. */
  const ids = {
    paymentId(): string {
      made += 1;
      const id = `${name}-${made}`;
      if (pressing === null) return id;
      const { form, asked, terminal } = pressing;
      if (terminal.terminalId !== chosen.terminalId) witness.complain(`${name}: ${id} goes to another terminal than the card shows`);
      guests.begins(id, form, asked);
      return id;
    },
    orderId: () => `${name}-${String(made).padStart(5, '0')}`,
    errorRef: () => 'E',
    formName(): string {
      forms += 1;
      return `${name}-form-${forms}`;
    },
  };

  function note(call: SentCall['call'], terminalId: string): void {
    const own = [...open].filter((each) => each.terminalId === terminalId && clock.elapsed() - each.writtenAt < WAITED_FOR_MS);
    // A terminal that has said nothing for so long may be asked before the next sale there, which is a person's press.
    const disturbed = own.filter(({ what, writtenAt }) =>
      call === 'cancelAction' ? what === 'sale' : call !== 'lookup' || clock.elapsed() - writtenAt < SILENT_AFTER_MS,
    );
    const ownOpen = disturbed.length;
    calls.push({ desk: name, call, terminalId, at: clock.elapsed(), ownOpen, byPerson: false });
  }

  function kept(mine: number): PaymentJournal {
    return {
      ...journal,
      create(facts, idempotencyKey, row) {
        if (!step(mine, 'before the first row')) return ok(null);
        const result = keeping.create(facts, idempotencyKey, row);
        step(mine, 'after the first row');
        return result;
      },
      append(paymentId, row) {
        if (!step(mine, `before the row ${row.state.name}`)) return ok(null);
        if (decide('the disk takes a row', [199, 1]) === 1) return failed({ kind: 'disk-full', cause: new Error('The disk is full') });
        const result = keeping.append(paymentId, row);
        witness.saw(`state ${row.state.name}`);
        step(mine, `after the row ${row.state.name}`);
        return result;
      },
    };
  }

  function terminalOf(mine: number): CardTerminal {
    const alive = (): boolean => mine === incarnation;

    /** A call that moves money. */
    async function money(
      what: 'sale' | 'void',
      { terminalId, orderId }: { readonly terminalId: string; readonly orderId: string },
      { onWritten, signal }: Parameters<CardTerminal['sale']>[1],
      arrive: (respond: (told: Told) => void) => void,
      onDelivered: (told: Told) => void,
    ): Promise<Answered<SaleOutcome>> {
      if (!step(mine, `before the ${what} leaves`)) return never();
      note(what, terminalId);
      const request = { what, alive, arrive, onDelivered, signal } as const;
      let mineOpen: { readonly terminalId: string; readonly what: 'sale' | 'void'; readonly writtenAt: number } | null = null;
      const written = (): void => {
        if (!step(mine, `before the ${what} is written`)) return;
        mineOpen = { terminalId, what, writtenAt: clock.elapsed() };
        open.add(mineOpen);
        onWritten();
        step(mine, `after the ${what} was written`);
      };
      const travelled = await line.send({ ...request, onWritten: written });
      if (!alive()) return never();
      if (mineOpen !== null) open.delete(mineOpen);
      if (!step(mine, `before the answer to the ${what} is read`)) return never();
      if (travelled.kind === 'not-sent') return { outcome: { kind: 'refused', reason: 'not-sent' }, evidence: evidenceOf(null) };
      if (travelled.kind === 'lost') return { outcome: { kind: 'unknown', cause: 'answer-lost' }, evidence: evidenceOf(null) };
      const { answer, elapsedMs } = travelled;
      return { outcome: readSaleAnswer({ ...answer, elapsedMs, orderId, terminalId, listed: true }), evidence: evidenceOf(travelled) };
    }

    /** Now and then Nets refuses the token before anything reaches a terminal. */
    const refusesToken = (): boolean => decide('a token is refused', [97, 3]) === 1;

    return {
      async clear() {
        if (!step(mine, 'before the log-in')) return never();
        const login = ['ok', 'wrong', 'html', 'broken'][decide('what the log-in says', [94, 2, 2, 2])];
        const answer =
          login === 'wrong' ? unauthorised.answer : login === 'html' ? html(502) : json(login === 'ok' ? 200 : 500, { token: 't' });
        const travelled = await line.send({ what: 'log-in', alive, arrive: (respond) => respond({ answer, said: 'nothing' }) });
        if (!alive()) return never();
        if (travelled.kind !== 'answered') return failed('not-sent');
        return travelled.answer.status === 200 ? ok(null) : failed(travelled.answer.status === 401 ? 'not-authorised' : 'not-sent');
      },

      sale(request, sending) {
        const { terminalId, orderId, amountMinor, kind } = request;
        const order = { desk: name, orderId, amountMinor, kind: kind === 'refund' ? ('returnOfGoods' as const) : ('purchase' as const) };
        const arrive = (respond: (told: Told) => void): void => {
          if (refusesToken()) respond(unauthorised);
          else world.terminal(terminalId).transact(order, respond);
        };
        const onDelivered = ({ said }: Told): void => {
          const entry = world.ledger.entries.get(orderId);
          if (entry !== undefined) entry.told = said;
        };
        return money('sale', { terminalId, orderId }, sending, arrive, onDelivered);
      },

      void(request, sending) {
        const { terminalId, amountMinor, saleOrderId } = request;
        const arrive = (respond: (told: Told) => void): void => {
          if (refusesToken()) respond(unauthorised);
          else world.terminal(terminalId).voidLast(name, amountMinor, respond);
        };
        const isOurs = ({ outcome, evidence }: Answered<SaleOutcome>): Answered<SaleOutcome> =>
          outcome.kind === 'approved' && outcome.approval.chargedMinor !== amountMinor
            ? { outcome: { kind: 'unknown', cause: 'unreadable' }, evidence }
            : { outcome, evidence };
        return money('void', { terminalId, orderId: saleOrderId }, sending, arrive, () => undefined).then(isOurs);
      },

      async cancelAction(terminalId) {
        if (!step(mine, 'before the wish to cancel leaves')) return never();
        note('cancelAction', terminalId);
        const taken: Told = { answer: json(200, { result: [{ localModeEventArgs: { Result: 1 } }] }), said: 'nothing' };
        const travelled = await line.send({
          what: 'cancelAction',
          alive,
          arrive: (respond) => {
            const { hit } = world.terminal(terminalId).cancelAction();
            if (hit !== null && hit !== name) witness.saw('a wish to cancel came too late and met another desk');
            respond(taken);
          },
        });
        if (!alive()) return never();
        return { outcome: travelled.kind === 'answered' ? 'delivered' : 'failed', evidence: evidenceOf(travelled) };
      },

      async lookup(terminalId) {
        if (!step(mine, 'before a lookup leaves')) return never();
        note('lookup', terminalId);
        const travelled = await line.send({
          what: 'lookup',
          alive,
          arrive: (respond) => respond({ answer: world.terminal(terminalId).lookup(name), said: 'nothing' }),
          onDelivered: ({ answer }) => {
            for (const entry of world.ledger.entries.values()) if (provesApproval(answer.body, entry.orderId)) entry.shown = true;
          },
        });
        if (!alive() || !step(mine, 'before a lookup is read')) return never();
        const outcome: LookupAnswer =
          travelled.kind === 'answered' ? readLookupAnswer(travelled.answer.status, travelled.answer.body) : { kind: 'unreachable' };
        if (outcome.kind !== 'record') line.failed();
        return { outcome, evidence: evidenceOf(travelled) };
      },
    };
  }

  let program: DeskProgram | null = null;
  let sender: Sender | null = null;

  /** The program starts, and looks up what the last one left open before anything else. */
  function start(): void {
    const mine = incarnation;
    ranFrom.push(clock.elapsed());
    program = openProgram({
      terminal: terminalOf(mine),
      journal: kept(mine),
      clock,
      ids,
      terminalMemory: {
        read: () => chosen,
        write(terminal) {
          chosen = terminal;
          return true;
        },
      },
      late,
      provenLate: () => witness.saw('a charge came to light late'),
      broke: witness.broke,
    });
    sender = createSender({
      outbox: outbox.outbox,
      post: postTo(willba, { name, clock, step: (what) => step(mine, what), saw: witness.saw }),
      clock,
      random: () => 0.5,
      statusChanged: () => undefined,
    });
    sender.start();
    // It may be killed at its first effect.
    program.recover();
  }

  return {
    name,
    journal,
    calls,
    line,
    guests,
    program: (): DeskProgram | null => program,
    runner: (): PaymentRunner | null => program?.runner ?? null,
    /** This PC's terminal. */
    terminal: (): Terminal => chosen,
    /** Somebody presses: what becomes of it belongs to this. Null: it charges nobody. */
    pressing(press: Pressing | null): void {
      // One press at a time: while one waits, another comes to nothing.
      if (program?.snapshot().starting == null) pressing = press;
    },
    start,
    kill,
    /** How many payments Willba has not heard the news of. */
    untold: (): number => outbox.outbox.waiting()?.length ?? 0,
    sendNow: (): void => sender?.sendNow(),
    /** The program stood still and runs again. */
    continued: (): void => void ranFrom.push(clock.elapsed()),
    ranSince: (moment: number): number => ranFrom.findLast((at) => at <= moment) ?? 0,
    /** Strikes at the effect so many steps from now. */
    armKill(inSteps: number): void {
      killAfter = steps + inSteps;
    },
    disarm(): void {
      killAfter = Number.POSITIVE_INFINITY;
    },
    refresh(paymentId: string): void {
      const answer = program?.runner.refresh(paymentId);
      if (answer?.ok !== true) return;
      const terminalId = journal.byId(paymentId)?.facts.terminalId ?? '';
      // The look of a person leaves in the same moment: it was counted as one that disturbs, so it is given back here.
      const last = calls.at(-1);
      if (last?.call === 'lookup' && last.terminalId === terminalId && last.at === clock.elapsed()) {
        calls[calls.length - 1] = { ...last, byPerson: true };
      }
    },
  };
}

export type DeskUnderTest = ReturnType<typeof createDesk>;

function evidenceOf(travelled: Travelled | null): WireEvidence {
  const nothing = { bodySha256: null, failureText: null };
  if (travelled?.kind !== 'answered')
    return { ...nothing, status: null, elapsedMs: 0, bodyBytes: 0, record: null, transport: 'ECONNRESET' };
  const { answer, elapsedMs } = travelled;
  const [record = null] = readWire(answer.body).records;
  return { ...nothing, status: answer.status, elapsedMs, bodyBytes: answer.body.length, record, transport: null };
}
