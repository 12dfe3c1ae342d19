import type { PosErrorCode } from '../../shared/errors.ts';
import type { CommandInput, CommandResult } from '../../shared/ipc/contract.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { PaymentFacts } from '../payments/core/facts.ts';
import type { Clock, JournalRow, PaymentJournal } from '../payments/ports.ts';
import { unclearBeside } from '../payments/rules/beside.ts';
import type { Day } from '../payments/rules/day.ts';
import { readCompleted } from '../payments/rules/rest.ts';
import { warningsFor } from '../payments/rules/warnings.ts';
import type { Part } from '../program/part.ts';
import type { NewPayments } from './new-payments.ts';
import type { Obstacles } from './obstacles.ts';
import { readReferenceText, readSentence, receiptEvidence } from './persons-word.ts';
import type { Refuse } from './refusals.ts';

/** A card payment that was taken without this program: charged, by the word of the one who records it. `row` begins and ends it. */
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
  readonly operator: () => string | null;
  readonly clock: Pick<Clock, 'wallTime'>;
  readonly today: () => Day;
  readonly isOurs: (payment: PaymentFacts) => boolean;
  readonly mayBeMissing: () => boolean;
  readonly payments: NewPayments;
  readonly obstacles: Pick<Obstacles, 'toPayment'>;
  /** The journal is known to take a new payment, or known not to. */
  readonly mayBegin: Promise<unknown>;
  /** A press waits for the look before it: the form belongs to that. */
  readonly isStarting: () => boolean;
  readonly refuse: Refuse;
};

/**
 * Records a card payment that went by without this program, where nobody may take it for a charge that is here already:
 * what was paid, or is unclear, under the same reference is asked about first.
 */
function record(input: CommandInput<'recordManualEntry'>, parts: ManualEntryParts): CommandResult<'recordManualEntry'> {
  const { journal, isOurs, payments, refuse, clock } = parts;
  const entry = readManualEntry(input, parts.operator() ?? '', clock.wallTime());
  if (!entry.ok) return refuse(entry.error);
  const { reference, row } = entry.value;
  const { amountMinor, confirmed, completesId = null } = input;
  const completed = readCompleted({ completesId, amountMinor, reference }, journal, isOurs);
  if (!completed.ok) return refuse(completed.error);
  const unclear = unclearBeside({ reference, amountMinor }, journal, isOurs, parts.today());
  const warnings = warningsFor(
    {
      kind: 'manual',
      amountMinor,
      reference,
      originalId: completed.value,
      terminalId: null,
      sameSumUnclear: unclear?.by === 'sum',
      provenPaid: false,
      mayBeMissing: parts.mayBeMissing(),
      confirmed,
    },
    journal,
    clock.wallTime(),
    isOurs,
  );
  if (warnings.codes.length > 0) return refuse('confirmation-needed', warnings, unclear?.payment.facts.id);
  // Where the desk goes on beside an unclear payment, the record names it: both may be one charge.
  const originalId = completed.value ?? unclear?.payment.facts.id ?? null;
  const facts = payments.facts({ kind: 'manual', amountMinor, reference, originalId });
  return payments.create(facts, input.idempotencyKey, () => journal.create(facts, input.idempotencyKey, row));
}

export const manualEntryPart = (parts: ManualEntryParts) =>
  ({
    commands: {
      async recordManualEntry(input) {
        await parts.mayBegin;
        const begun = parts.payments.alreadyBegun(input);
        if (begun !== null) return begun;
        if (!parts.payments.isSeenMode(input.mode)) return parts.refuse('not-possible-now');
        const obstacle = parts.isStarting() ? 'desk-busy' : parts.obstacles.toPayment();
        return obstacle === null ? record(input, parts) : parts.refuse(obstacle);
      },
    },
  }) satisfies Part;
