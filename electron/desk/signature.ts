import type { PosErrorCode } from '../../shared/errors.ts';
import type { CommandInput, CommandResult } from '../../shared/ipc/contract.ts';
import type { DeskSettings } from '../../shared/ipc/desk.ts';
import { ok } from '../../shared/result.ts';
import { chargeOf } from '../payments/core/worth.ts';
import type { Clock, JournalledPayment, PaymentJournal } from '../payments/ports.ts';
import { isReversedInFull, reversedMinor } from '../payments/rules/reversed.ts';
import { mayBeReversing } from '../payments/rules/voidable.ts';
import type { PaymentRunner } from '../payments/runner/runner.ts';
import type { Part } from '../program/part.ts';
import type { Obstacles } from './obstacles.ts';
import { readWord } from './persons-word.ts';
import { answerOf, type Refuse } from './refusals.ts';

/** The operator accepts or refuses the guest's signature. The card is already charged in both cases; a refusal begins a void. */
export function signaturePart(parts: {
  readonly runner: Pick<PaymentRunner, 'judgeSignature' | 'letStand'>;
  readonly journal: Pick<PaymentJournal, 'byId' | 'byOriginal'>;
  readonly operator: () => string | null;
  readonly settings: () => Pick<DeskSettings, 'operators'>;
  readonly clock: Pick<Clock, 'wallTime'>;
  readonly obstacles: Pick<Obstacles, 'toWriting'>;
  readonly startVoid: (input: CommandInput<'startVoid'>) => Promise<CommandResult<'startVoid'>>;
  readonly refuse: Refuse;
}) {
  const { runner, journal, refuse } = parts;

  /** A payment cannot be let stand if its money was given back, or may be on its way back. */
  function obstacle(sale: JournalledPayment | null): PosErrorCode | null {
    if (sale === null) return 'payment-unknown';
    const { chargedMinor } = chargeOf(sale.facts, sale.state);
    const gone = isReversedInFull({ chargedMinor, reversedMinor: reversedMinor(sale, journal) });
    return gone || mayBeReversing(sale, journal) ? 'not-possible-now' : null;
  }

  return {
    commands: {
      judgeSignature: async ({ paymentId, accepted }) => {
        const judged = runner.judgeSignature(paymentId, accepted, parts.operator() ?? '');
        if (!judged.ok) return refuse(judged.error);
        // One idempotency key for each signature, so that its void cannot begin twice.
        const begun = accepted ? null : await parts.startVoid({ idempotencyKey: `signature-${paymentId}`, originalId: paymentId });
        return begun === null || begun.ok ? ok(null) : begun;
      },

      letSignatureStand: (input) => {
        const inTheWay = parts.obstacles.toWriting() ?? obstacle(journal.byId(input.paymentId));
        if (inTheWay !== null) return refuse(inTheWay);
        const word = readWord(input, parts.settings().operators);
        if (!word.ok) return refuse(word.error);
        return answerOf(runner.letStand(input.paymentId, { ...word.value, at: parts.clock.wallTime() }), refuse);
      },
    },
  } satisfies Part;
}
