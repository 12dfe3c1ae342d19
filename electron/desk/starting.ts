import type { CommandResult } from '../../shared/ipc/contract.ts';
import type { Starting } from '../../shared/ipc/sale.ts';
import type { PaymentFacts } from '../payments/core/facts.ts';
import type { PaymentRunner } from '../payments/runner/runner.ts';
import { judge, lookBefore, type PrepareParts, readWish, type StopReason, type Wish } from './prepare.ts';
import { isSameWish, type Press, type Pressed, type Wanted } from './press.ts';
import type { Refuse } from './refusals.ts';

export type Started = CommandResult<'startSale'>;

type StartParts = PrepareParts & {
  readonly currency: () => string;
  readonly newFacts: (wanted: Wanted) => PaymentFacts;
  readonly create: (facts: PaymentFacts, idempotencyKey: string, begin: () => ReturnType<PaymentRunner['start']>) => Started;
  readonly refuse: Refuse;
  /** Called when a press begins to wait and when it stops waiting. */
  readonly changed: () => void;
};

/** A press that waits for its lookup. */
type Waiting = {
  readonly form: Wish;
  readonly press: Pressed;
  readonly lookFor: Starting['lookFor'];
  readonly stop: (why: StopReason) => void;
  readonly result: Promise<Started>;
};

export type PaymentStart = ReturnType<typeof createStarting>;

/**
 * From a press to a payment in the journal. One at a time: a second press of the same form gets the result of the first, a press of another
 * form gets `desk-busy`.
 */
export function createStarting(parts: StartParts) {
  const questions = createQuestions(parts);
  let waiting: Waiting | null = null;
  /** How many charges have become known late in this run. */
  let proofs = 0;

  async function start(form: Wish): Promise<Started> {
    if (waiting?.form.idempotencyKey === form.idempotencyKey)
      return isSamePress(form, waiting.form) ? waiting.result : parts.refuse('form-changed');
    if (waiting !== null) return parts.refuse('desk-busy');
    if (!questions.mayAnswer(form)) return parts.refuse('form-changed');
    const { promise: stopped, resolve: stop } = Promise.withResolvers<StopReason>();
    const press = questions.pressOf(form);
    const isLooking = form.kind !== 'void' && press.terminal !== undefined;
    const lookFor = isLooking ? parts.runner.lookWanted(press.terminal.terminalId, press.wanted ?? null) : null;
    // What became known after the question was asked, or while this press waits, the operator does not know.
    const known = questions.proofsKnown(form) ?? proofs;
    const news = { provenSince: () => proofs > known, proofs: () => proofs };
    const result = begin(form, press, stopped, parts, questions, news);
    waiting = { form, press, lookFor, stop, result };
    parts.changed();
    return result.finally(() => {
      waiting = null;
      parts.changed();
    });
  }

  return {
    start,
    isBusy: (): boolean => waiting !== null,

    /** The program is being closed: a waiting press is not sent any more. */
    stop: (): void => waiting?.stop('desk-busy'),

    /** A charge became known after the desk had gone on: whoever answers a question that did not know it is asked again. */
    provenLate(): void {
      proofs += 1;
    },

    /** What the waiting press is about to send; null for none. The window needs it after a reload. */
    starting(): Starting | null {
      const { wanted, terminal } = waiting?.press ?? {};
      if (waiting === null || wanted === undefined || terminal === undefined) return null;
      const { kind, amountMinor } = wanted;
      return { kind, amountMinor, currency: parts.currency(), terminalName: terminal.name, lookFor: waiting.lookFor };
    },

    /** This PC has another terminal now. A waiting press was meant for the one before, so it is stopped at once. */
    terminalChosen(): void {
      if (waiting === null || waiting.form.kind === 'void') return;
      if (waiting.press.chosen?.terminalId !== parts.chosen()?.terminalId) waiting.stop('terminal-changed');
    },
  };
}

/** Whether a second press of the same form asks for the same as the first, so that it may share its result. Not if either cannot be read. */
function isSamePress(form: Wish, first: Wish): boolean {
  const before = first.wanted();
  const again = form.wanted();
  return before.ok && again.ok && isSameWish(before.value, again.value);
}

type Questions = ReturnType<typeof createQuestions>;

type Asked = { readonly idempotencyKey: string; readonly press: Press; readonly proofs: number };

/** The last question to the operator, and the press that it was about. An answer counts only for that press. */
function createQuestions(parts: PrepareParts) {
  let asked: Asked | null = null;
  const answered = (form: Wish): Asked | null =>
    form.confirmed.length > 0 && asked?.idempotencyKey === form.idempotencyKey ? asked : null;

  return {
    /** False if another operator was asked than the one who answers. */
    mayAnswer(form: Wish): boolean {
      const question = answered(form);
      return question === null || question.press.operator === parts.operator();
    },

    /** How many late charges were known when this was asked about; null if it was not. */
    proofsKnown: (form: Wish): number | null => answered(form)?.proofs ?? null,

    /** What the operator saw at this press. */
    pressOf(form: Wish): Pressed {
      const question = answered(form);
      if (question !== null) return question.press;
      const now = readWish(form, parts);
      const chosen = form.shown === undefined ? parts.chosen() : form.shown;
      return { ...(now.ok ? now.value : {}), chosen, operator: parts.operator() };
    },

    /** @param press null if nothing is asked: then no earlier answer counts any more */
    ask(idempotencyKey: string, press: Press | null, proofs: number): void {
      asked = press === null ? null : { idempotencyKey, press, proofs };
    },
  };
}

/** Charges that became known late. */
type News = { readonly provenSince: () => boolean; readonly proofs: () => number };

async function begin(
  form: Wish,
  pressed: Pressed,
  stopped: Promise<StopReason>,
  parts: StartParts,
  questions: Questions,
  news: News,
): Promise<Started> {
  const looked = await lookBefore(form, pressed, stopped, parts);
  if (!looked.ok) return parts.refuse(looked.error);
  const { press, now } = looked.value;
  const { warnings, isRenamed } = judge(form, { ...looked.value, provenSince: news.provenSince() }, parts);
  const mustAsk = warnings.codes.length > 0;
  questions.ask(form.idempotencyKey, mustAsk ? press : null, news.proofs());
  if (mustAsk) return parts.refuse('confirmation-needed', warnings);
  if (isRenamed) parts.nameSeen(now.terminal);
  const { terminalId, name: terminalName, pointOfSale, active } = now.terminal;
  // The payment belongs to the operator who pressed, also if another one is at the desk now.
  const facts = { ...parts.newFacts(now.wanted), operator: press.operator, terminalId, terminalName, pointOfSale };
  return parts.create(facts, form.idempotencyKey, () => parts.runner.start(facts, form.idempotencyKey, active ? null : 'inactive'));
}
