import type { PosErrorCode } from '../../shared/errors.ts';
import type { CommandInput } from '../../shared/ipc/contract.ts';
import type { DeskSettings } from '../../shared/ipc/desk.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Settlement } from '../payments/core/state.ts';
import type { Clock } from '../payments/ports.ts';
import type { PaymentRunner } from '../payments/runner/runner.ts';
import type { Part } from '../program/part.ts';
import type { Obstacles } from './obstacles.ts';
import { readSentence, readWord, receiptEvidence } from './persons-word.ts';
import { answerOf, type Refuse } from './refusals.ts';

/**
 * A named person decides a payment that nothing can prove. A name and a reason are required, and for "charged" the receipt number and the
 * card's last four digits: without these nobody could check it later.
 */
function readSettlement(input: CommandInput<'settlePayment'>, operators: readonly string[], at: string): Result<Settlement, PosErrorCode> {
  const word = readWord(input, operators);
  if (!word.ok) return word;
  const settlement = { ...word.value, at };
  if (!input.verdict.charged) return ok({ ...settlement, charged: false, evidence: '' });
  const receipt = readSentence(input.verdict.receipt);
  if (!receipt.ok) return receipt;
  return ok({ ...settlement, charged: true, evidence: receiptEvidence(receipt.value, input.verdict.lastFour) });
}

export const settlingPart = (parts: {
  readonly runner: Pick<PaymentRunner, 'settle'>;
  readonly settings: () => Pick<DeskSettings, 'operators'>;
  readonly clock: Pick<Clock, 'wallTime'>;
  readonly obstacles: Pick<Obstacles, 'toWriting'>;
  readonly refuse: Refuse;
}) =>
  ({
    commands: {
      settlePayment(input) {
        const obstacle = parts.obstacles.toWriting();
        if (obstacle !== null) return parts.refuse(obstacle);
        const settlement = readSettlement(input, parts.settings().operators, parts.clock.wallTime());
        if (!settlement.ok) return parts.refuse(settlement.error);
        return answerOf(parts.runner.settle(input.paymentId, settlement.value), parts.refuse);
      },
    },
  }) satisfies Part;
