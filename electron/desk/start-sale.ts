import type { PosErrorCode, SaleWarningCode } from '../../shared/errors.ts';
import type { CommandInput, CommandResult } from '../../shared/ipc.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { PaymentFacts } from '../payments/facts.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import type { PaymentRunner } from '../payments/runner.ts';
import type { DirectoryWatch } from '../terminals/directory-watch.ts';
import { warningsFor } from './sale-checks.ts';

type SaleInput = CommandInput<'startSale'>;
export type SaleFailure = { readonly code: PosErrorCode; readonly warnings?: readonly SaleWarningCode[] };

/** From the form to a journalled payment. One form at a time: the second hit waits for the first, another form is told so. */
export function createSaleStart(parts: {
  readonly runner: PaymentRunner;
  readonly journal: PaymentJournal;
  readonly directory: DirectoryWatch;
  readonly obstacle: () => PosErrorCode | null;
  readonly readReference: (text: string) => Result<string, PosErrorCode>;
  readonly newFacts: (kind: PaymentFacts['kind'], amountMinor: number, reference: string) => PaymentFacts;
  readonly create: (facts: PaymentFacts, attempt: string, begin: () => ReturnType<PaymentRunner['start']>) => CommandResult<'startSale'>;
  readonly fail: (code: PosErrorCode, warnings?: readonly SaleWarningCode[]) => CommandResult<'startSale'>;
}) {
  const { runner, journal, directory, obstacle } = parts;
  let starting: { readonly attempt: string; readonly result: Promise<CommandResult<'startSale'>> } | null = null;

  /** What may be sent, after the look that must come before. */
  async function prepare(input: SaleInput): Promise<Result<{ facts: PaymentFacts; active: boolean }, SaleFailure>> {
    const inTheWay = obstacle();
    if (inTheWay !== null) return failed({ code: inTheWay });
    const reference = parts.readReference(input.reference);
    if (!reference.ok) return failed({ code: reference.error });
    const terminal = directory.find(input.terminalId);
    if (terminal === null) return failed({ code: 'terminal-missing' });
    const { provenPaid } = await runner.lookBeforeSale(terminal.terminalId);
    // Ten seconds may have passed: what was true before the look is asked again.
    const nowInTheWay = obstacle() ?? (directory.find(terminal.terminalId) === null ? 'terminal-missing' : null);
    if (nowInTheWay !== null) return failed({ code: nowInTheWay });
    const warnings = terminal.active ? warningsFor({ ...input, reference: reference.value, provenPaid }, journal) : [];
    if (warnings.length > 0) return failed({ code: 'confirmation-needed', warnings });
    const { terminalId, name: terminalName, pointOfSale, active } = terminal;
    return ok({ facts: { ...parts.newFacts('sale', input.amountMinor, reference.value), terminalId, terminalName, pointOfSale }, active });
  }

  async function start(input: SaleInput): Promise<CommandResult<'startSale'>> {
    const prepared = await prepare(input);
    if (!prepared.ok) return parts.fail(prepared.error.code, prepared.error.warnings);
    const { facts, active } = prepared.value;
    return parts.create(facts, input.attempt, () => runner.start(facts, input.attempt, active ? null : 'inactive'));
  }

  return {
    isBusy: (): boolean => starting !== null,
    async start(input: SaleInput): Promise<CommandResult<'startSale'>> {
      if (starting?.attempt === input.attempt) return starting.result;
      if (starting !== null) return parts.fail('desk-busy');
      const result = start(input);
      starting = { attempt: input.attempt, result };
      return result.finally(() => {
        starting = null;
      });
    },
  };
}
