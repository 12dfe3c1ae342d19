import type { Draft } from '../../shared/ipc/form.ts';

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
