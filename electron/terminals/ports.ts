import type { Result } from '../../shared/result.ts';
import type { Terminal } from '../../shared/terminal.ts';

export type SourceFailure = 'unreachable' | 'not-authorised' | 'unreadable';

/** Where the customer defines terminals: Strapi, else the provisioning file, in training mode the simulator. */
export interface TerminalSource {
  list(): Promise<Result<readonly Terminal[], SourceFailure>>;
}

/** The list as it was last read, for a start without a network. A cache that cannot be read or kept is none. */
export interface DirectoryCache {
  read(): { readonly terminals: readonly Terminal[]; readonly readAt: string } | null;
  keep(directory: { readonly terminals: readonly Terminal[]; readonly readAt: string }): void;
}

/** Which terminal ids this log-in may use, by `GET /v1/terminal` only: no call to a device. */
export interface NetsTerminalList {
  list(): Promise<Result<readonly string[], 'unreachable' | 'not-authorised' | 'unreadable' | 'not-configured'>>;
}

/** How the last payment on a terminal from this PC went, as far as it speaks of the terminal. */
export type LastAttempt = { readonly failed: 'not-connected' | 'unknown-id' | null; readonly at: string };

/** This PC's terminal, kept with its last known name so that it can still be named when it is gone. */
export interface TerminalChoice {
  read(): Terminal | null;
}
