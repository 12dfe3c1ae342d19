import type { DeskSettings } from '../../shared/ipc/desk.ts';
import type { Draft } from '../../shared/ipc/form.ts';
import type { PaymentFacts } from '../payments/core/facts.ts';
import type { Clock, PaymentJournal } from '../payments/ports.ts';
import type { Day } from '../payments/rules/day.ts';
import { isSameMoney } from '../payments/rules/same-money.ts';
import type { PaymentRunner } from '../payments/runner/runner.ts';
import { joinParts } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';
import type { DirectoryWatch } from '../terminals/directory-watch.ts';
import { formerNameOf } from '../terminals/former-name.ts';
import { currentPaymentPart, show } from './current-payment.ts';
import type { DeskSession } from './desk-session.ts';
import { evidencePart } from './evidence.ts';
import { createFollowing, followingPart } from './following.ts';
import { createForm, formPart } from './form.ts';
import { manualEntryPart } from './manual-entry.ts';
import { missingPaymentsPart } from './missing-payments.ts';
import { createNewPayments } from './new-payments.ts';
import { createObstacles } from './obstacles.ts';
import { createOperator, operatorPart } from './operator.ts';
import type { PaymentViews } from './payment-views.ts';
import { createPaymentWindow } from './payment-window.ts';
import type { LateApprovalMemory, MissingPaymentsNotice, RandomIds, SellingObstacle, TerminalMemory } from './ports.ts';
import { refundPart } from './refund.ts';
import { createRefuse } from './refusals.ts';
import { salePart } from './sale.ts';
import { sellingPart } from './selling.ts';
import { settlingPart } from './settling.ts';
import { signaturePart } from './signature.ts';
import { createStarting } from './starting.ts';
import { chosenTerminal, terminalsPart } from './terminal-choice.ts';
import { startVoid, voidPart } from './void.ts';

export type DeskParts = {
  readonly settings: () => DeskSettings;
  readonly obstacle: () => SellingObstacle;
  /** What an empty form begins with. */
  readonly usualMethod: () => Draft['method'];
  /** What must have happened before a sale can be sent. */
  readonly ready: Promise<unknown>;
  /** The journal is known to take a new payment, or known not to. */
  readonly mayBegin: Promise<unknown>;
  /** Whose account has the program open, where that is the problem and the name is known. */
  readonly openBy: string | null;
  readonly secretsForThisRunOnly: () => boolean;
  /** Keeps this PC's place. @returns false where another account works with the settings as it read them. */
  readonly choosePointOfSale: (name: string | null) => boolean;
  readonly runner: PaymentRunner;
  readonly journal: PaymentJournal;
  readonly directory: DirectoryWatch;
  readonly terminalMemory: TerminalMemory;
  readonly lateApprovalMemory: LateApprovalMemory;
  readonly missingPayments: MissingPaymentsNotice;
  readonly views: PaymentViews;
  readonly clock: Clock;
  readonly ids: RandomIds;
  /** Whether the disk has room for a sale's rows; asked before each. */
  readonly hasRoom: () => boolean;
  readonly today: () => Day;
  /** What was at the desk before the world was opened anew; null at a start. */
  readonly session: DeskSession | null;
  readonly changed: Changed;
};

export type Desk = ReturnType<typeof createDesk>;

/**
 * The desk: who is at it, what is typed, which payment has the window. Holds everything that a reload of the window must not lose,
 * and turns a person's act into the core's. Each act stands in the file of its subject; here they are given what they share.
 */
export function createDesk(given: DeskParts) {
  const held = holdDesk(given);
  const { operator, form, window, following } = held;
  const starting = createStart(given, held);
  return {
    part: deskPart(given, held, starting),
    /** A charge came to light that the desk may not expect any more. In the window it speaks for itself until somebody closes it. */
    provenLate: following.late.add,
    session: (): DeskSession => ({
      operator: operator.current(),
      draft: form.draft(),
      currentId: window.currentId(),
      browsing: window.isBrowsing(),
      lateApprovals: following.late.ids(),
    }),
    /** A payment is about to begin: nothing of it may be on disk yet. */
    isStarting: starting.isBusy,
  };
}

type Held = ReturnType<typeof holdDesk>;

/** What several acts of the desk share. */
function holdDesk(given: DeskParts) {
  const { settings, runner, journal, views, clock, ids, session, changed, missingPayments } = given;
  /** A day's total adds up one currency and one kind of money; a row of another stays in the list and out of the sum. */
  const isOurs = (payment: Pick<PaymentFacts, 'currency' | 'environment'>): boolean => isSameMoney(payment, settings());
  const operator = createOperator(settings().operators, session?.operator ?? null);
  const form = createForm(session?.draft ?? null, ids.formName, views.one, () => settings().currency, given.usualMethod);
  const window = createPaymentWindow(runner);
  const dayChanged = (): void => changed('today', 'attention', 'current');
  const following = createFollowing({
    views,
    journal,
    clock,
    today: given.today,
    memory: given.lateApprovalMemory,
    counts: isOurs,
    dayChanged,
  });
  const refuse = createRefuse(ids);
  const payments = createNewPayments({
    settings,
    operator: operator.current,
    ids,
    refuse,
    isGone: form.isGone,
    begun({ id, kind }) {
      // Before anybody hears of it: whoever reads the form from here on reads an empty one.
      if (kind === 'sale' || kind === 'manual') form.becamePayment();
      following.begun(id);
      changed('today');
      show({ window, changed }, id, false);
    },
  });
  return {
    ...{ isOurs, operator, form, window, following, refuse, payments },
    obstacles: createObstacles({ settings, operator: operator.current, selling: given.obstacle, hasRoom: given.hasRoom, window }),
    mayBeMissing: (): boolean => missingPayments.current() !== null,
  };
}

function createStart(given: DeskParts, { isOurs, operator, obstacles, payments, mayBeMissing, refuse }: Held) {
  const { runner, journal, directory, terminalMemory, clock, settings, changed } = given;
  return createStarting({
    ...{ runner, journal, directory, isOurs, mayBeMissing, refuse },
    chosen: () => chosenTerminal(terminalMemory, directory),
    formerName: (terminal) => formerNameOf(terminalMemory.read(), terminal),
    nameSeen: (terminal) => void terminalMemory.write(terminal),
    operator: operator.current,
    currency: () => settings().currency,
    elapsed: clock.elapsed,
    wallTime: clock.wallTime,
    ready: given.ready,
    obstacle: obstacles.toCharge,
    newFacts: payments.facts,
    create: payments.create,
    changed: () => changed('starting'),
  });
}

function deskPart(given: DeskParts, held: Held, starting: ReturnType<typeof createStart>) {
  const { runner, journal, directory, clock, settings, today, session, changed } = given;
  const { isOurs, operator, form, window, following, refuse, payments, obstacles, mayBeMissing } = held;
  const isStarting = starting.isBusy;
  const voids = { starting, payments, journal, isOurs, today };
  return joinParts(
    // First: what the others publish hangs on what a change means for other payments.
    followingPart(following, { currentId: window.currentId, lateInSession: session?.lateApprovals ?? [], changed }),
    operatorPart(operator, { ...given, refuse }),
    sellingPart(given.obstacle, given.openBy, changed),
    formPart(form, journal, changed),
    currentPaymentPart({
      ...{ window, form, runner, journal, isStarting, session, refuse, changed },
      views: given.views,
      seen: following.late.seen,
      oldestSignature: following.oldestSignature,
    }),
    terminalsPart({ directory, memory: given.terminalMemory, chosen: starting.terminalChosen, refuse, changed }),
    salePart({ starting, payments, journal, isOurs, refuse }),
    refundPart({ starting, payments, journal, isOurs }),
    voidPart(voids),
    signaturePart({
      ...{ runner, journal, settings, clock, obstacles, refuse },
      operator: operator.current,
      startVoid: (input) => startVoid(input, voids),
    }),
    manualEntryPart({
      mayBegin: given.mayBegin,
      journal,
      operator: operator.current,
      clock,
      today,
      isOurs,
      mayBeMissing,
      payments,
      obstacles,
      isStarting,
      refuse,
    }),
    settlingPart({ runner, settings, clock, obstacles, refuse }),
    evidencePart(journal, refuse),
    missingPaymentsPart(given.missingPayments, { settings, refuse, changed }),
  );
}
