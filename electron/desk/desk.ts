import type { DeskSettings } from '../../shared/ipc/desk.ts';
import type { Draft } from '../../shared/ipc/form.ts';
import type { LinkProblem, PaymentRequest } from '../../shared/ipc/requests.ts';
import type { Language } from '../../shared/money.ts';
import type { Result } from '../../shared/result.ts';
import type { PaymentFacts } from '../payments/core/facts.ts';
import type { Clock, PaymentJournal } from '../payments/ports.ts';
import type { Day } from '../payments/rules/day.ts';
import { isSameMoney } from '../payments/rules/same-money.ts';
import type { PaymentRunner } from '../payments/runner/runner.ts';
import { joinParts } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';
import type { DirectoryWatch } from '../terminals/directory-watch.ts';
import { formerNameOf } from '../terminals/former-name.ts';
import { createAskedFor } from './asked-for.ts';
import { currentPaymentPart, show } from './current-payment.ts';
import type { DeskSession } from './desk-session.ts';
import { evidencePart } from './evidence.ts';
import { createFollowing, followingPart } from './following.ts';
import { createForm } from './form.ts';
import { formPart } from './form-part.ts';
import { manualEntryPart } from './manual-entry.ts';
import { missingPaymentsPart } from './missing-payments.ts';
import { createNewPayments } from './new-payments.ts';
import { createObstacles } from './obstacles.ts';
import { createOperator, operatorPart } from './operator.ts';
import { type OutcomeNews, outcomeNewsPart } from './outcome-news.ts';
import type { PaymentViews } from './payment-views.ts';
import { createPaymentWindow } from './payment-window.ts';
import type { LateApprovalMemory, MissingPaymentsNotice, OtherDesks, RandomIds, SellingObstacle, TerminalMemory } from './ports.ts';
import { refundPart } from './refund.ts';
import { createRefuse } from './refusals.ts';
import { createRequests, type Requests, requestsPart } from './requests.ts';
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
  /** The payment method of an empty form. */
  readonly usualMethod: () => Draft['method'];
  /** Settles when the secrets are read or missing, and after an unclean end when the journal is checked. A sale waits for it. */
  readonly ready: Promise<unknown>;
  /** Settles when it is known whether the journal can take a new payment. */
  readonly mayBegin: Promise<unknown>;
  /** The account that has the program open, if that is the problem and its name is known. */
  readonly openBy: string | null;
  readonly secretsForThisRunOnly: () => boolean;
  /** Stores this PC's point of sale. @returns false if another account has the program open: the settings are in use there. */
  readonly choosePointOfSale: (name: string | null) => boolean;
  /** Stores above which sum Maksa asks, in minor units. @returns false likewise */
  readonly chooseAskAbove: (minor: number | null) => boolean;
  /** Stores a name for this PC. @returns false likewise. */
  readonly addOperator: (name: string) => boolean;
  /** Somebody else is at the desk now. */
  readonly operatorChanged: (from: string | null, by: string) => void;
  readonly chooseLanguage: (language: Language) => void;
  readonly runner: PaymentRunner;
  readonly journal: PaymentJournal;
  readonly directory: DirectoryWatch;
  readonly terminalMemory: TerminalMemory;
  readonly lateApprovalMemory: LateApprovalMemory;
  readonly missingPayments: MissingPaymentsNotice;
  readonly otherDesks: OtherDesks;
  readonly views: PaymentViews;
  /** Calls somebody back who uses another window. */
  readonly tellOutcome: (news: OutcomeNews) => void;
  readonly clock: Clock;
  readonly ids: RandomIds;
  /** Whether the disk has room for a payment's rows. Asked before each payment. */
  readonly hasRoom: () => boolean;
  readonly today: () => Day;
  /** The program is being closed: no payment goes to a terminal any more. */
  readonly isLeaving: () => boolean;
  /** A terminal's session is being closed: no payment goes to that terminal. */
  readonly isReconciling: (terminalId: string) => boolean;
  /** The state of the desk before its world was reopened; null at a start. */
  readonly session: DeskSession | null;
  readonly changed: Changed;
};

export type Desk = ReturnType<typeof createDesk>;

/**
 * The desk: its operator, its form, and the payment in its window. It holds everything that a reload of the window must not lose. Each
 * command is in the file of its subject; here they are given what they share.
 */
export function createDesk(given: DeskParts) {
  const held = holdDesk(given);
  const { operator, form, window, following } = held;
  const starting = createStart(given, held);
  const requests = createRequests({
    ...{ form, journal: given.journal, currency: () => given.settings().currency, wallTime: given.clock.wallTime },
    isFree: () => window.currentId() === null && !starting.isBusy(),
    kept: given.session?.requests ?? [],
  });
  return {
    part: joinParts(deskPart(given, held, starting, requests), requestsPart(requests, { refuse: held.refuse, changed: given.changed })),
    /** A payment as it is now; null if there is none. */
    view: given.views.one,
    /** Raises the alarm for a charge that became known late. It is not shown while that payment is in the window, which says it already. */
    provenLate(paymentId: string): void {
      starting.provenLate();
      following.late.add(paymentId);
    },
    /** Late approvals that nobody has opened. */
    lateApprovals: (): readonly string[] => following.late.list().map(({ paymentId }) => paymentId),
    operator: operator.current,
    /** This PC's terminal. */
    terminal: () => chosenTerminal(given.terminalMemory, given.directory),
    toWriting: held.obstacles.toWriting,
    session: (): DeskSession => ({
      operator: operator.current(),
      form: form.kept(),
      requests: requests.waiting(),
      currentId: window.currentId(),
      browsing: window.isBrowsing(),
      lateApprovals: following.late.ids(),
    }),
    /** A press waits for its lookup: a payment is about to begin, but may have no journal row yet. */
    isStarting: starting.isBusy,
    /** The program is being closed: a press that waits is not sent any more. */
    stopPress: starting.stop,
    /** A link was opened, good or not. */
    linkArrived(link: Result<PaymentRequest, LinkProblem>): void {
      requests.arrived(link);
      given.changed('form', 'requests');
    },
  };
}

type Held = ReturnType<typeof holdDesk>;

/** What several commands of the desk share. */
function holdDesk(given: DeskParts) {
  const { settings, runner, journal, views, clock, ids, session, changed, missingPayments } = given;
  /** The day's total has one currency, and real or test money. Other payments are in the list, but not in the total. */
  const isOurs = (payment: Pick<PaymentFacts, 'currency' | 'environment'>): boolean => isSameMoney(payment, settings());
  const operator = createOperator(settings().operators, session?.operator ?? null);
  const currency = (): string => settings().currency;
  const form = createForm({
    ...{ currency, language: () => settings().language, newName: ids.formName, read: views.one, usualMethod: given.usualMethod },
    kept: session?.form ?? null,
  });
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
      // Before anything is published: the form must be empty as soon as its payment exists, or it could be charged again.
      if (kind === 'sale' || kind === 'manual') form.becamePayment();
      following.begun(id);
      changed('today');
      show({ window, changed }, id, false);
    },
  });
  return {
    ...{ isOurs, operator, form, window, following, refuse, payments },
    obstacles: createObstacles({
      ...{ settings, window },
      operator: operator.current,
      selling: given.obstacle,
      hasRoom: given.hasRoom,
      isLeaving: given.isLeaving,
    }),
    mayBeMissing: (): boolean => missingPayments.current() !== null,
  };
}

function createStart(given: DeskParts, { isOurs, operator, obstacles, payments, mayBeMissing, refuse }: Held) {
  const { runner, journal, directory, terminalMemory, clock, settings, changed } = given;
  return createStarting({
    ...{ runner, journal, directory, isOurs, mayBeMissing, refuse },
    otherDesks: given.otherDesks,
    chosen: () => chosenTerminal(terminalMemory, directory),
    formerName: (terminal) => formerNameOf(terminalMemory.read(), terminal),
    nameSeen: (terminal) => void terminalMemory.write(terminal),
    operator: operator.current,
    currency: () => settings().currency,
    askAboveMinor: () => settings().askAboveMinor,
    elapsed: clock.elapsed,
    wallTime: clock.wallTime,
    ready: given.ready,
    obstacle: obstacles.toCharge,
    isReconciling: given.isReconciling,
    newFacts: payments.facts,
    create: payments.create,
    changed: () => changed('starting'),
  });
}

function deskPart(given: DeskParts, held: Held, starting: ReturnType<typeof createStart>, requests: Requests) {
  const { runner, journal, directory, clock, settings, today, session, changed } = given;
  const { isOurs, operator, form, window, following, refuse, payments, obstacles, mayBeMissing } = held;
  const isStarting = starting.isBusy;
  const askedFor = createAskedFor(form, journal);
  const voids = { starting, payments, journal, isOurs, today };
  return joinParts(
    // First, because it updates the other payments that a change affects, and the other parts publish those.
    followingPart(following, { currentId: window.currentId, lateInSession: session?.lateApprovals ?? [], changed }),
    outcomeNewsPart({ view: given.views.one, language: () => settings().language, tell: given.tellOutcome, changed }),
    operatorPart(operator, { ...given, refuse }),
    sellingPart(given.obstacle, given.openBy, changed),
    formPart(form, { journal, isOurs, changed }),
    currentPaymentPart({
      ...{ window, form, requests, runner, journal, isStarting, session, refuse, changed },
      otherDesks: given.otherDesks,
      views: given.views,
      seen: following.late.seen,
      oldestSignature: following.oldestSignature,
    }),
    terminalsPart({ directory, memory: given.terminalMemory, chosen: starting.terminalChosen, refuse, changed }),
    salePart({ starting, payments, journal, isOurs, askedFor, refuse }),
    refundPart({ starting, payments, journal, isOurs }),
    voidPart(voids),
    signaturePart({
      ...{ runner, journal, settings, clock, obstacles, refuse },
      operator: operator.current,
      startVoid: (input) => startVoid(input, voids),
    }),
    manualEntryPart({
      mayBegin: given.mayBegin,
      otherDesks: given.otherDesks,
      journal,
      operator: operator.current,
      clock,
      today,
      isOurs,
      mayBeMissing,
      payments,
      askedFor,
      obstacles,
      isStarting,
      refuse,
    }),
    settlingPart({ runner, settings, clock, obstacles, refuse }),
    evidencePart(journal, refuse),
    missingPaymentsPart(given.missingPayments, { settings, refuse, changed }),
  );
}
