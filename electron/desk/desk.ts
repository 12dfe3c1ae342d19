import type { PosErrorCode } from '../../shared/errors.ts';
import type { CommandResult, Desk } from '../../shared/ipc/contract.ts';
import { isPayable } from '../../shared/payable.ts';
import type { PaymentView } from '../../shared/payment.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Terminal } from '../../shared/terminal.ts';
import { besideOf } from '../payments/rules/beside.ts';
import { completedBy } from '../payments/rules/rest.ts';
import { isSameMoney } from '../payments/rules/same-money.ts';
import type { Warnings } from '../payments/rules/warnings.ts';
import { formerNameOf } from '../terminals/former-name.ts';
import type { DeskCommands } from './commands.ts';
import type { DeskParts, DeskSession } from './desk-parts.ts';
import { evidenceOf } from './evidence-view.ts';
import { createFollowing } from './following.ts';
import { cameToNothing, createForm } from './form.ts';
import { createNewPayments } from './new-payments.ts';
import { readMissing, readReferenceText, readSettlement } from './persons-word.ts';
import { isJournalProblem } from './ports.ts';
import { posError } from './pos-error.ts';
import { createPublication } from './publication.ts';
import { createManualRecords } from './record-manual.ts';
import { createSignatureCommands } from './signature-commands.ts';
import { createSaleStart } from './start-sale.ts';
import { createPaymentWindow } from './window.ts';

/**
 * The desk: who is at it, what is typed, which payment has the window. Holds everything that a reload of the window
 * must not lose, and turns a person's act into the core's.
 */
export function createDesk(parts: DeskParts) {
  const { runner, journal, directory, views, clock, ids, session } = parts;
  let operator = parts.settings().operators.find((name) => name === session?.operator) ?? null;
  const form = createForm(session?.draft ?? null, ids.formName, views.one, () => parts.settings().currency, parts.usualMethod);
  const window = createPaymentWindow(runner);

  /** A day's total adds up one currency and one kind of money; a row of another stays in the list and out of the sum. */
  const isOurs = (payment: Parameters<typeof isSameMoney>[0]): boolean => isSameMoney(payment, parts.settings());
  const dayChanged = (): void => publication.changed('today', 'desk', 'current');
  const following = createFollowing({ ...parts, memory: parts.lateApprovalMemory, counts: isOurs, dayChanged });
  const { today, late: lateApprovals } = following;

  const publication = createPublication(parts.revisions, parts.broke, {
    desk: readDesk,
    terminals: () => directory.view(),
    today: () => today.summary(),
    current: readCurrent,
  });

  function readDesk(): Desk {
    const problem = parts.obstacle();
    const { completesId } = form.draft();
    return {
      ...parts.settings(),
      operator,
      secretsForThisRunOnly: parts.secretsForThisRunOnly(),
      selling: { possible: problem === null, problem, openBy: parts.openBy },
      draft: form.draft(),
      draftFrom: form.origin(),
      completes: completesId === null ? null : completedBy(completesId, journal),
      currentPaymentId: window.currentId(),
      browsing: window.isBrowsing(),
      starting: sales.starting(),
      // Those that the desk left: the one in the window speaks for itself.
      ...following.leftBeside(window.currentId()),
      missingPayments: parts.missingPayments.current(),
      closing: parts.closing(),
    };
  }

  function readCurrent(): PaymentView | null {
    const currentId = window.currentId();
    return currentId === null ? null : views.one(currentId);
  }

  const fail = (code: PosErrorCode, warnings?: Warnings, unclearId?: string) => failed(posError(code, ids.errorRef(), warnings, unclearId));
  const outcomeOf = (result: Result<null, PosErrorCode>): CommandResult<'cancelPayment'> => (result.ok ? result : fail(result.error));

  function show(paymentId: string, toLook: boolean): void {
    window.show(paymentId, toLook);
    publication.changed('desk', 'current');
  }

  /** What stands in the way of any new payment row, by card or by hand. */
  function cannotRecord(): PosErrorCode | null {
    const { operators } = parts.settings();
    if (operators.length > 0 && operator === null) return 'operator-missing';
    return cannotWrite() ?? (window.isTaken() ? 'desk-busy' : null);
  }

  /** A person's word is taken only when it can be kept. */
  function cannotWrite(): PosErrorCode | null {
    const problem = parts.obstacle();
    if (isJournalProblem(problem)) return 'journal-unavailable';
    return problem === 'disk-full' || problem === 'answer-unwritten' || !parts.hasRoom() ? 'disk-full' : null;
  }

  function chosenTerminal(): Terminal | null {
    const kept = parts.terminalMemory.read();
    return kept === null ? null : (directory.find(kept.terminalId) ?? kept);
  }

  const payments = createNewPayments({
    settings: parts.settings,
    operator: () => operator,
    ids,
    fail,
    isGone: form.isGone,
    begun({ id, kind }) {
      // Before anybody hears of it: whoever reads the form from here on reads an empty one.
      if (kind === 'sale' || kind === 'manual') form.becamePayment();
      following.begun(id);
      publication.changed('today');
      show(id, false);
    },
  });

  const { alreadyBegun, isSeenMode } = payments;
  const mayBeMissing = (): boolean => parts.missingPayments.current() !== null;
  const recordByHand = createManualRecords({
    journal,
    operator: () => operator,
    wallTime: clock.wallTime,
    today: parts.today,
    isOurs,
    mayBeMissing,
    payments,
    fail,
  });

  const sales = createSaleStart({
    runner,
    journal,
    directory,
    chosen: chosenTerminal,
    formerName: (terminal) => formerNameOf(parts.terminalMemory.read(), terminal),
    nameSeen: (terminal) => void parts.terminalMemory.write(terminal),
    operator: () => operator,
    currency: () => parts.settings().currency,
    today: parts.today,
    elapsed: clock.elapsed,
    ready: parts.ready,
    obstacle: () => cannotRecord() ?? (parts.obstacle() === null ? null : 'not-configured'),
    readReference: readReferenceText,
    isOurs,
    mayBeMissing,
    wallTime: clock.wallTime,
    newFacts: payments.facts,
    create: payments.create,
    fail,
    changed: () => publication.changed('desk'),
  });

  const commands: DeskCommands = {
    snapshot: () => ok(publication.snapshot()),

    chooseOperator: ({ name }) => {
      if (!parts.settings().operators.includes(name)) return fail('invalid-request');
      operator = name;
      publication.changed('desk');
      return ok(null);
    },

    chooseTerminal: ({ terminalId }) => {
      const terminal = directory.find(terminalId);
      if (terminal === null) return fail('terminal-missing');
      if (!isPayable(terminal)) return fail('not-possible-now');
      if (!parts.terminalMemory.write(terminal)) return fail('journal-unavailable');
      sales.terminalChosen();
      publication.changed('terminals');
      return ok(null);
    },

    refreshTerminals: () => {
      void directory.refresh();
      return ok(null);
    },

    saveDraft: (typed) => {
      // Not published: the window that typed it has it already, and an echo would race with the next key.
      const { completesId } = form.draft();
      form.save(typed);
      // What a rest completes is known here alone.
      if (form.draft().completesId !== completesId) publication.changed('desk');
      return ok(null);
    },

    startSale: async (input) => alreadyBegun(input) ?? (isSeenMode(input.mode) ? sales.sale(input) : fail('not-possible-now')),
    startRefund: async (input) => alreadyBegun(input) ?? sales.refund(input),
    startVoid: async (input) => alreadyBegun(input) ?? sales.void(input),

    ...createSignatureCommands({ ...parts, operator: () => operator, cannotWrite, startVoid: sales.void, fail }),

    cancelPayment: ({ paymentId }) => outcomeOf(runner.cancel(paymentId)),
    refreshPayment: ({ paymentId }) => outcomeOf(runner.refresh(paymentId)),

    releasePayment: ({ paymentId }) => {
      const released = runner.release(paymentId);
      if (released.ok && window.currentId() === paymentId) {
        window.close();
        publication.changed('desk', 'current');
      }
      return outcomeOf(released);
    },

    closeOutcome: ({ paymentId, shown, keepDraft }) => {
      if (window.currentId() !== paymentId) return fail('payment-unknown');
      // Nobody closes what nobody has seen: it may have been proven paid a moment ago.
      if (window.isTaken() || readCurrent()?.state !== shown) return fail('not-possible-now');
      // What is only looked at is charged again by nobody, and what is typed beside it is another guest's.
      const back = keepDraft ? readCurrent() : null;
      if (back !== null && (window.isBrowsing() || !cameToNothing(back))) return fail('not-possible-now');
      lateApprovals.seen(paymentId);
      if (back !== null) form.takeBack(back);
      window.close();
      publication.changed('desk', 'current');
      return ok(null);
    },

    showPayment: ({ paymentId }) => {
      if (window.isTaken() || sales.isBusy()) return fail('desk-busy');
      if (views.one(paymentId) === null) return fail('payment-unknown');
      const before = readCurrent();
      // The guest whose payment came to nothing still wants to pay: nobody has pressed Uusi maksu.
      if (before !== null && !window.isBrowsing() && cameToNothing(before) && form.isEmpty()) form.takeBack(before);
      lateApprovals.seen(paymentId);
      show(paymentId, window.currentId() !== paymentId || window.isBrowsing());
      return ok(null);
    },

    recordManual: async (input) => {
      await parts.mayBegin;
      const begun = alreadyBegun(input);
      if (begun !== null) return begun;
      if (!isSeenMode(input.mode)) return fail('not-possible-now');
      const obstacle = sales.isBusy() ? 'desk-busy' : cannotRecord();
      if (obstacle !== null) return fail(obstacle);
      return recordByHand(input);
    },

    settlePayment: (input) => {
      const obstacle = cannotWrite();
      if (obstacle !== null) return fail(obstacle);
      const settlement = readSettlement(input, parts.settings().operators, clock.wallTime());
      if (!settlement.ok) return fail(settlement.error);
      return outcomeOf(runner.settle(input.paymentId, settlement.value));
    },

    missingPaymentsRead: (input) => {
      const read = readMissing(input, parts.missingPayments, parts.settings().operators);
      if (read.ok) publication.changed('desk');
      return outcomeOf(read);
    },

    showMoreToday: () => {
      today.showMore();
      publication.changed('today');
      return ok(null);
    },

    paymentEvidence: ({ paymentId }) => {
      const payment = journal.byId(paymentId);
      return payment === null ? fail('payment-unknown') : ok(evidenceOf(payment, journal.rows(paymentId), besideOf(payment, journal)));
    },
  };

  return {
    commands,
    subscribe: publication.subscribe,
    /** The settings, the terminals or what stands in the way changed. */
    changed: publication.changed,
    paymentChanged(paymentId: string): void {
      following.changed(paymentId);
      form.paymentChanged(paymentId);
      // Also where another payment has the window: what it is worth may hang on this one.
      publication.changed('today', 'desk', ...(window.currentId() === null ? [] : (['current'] as const)));
    },
    /** A charge came to light that the desk may not expect any more. In the window it speaks for itself until somebody closes it. */
    provenLate: lateApprovals.add,
    /** After a restart: what was open when the program went away has the window again, and what nobody has answered or heard of. */
    resume(): void {
      following.resume(session?.lateApprovals ?? []);
      const waiting = journal.open().findLast((payment) => payment.releasedAt === null)?.facts.id;
      const last = [waiting, session?.currentId, following.oldestSignature()].find((id) => id != null && views.one(id) !== null);
      // A signature that waits since before the restart is nobody's form: it is looked at.
      if (last != null) show(last, last === session?.currentId ? session.browsing : last !== waiting);
    },
    session: (): DeskSession => ({
      operator,
      draft: form.draft(),
      currentId: window.currentId(),
      browsing: window.isBrowsing(),
      lateApprovals: lateApprovals.ids(),
    }),
    /** A payment is about to begin: nothing of it may be on disk yet. */
    isStarting: sales.isBusy,
    /** The system woke up, perhaps on another day. */
    wake: following.wake,
    stop(): void {
      following.stop();
      publication.stop();
    },
  };
}
