import type { CommandResult } from '../../shared/ipc/contract.ts';
import type { Starting } from '../../shared/ipc/sale.ts';
import type { PaymentFacts } from '../payments/core/facts.ts';
import type { PaymentRunner } from '../payments/runner/runner.ts';
import { judge, lookBefore, type PrepareParts, readWish, STOPPED, type Wish } from './prepare.ts';
import { isSameWish, type Press, type Wanted } from './press.ts';
import type { Refuse } from './refusals.ts';

export type Started = CommandResult<'startSale'>;

type StartParts = PrepareParts & {
  readonly currency: () => string;
  readonly newFacts: (wanted: Wanted) => PaymentFacts;
  readonly create: (facts: PaymentFacts, idempotencyKey: string, begin: () => ReturnType<PaymentRunner['start']>) => Started;
  readonly refuse: Refuse;
  /** A press began to wait, or waits no longer. */
  readonly changed: () => void;
};

/** A press that waits for the look before it. `press` null: what it means is known once the log-in is there. */
type Waiting = {
  readonly idempotencyKey: string;
  readonly press: Press | null;
  readonly lookFor: Starting['lookFor'];
  readonly stop: () => void;
  readonly result: Promise<Started>;
};

export type PaymentStart = ReturnType<typeof createStarting>;

/** From the form to a journalled payment. One form at a time: the second hit waits for the first, another form is told so. */
export function createStarting(parts: StartParts) {
  const questions = createQuestions(parts);
  let waiting: Waiting | null = null;

  async function start(form: Wish): Promise<Started> {
    if (waiting?.idempotencyKey === form.idempotencyKey)
      return isSamePress(form, waiting.press, parts) ? waiting.result : parts.refuse('form-changed');
    if (waiting !== null) return parts.refuse('desk-busy');
    if (!questions.mayAnswer(form)) return parts.refuse('form-changed');
    const { promise: stopped, resolve } = Promise.withResolvers<typeof STOPPED>();
    const press = questions.pressOf(form);
    const isVoid = press === null || press.wanted.kind === 'void';
    const lookFor = isVoid ? null : parts.runner.lookWanted(press.terminal.terminalId);
    const result = begin(form, press, stopped, parts, questions);
    waiting = { idempotencyKey: form.idempotencyKey, press, lookFor, stop: () => resolve(STOPPED), result };
    parts.changed();
    return result.finally(() => {
      waiting = null;
      parts.changed();
    });
  }

  return {
    start,
    isBusy: (): boolean => waiting !== null,

    /** What a press is about to send, for a window that may not have pressed it itself. */
    starting(): Starting | null {
      const press = waiting?.press ?? null;
      if (waiting === null || press === null) return null;
      const { kind, amountMinor } = press.wanted;
      return { kind, amountMinor, currency: parts.currency(), terminalName: press.terminal.name, lookFor: waiting.lookFor };
    },

    /** This PC has another terminal now: a press that still waits was meant for the one before, and is stopped at once. */
    terminalChosen(): void {
      const press = waiting?.press ?? null;
      if (press !== null && press.wanted.kind !== 'void' && press.chosen?.terminalId !== parts.chosen()?.terminalId) waiting?.stop();
    },
  };
}

/** The same form pressed again means the same; where it asks for something else, the press before does not stand for it. */
function isSamePress(form: Wish, press: Press | null, parts: PrepareParts): boolean {
  const again = readWish(form, parts);
  return press === null || !again.ok || isSameWish(again.value.wanted, press.wanted);
}

type Questions = ReturnType<typeof createQuestions>;

/** The last question, and what it named: an answer counts for that alone. */
function createQuestions(parts: PrepareParts) {
  let asked: { readonly idempotencyKey: string; readonly press: Press } | null = null;
  const answered = (form: Wish): Press | null =>
    form.confirmed.length > 0 && asked?.idempotencyKey === form.idempotencyKey ? asked.press : null;

  return {
    /** False: somebody else is at the desk now, who was not asked. */
    mayAnswer(form: Wish): boolean {
      const press = answered(form);
      return press === null || press.operator === parts.operator();
    },

    /** What the person saw who presses now. Null where that cannot be told yet: then it is what the wait for the log-in brings. */
    pressOf(form: Wish): Press | null {
      const question = answered(form);
      if (question !== null) return question;
      const now = readWish(form, parts);
      if (!now.ok) return null;
      return form.shown === undefined ? now.value : { ...now.value, chosen: form.shown };
    },

    /** @param press null: nothing is asked, and no earlier answer counts any more */
    ask(idempotencyKey: string, press: Press | null): void {
      asked = press === null ? null : { idempotencyKey, press };
    },
  };
}

async function begin(
  form: Wish,
  pressed: Press | null,
  stopped: Promise<typeof STOPPED>,
  parts: StartParts,
  questions: Questions,
): Promise<Started> {
  const looked = await lookBefore(form, pressed, stopped, parts);
  if (!looked.ok) return parts.refuse(looked.error);
  const { press, now } = looked.value;
  const { warnings, isRenamed } = judge(form, looked.value, parts);
  const mustAsk = warnings.codes.length > 0;
  questions.ask(form.idempotencyKey, mustAsk ? press : null);
  if (mustAsk) return parts.refuse('confirmation-needed', warnings);
  if (isRenamed) parts.nameSeen(now.terminal);
  const { terminalId, name: terminalName, pointOfSale, active } = now.terminal;
  // Who pressed took the payment, also where somebody else has come to the desk since.
  const facts = { ...parts.newFacts(now.wanted), operator: press.operator, terminalId, terminalName, pointOfSale };
  return parts.create(facts, form.idempotencyKey, () => parts.runner.start(facts, form.idempotencyKey, active ? null : 'inactive'));
}
