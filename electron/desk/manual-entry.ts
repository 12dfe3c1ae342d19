import type { PosErrorCode } from '../../shared/errors.ts';
import type { CommandInput, CommandResult } from '../../shared/ipc/contract.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { PaymentFacts } from '../payments/core/facts.ts';
import { moneyMoved } from '../payments/core/worth.ts';
import type { Clock, JournalRow, PaymentJournal } from '../payments/ports.ts';
import { unclearBeside } from '../payments/rules/beside.ts';
import type { Day } from '../payments/rules/day.ts';
import { chargedElsewhere } from '../payments/rules/elsewhere.ts';
import { readCompleted } from '../payments/rules/rest.ts';
import type { SeenPayment } from '../payments/rules/shared-payment.ts';
import { warningsFor } from '../payments/rules/warnings.ts';
import type { Part } from '../program/part.ts';
import type { AskedFor } from './asked-for.ts';
import type { NewPayments } from './new-payments.ts';
import type { Obstacles } from './obstacles.ts';
import { readReferenceText, readSentence, receiptEvidence } from './persons-word.ts';
import type { OtherDesks } from './ports.ts';
import type { Refuse } from './refusals.ts';

/**
 * A card payment that was taken without this program. It counts as charged, because the operator says so. A single journal row, `row`,
 * begins and ends it. Fails with `card-number-in-text`, or with `invalid-request` for another text that cannot be stored.
 */
function readManualEntry(
  input: CommandInput<'recordManualEntry'>,
  by: string,
  at: string,
): Result<{ readonly reference: string; readonly row: JournalRow }, PosErrorCode> {
  const reference = readReferenceText(input.reference);
  if (!reference.ok) return reference;
  const receipt = readSentence(input.receipt);
  if (!receipt.ok) return receipt;
  const reason = readSentence(input.reason);
  if (!reason.ok) return reason;
  const settlement = { charged: true, by, reason: reason.value, evidence: receiptEvidence(receipt.value, input.lastFour), at };
  const state = { name: 'settled-by-person', settlement, approval: null } as const;
  return ok({ reference: reference.value, row: { at, event: { type: 'settled', settlement }, state, evidence: null } });
}

type ManualEntryParts = {
  readonly journal: PaymentJournal;
  readonly otherDesks: Pick<OtherDesks, 'withReference'>;
  readonly operator: () => string | null;
  readonly clock: Pick<Clock, 'wallTime'>;
  readonly today: () => Day;
  readonly isOurs: (payment: Pick<PaymentFacts, 'currency' | 'environment'>) => boolean;
  readonly mayBeMissing: () => boolean;
  readonly payments: NewPayments;
  readonly askedFor: AskedFor;
  readonly obstacles: Pick<Obstacles, 'toPayment'>;
  /** Settles when it is known whether the journal can take a new payment. */
  readonly mayBegin: Promise<unknown>;
  /** A press waits for its lookup: the form will become that payment. */
  readonly isStarting: () => boolean;
  readonly refuse: Refuse;
};

/**
 * Records a card payment that was taken without this program. It may be a charge that is already in the journal, and would then be counted
 * twice, so paid and unclear payments that match it must be confirmed first.
 */
function record(
  input: CommandInput<'recordManualEntry'>,
  seen: readonly SeenPayment[],
  parts: ManualEntryParts,
  question: Question,
): CommandResult<'recordManualEntry'> {
  const { journal, isOurs, payments, refuse, clock } = parts;
  const entry = readManualEntry(input, parts.operator() ?? '', clock.wallTime());
  if (!entry.ok) return refuse(entry.error);
  const { reference, row } = entry.value;
  const { amountMinor, confirmed, completesId = null } = input;
  const completed = readCompleted({ completesId, amountMinor, reference }, journal, isOurs);
  if (!completed.ok) return refuse(completed.error);
  const asked = parts.askedFor(input.idempotencyKey, { amountMinor, reference, originalId: completed.value });
  if (!asked.ok) return refuse(asked.error);
  const unclear = unclearBeside({ reference, amountMinor }, journal, isOurs, parts.today());
  const proven = question.provenSince(input.idempotencyKey);
  const warnings = warningsFor(
    {
      kind: 'manual',
      amountMinor,
      reference,
      originalId: completed.value,
      terminalId: null,
      sameSumUnclear: unclear?.by === 'sum',
      provenPaid: proven !== null,
      elsewhere: chargedElsewhere(reference, seen, clock.wallTime(), isOurs),
      mayBeMissing: parts.mayBeMissing(),
      confirmed,
    },
    journal,
    clock.wallTime(),
    isOurs,
  );
  if (warnings.codes.length > 0) {
    question.ask(input.idempotencyKey, unclear?.payment.facts.id ?? proven);
    return refuse('confirmation-needed', warnings, unclear?.payment.facts.id);
  }
  // Confirmed although an unclear payment matches, or one that was unclear when it was asked about: the manual entry names it, because both
  // may be the same charge.
  const originalId = completed.value ?? unclear?.payment.facts.id ?? proven;
  const facts = payments.facts({ kind: 'manual', amountMinor, reference, originalId, ...asked.value });
  return payments.create(facts, input.idempotencyKey, () => journal.create(facts, input.idempotencyKey, row));
}

type Question = ReturnType<typeof createQuestion>;

/** The unclear payment that the last question was about. It may be proven paid before somebody answers, and the answer does not know that. */
function createQuestion({ journal }: Pick<ManualEntryParts, 'journal'>) {
  let asked: { readonly idempotencyKey: string; readonly unclearId: string | null } | null = null;
  return {
    ask(idempotencyKey: string, unclearId: string | null): void {
      asked = { idempotencyKey, unclearId };
    },
    /** The id of that payment, if it is known to be paid now. */
    provenSince(idempotencyKey: string): string | null {
      const unclear = asked?.idempotencyKey === idempotencyKey && asked.unclearId !== null ? journal.byId(asked.unclearId) : null;
      return unclear !== null && moneyMoved(unclear.state) === 'yes' ? unclear.facts.id : null;
    },
  };
}

/** Why nothing is recorded, or what this form has become already; null to go on. */
function stopped(input: CommandInput<'recordManualEntry'>, parts: ManualEntryParts): CommandResult<'recordManualEntry'> | null {
  const begun = parts.payments.alreadyBegun(input);
  if (begun !== null) return begun;
  if (!parts.payments.isSeenMode(input.mode)) return parts.refuse('not-possible-now');
  const obstacle = parts.isStarting() ? 'desk-busy' : parts.obstacles.toPayment();
  return obstacle === null ? null : parts.refuse(obstacle);
}

export function manualEntryPart(parts: ManualEntryParts) {
  const question = createQuestion(parts);
  return {
    commands: {
      async recordManualEntry(input) {
        await parts.mayBegin;
        const before = stopped(input, parts);
        if (before !== null) return before;
        const by = parts.operator();
        const reference = readReferenceText(input.reference);
        const isAsked = reference.ok && !input.confirmed.includes('same-reference-elsewhere');
        const seen = isAsked ? await parts.otherDesks.withReference(reference.value) : [];
        // Again, because things change while the other desks are asked.
        // It is the word of who pressed.
        return stopped(input, parts) ?? (parts.operator() === by ? record(input, seen, parts, question) : parts.refuse('form-changed'));
      },
    },
  } satisfies Part;
}
