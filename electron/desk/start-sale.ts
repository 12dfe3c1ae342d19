import type { PosErrorCode, SaleWarningCode } from '../../shared/errors.ts';
import type { CommandInput, CommandResult } from '../../shared/ipc.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Terminal } from '../../shared/terminal.ts';
import { chargeOf } from '../payments/describe.ts';
import type { PaymentFacts } from '../payments/facts.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import type { PaymentRunner } from '../payments/runner.ts';
import { TIMES } from '../payments/times.ts';
import type { DirectoryWatch } from '../terminals/directory-watch.ts';
import { refundableMinor } from './refundable.ts';
import { warningsFor } from './sale-checks.ts';
import { isVoidable } from './voidable.ts';

type Started = CommandResult<'startSale'>;
type StartFailure = { readonly code: PosErrorCode; readonly warnings?: readonly SaleWarningCode[] };

/** What the desk asked for, as it is true at this moment. Asked again after each wait. */
type Wanted = Pick<PaymentFacts, 'amountMinor' | 'reference' | 'originalId'> & { readonly kind: 'sale' | 'refund' | 'void' };
type Form = Pick<CommandInput<'startSale'>, 'attempt' | 'confirmed'> & {
  /** Null: there is none, and nothing can be sent. */
  readonly terminalId: string | null;
  readonly wanted: () => Result<Wanted, PosErrorCode>;
};

/** From the form to a journalled payment. One form at a time: the second hit waits for the first, another form is told so. */
export function createSaleStart(parts: {
  readonly runner: PaymentRunner;
  readonly journal: PaymentJournal;
  readonly directory: DirectoryWatch;
  /** ISO 8601 in UTC. */
  readonly startOfToday: () => string;
  /** Monotonic milliseconds, counting the system's sleep. */
  readonly elapsed: () => number;
  /** The log-in is at hand, or known to be missing. Waited for before the look that comes before a sale, whose patience is short. */
  readonly ready: Promise<unknown>;
  readonly obstacle: () => PosErrorCode | null;
  readonly readReference: (text: string) => Result<string, PosErrorCode>;
  /** Whether a payment was made with the money of this desk: its currency, and real or a test's. */
  readonly isOurs: (payment: PaymentFacts) => boolean;
  readonly newFacts: (wanted: Wanted) => PaymentFacts;
  readonly create: (facts: PaymentFacts, attempt: string, begin: () => ReturnType<PaymentRunner['start']>) => Started;
  readonly fail: (code: PosErrorCode, warnings?: readonly SaleWarningCode[]) => Started;
}) {
  const { runner, journal, directory } = parts;
  let starting: { readonly attempt: string; readonly result: Promise<Started> } | null = null;

  function ready({ terminalId, wanted }: Form): Result<{ wanted: Wanted; terminal: Terminal }, PosErrorCode> {
    const inTheWay = parts.obstacle();
    if (inTheWay !== null) return failed(inTheWay);
    const asked = wanted();
    if (!asked.ok) return asked;
    const terminal = terminalId === null ? null : directory.find(terminalId);
    return terminal === null ? failed('terminal-missing') : ok({ wanted: asked.value, terminal });
  }

  /** What may be sent, after the look that must come before. */
  async function prepare(form: Form): Promise<Result<{ facts: PaymentFacts; active: boolean }, StartFailure>> {
    const pressedAt = parts.elapsed();
    await parts.ready;
    const before = ready(form);
    if (!before.ok) return failed({ code: before.error });
    const isVoid = before.value.wanted.kind === 'void';
    // A void looks for itself, right before it goes out.
    const { provenPaid } = isVoid ? { provenPaid: false } : await runner.lookBeforeSale(before.value.terminal.terminalId);
    // The lid was closed meanwhile: the guest may be gone, and nobody stands at this press any more.
    if (parts.elapsed() - pressedAt > TIMES.sendWithin) return failed({ code: 'press-too-old' });
    // Ten seconds may have passed: what was true before the look is asked again.
    const now = ready(form);
    if (!now.ok) return failed({ code: now.error });
    const { wanted, terminal } = now.value;
    const { terminalId, name: terminalName, pointOfSale, active } = terminal;
    const { kind } = wanted;
    const warnings =
      active && kind !== 'void'
        ? warningsFor({ ...wanted, kind, terminalId, confirmed: form.confirmed, provenPaid }, journal, parts.isOurs)
        : [];
    if (warnings.length > 0) return failed({ code: 'confirmation-needed', warnings });
    return ok({ facts: { ...parts.newFacts(wanted), terminalId, terminalName, pointOfSale }, active });
  }

  async function begin(form: Form): Promise<Started> {
    const prepared = await prepare(form);
    if (!prepared.ok) return parts.fail(prepared.error.code, prepared.error.warnings);
    const { facts, active } = prepared.value;
    return parts.create(facts, form.attempt, () => runner.start(facts, form.attempt, active ? null : 'inactive'));
  }

  async function start(form: Form): Promise<Started> {
    if (starting?.attempt === form.attempt) return starting.result;
    if (starting !== null) return parts.fail('desk-busy');
    const result = begin(form);
    starting = { attempt: form.attempt, result };
    return result.finally(() => {
      starting = null;
    });
  }

  return {
    isBusy: (): boolean => starting !== null,

    sale(input: CommandInput<'startSale'>): Promise<Started> {
      const wanted = (): Result<Wanted, PosErrorCode> => {
        const reference = parts.readReference(input.reference);
        return reference.ok
          ? ok({ kind: 'sale', amountMinor: input.amountMinor, reference: reference.value, originalId: null })
          : failed(reference.error);
      };
      return start({ ...input, wanted });
    },

    /** Never above what is left of the original: asked at the last moment, when the look before has told all it can. */
    refund(input: CommandInput<'startRefund'>): Promise<Started> {
      const wanted = (): Result<Wanted, PosErrorCode> => {
        const original = journal.byId(input.originalId);
        if (original === null) return failed('payment-unknown');
        if (!parts.isOurs(original.facts)) return failed('nets-host-mismatch');
        const left = refundableMinor(original, journal);
        if (left === 0) return failed('not-refundable');
        if (input.amountMinor > left) return failed('refund-too-large');
        const { reference, id: originalId } = original.facts;
        return ok({ kind: 'refund', amountMinor: input.amountMinor, reference, originalId });
      };
      return start({ ...input, wanted });
    },

    /** At the sale's own terminal, and the whole of what was charged: DELETE knows nothing smaller. */
    void(input: CommandInput<'startVoid'>): Promise<Started> {
      const wanted = (): Result<Wanted, PosErrorCode> => {
        const original = journal.byId(input.originalId);
        if (original === null) return failed('payment-unknown');
        if (!parts.isOurs(original.facts)) return failed('nets-host-mismatch');
        if (!isVoidable(original, journal, parts.startOfToday())) return failed('not-voidable');
        const { reference, id: originalId } = original.facts;
        return ok({ kind: 'void', amountMinor: chargeOf(original.facts, original.state).chargedMinor, reference, originalId });
      };
      const terminalId = journal.byId(input.originalId)?.facts.terminalId ?? null;
      return start({ attempt: input.attempt, confirmed: [], terminalId, wanted });
    },
  };
}
