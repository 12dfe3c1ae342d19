import type { PosErrorCode } from '../../shared/errors.ts';
import type { CommandInput, CommandResult } from '../../shared/ipc/contract.ts';
import type { PaymentFacts } from '../payments/core/facts.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import { unclearBeside } from '../payments/rules/beside.ts';
import type { Day } from '../payments/rules/day.ts';
import { readCompleted } from '../payments/rules/rest.ts';
import type { Warnings } from '../payments/rules/warnings.ts';
import { warningsFor } from '../payments/rules/warnings.ts';
import type { NewPayments } from './new-payments.ts';
import { readManualRecord } from './persons-word.ts';

type Recorded = CommandResult<'recordManual'>;

/**
 * Records a card payment that went by without this program, where nobody may take it for a charge that is here already:
 * what was paid, or is unclear, under the same reference is asked about first.
 */
export function createManualRecords(parts: {
  readonly journal: PaymentJournal;
  readonly operator: () => string | null;
  /** ISO 8601 in UTC. */
  readonly wallTime: () => string;
  readonly today: () => Day;
  readonly isOurs: (payment: PaymentFacts) => boolean;
  readonly mayBeMissing: () => boolean;
  readonly payments: Pick<NewPayments, 'facts' | 'create'>;
  readonly fail: (code: PosErrorCode, warnings?: Warnings, unclearId?: string) => Recorded;
}) {
  const { journal, isOurs, payments, fail } = parts;

  return (input: CommandInput<'recordManual'>): Recorded => {
    const record = readManualRecord(input, parts.operator() ?? '', parts.wallTime());
    if (!record.ok) return fail(record.error);
    const { reference, row } = record.value;
    const { amountMinor, confirmed, completesId = null } = input;
    const completed = readCompleted({ completesId, amountMinor, reference }, journal, isOurs);
    if (!completed.ok) return fail(completed.error);
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
      parts.wallTime(),
      isOurs,
    );
    if (warnings.codes.length > 0) return fail('confirmation-needed', warnings, unclear?.payment.facts.id);
    // Where the desk goes on beside an unclear payment, the record names it: both may be one charge.
    const originalId = completed.value ?? unclear?.payment.facts.id ?? null;
    const facts = payments.facts({ kind: 'manual', amountMinor, reference, originalId });
    return payments.create(facts, input.attempt, () => journal.create(facts, input.attempt, row));
  };
}
