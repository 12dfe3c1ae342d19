import type { Desk, DeskSettings, Draft } from '../../shared/ipc/contract.ts';
import type { Clock, PaymentJournal } from '../payments/ports.ts';
import type { Day } from '../payments/rules/day.ts';
import type { PaymentRunner } from '../payments/runner/runner.ts';
import type { DirectoryWatch } from '../terminals/directory-watch.ts';
import type { PaymentViews } from './payment-views.ts';
import type { LateApprovalMemory, MissingPaymentsNotice, RandomIds, SellingObstacle, TerminalMemory } from './ports.ts';
import type { Revisions } from './publication.ts';

/** What is at the desk, for the next desk in the same world: its people change nothing when support changes a setting. */
export type DeskSession = {
  readonly operator: string | null;
  readonly draft: Draft;
  /** The payment in the window goes along: without it a sum that was just paid would be back in the form. */
  readonly currentId: string | null;
  /** It was only opened to be looked at. */
  readonly browsing: boolean;
  readonly lateApprovals: readonly string[];
};

export type DeskParts = {
  readonly settings: () => DeskSettings;
  readonly obstacle: () => SellingObstacle;
  /** What an empty form begins with. */
  readonly usualMethod: () => Draft['method'];
  /** What must have happened before a sale can be sent. */
  readonly ready: Promise<unknown>;
  /** The journal is known to take a new payment, or known not to. */
  readonly mayBegin: Promise<unknown>;
  readonly openBy: string | null;
  readonly secretsForThisRunOnly: () => boolean;
  readonly runner: PaymentRunner;
  readonly journal: PaymentJournal;
  readonly directory: DirectoryWatch;
  readonly terminalMemory: TerminalMemory;
  readonly lateApprovalMemory: LateApprovalMemory;
  readonly missingPayments: MissingPaymentsNotice;
  readonly views: PaymentViews;
  readonly clock: Clock;
  readonly ids: RandomIds;
  readonly closing: () => Desk['closing'];
  readonly revisions: Revisions;
  /** Whether the disk has room for a sale's rows; asked before each. */
  readonly hasRoom: () => boolean;
  readonly today: () => Day;
  /** What was at the desk before the world was opened anew; null at a start. */
  readonly session: DeskSession | null;
  /** A bug or a damaged row showed while something was being published. */
  readonly broke: (cause: unknown) => void;
};
