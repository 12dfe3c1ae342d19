import type { PosErrorCode } from '../../shared/errors.ts';
import type { CommandInput, CommandResult, DeskSettings } from '../../shared/ipc/contract.ts';
import { ok, type Result } from '../../shared/result.ts';
import { chargeOf } from '../payments/core/worth.ts';
import type { Clock, JournalledPayment, PaymentJournal } from '../payments/ports.ts';
import { givenBackMinor, hasGoneBack } from '../payments/rules/given-back.ts';
import { mayBeGoingBack } from '../payments/rules/voidable.ts';
import type { PaymentRunner } from '../payments/runner/runner.ts';
import type { DeskCommands } from './commands.ts';
import { readWord } from './persons-word.ts';

type Answer = CommandResult<'judgeSignature'>;

/** The guest signed, and a person says what the signature is worth. The money has moved in each case. */
export function createSignatureCommands(parts: {
  readonly runner: Pick<PaymentRunner, 'judgeSignature' | 'letStand'>;
  readonly journal: Pick<PaymentJournal, 'byId' | 'byOriginal'>;
  readonly operator: () => string | null;
  readonly settings: () => Pick<DeskSettings, 'operators'>;
  readonly clock: Pick<Clock, 'wallTime'>;
  /** A person's word is taken only when it can be kept. */
  readonly cannotWrite: () => PosErrorCode | null;
  readonly startVoid: (input: CommandInput<'startVoid'>) => Promise<CommandResult<'startVoid'>>;
  readonly fail: (code: PosErrorCode) => Extract<Answer, { readonly ok: false }>;
}): Pick<DeskCommands, 'judgeSignature' | 'letSignatureStand'> {
  const { runner, journal, fail } = parts;

  /** Where its money went back, or is on its way, there is nothing that could stand. */
  function obstacle(sale: JournalledPayment | null): PosErrorCode | null {
    if (sale === null) return 'payment-unknown';
    const { chargedMinor } = chargeOf(sale.facts, sale.state);
    const gone = hasGoneBack({ chargedMinor, givenBackMinor: givenBackMinor(sale, journal) });
    return gone || mayBeGoingBack(sale, journal) ? 'not-possible-now' : null;
  }

  const outcomeOf = (result: Result<null, PosErrorCode>): Answer => (result.ok ? result : fail(result.error));

  return {
    judgeSignature: async ({ paymentId, accepted }) => {
      const judged = runner.judgeSignature(paymentId, accepted, parts.operator() ?? '');
      if (!judged.ok) return fail(judged.error);
      // One attempt a signature, so that the void cannot begin twice however the answer got here.
      const begun = accepted ? null : await parts.startVoid({ attempt: `signature-${paymentId}`, originalId: paymentId });
      return begun === null || begun.ok ? ok(null) : begun;
    },

    letSignatureStand: (input) => {
      const inTheWay = parts.cannotWrite() ?? obstacle(journal.byId(input.paymentId));
      if (inTheWay !== null) return fail(inTheWay);
      const word = readWord(input, parts.settings().operators);
      if (!word.ok) return fail(word.error);
      return outcomeOf(runner.letStand(input.paymentId, { ...word.value, at: parts.clock.wallTime() }));
    },
  };
}
