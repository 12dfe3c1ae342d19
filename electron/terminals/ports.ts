import type { Result } from '../../shared/result.ts';
import type { Terminal } from '../../shared/terminal.ts';

/** `secrets-missing`: this account has no token yet, so nobody was asked. */
export type SourceFailure = 'unreachable' | 'not-authorised' | 'unreadable' | 'secrets-missing';

export type SourceAnswer = Result<readonly Terminal[], SourceFailure>;

/** Where the terminals are defined: in Strapi, else in the provisioning file, in training mode in the simulator. */
export interface TerminalSource {
  list(): Promise<SourceAnswer>;
}

/** The list as it was last read, for a start without a network. If it cannot be read or stored, there is no cache. */
export interface DirectoryCache {
  read(): { readonly terminals: readonly Terminal[]; readonly readAt: string } | null;
  keep(directory: { readonly terminals: readonly Terminal[]; readonly readAt: string }): void;
}

/** `secrets-missing`: this account has no credentials yet, so nobody was asked. */
export type NetsFailure = 'unreachable' | 'not-authorised' | 'unreadable' | 'not-configured' | 'secrets-missing';
export type NetsAnswer = Result<readonly string[], NetsFailure>;

/** Which terminal ids this log-in may use, by `GET /v1/terminal` only: no call to a device. */
export interface NetsTerminalList {
  list(): Promise<NetsAnswer>;
}

/** The ids that Nets lists for this log-in, with the moment it said so. */
export type NetsListing = { readonly ids: readonly string[]; readonly at: string };

/** What Nets last listed. After a start without a network the desk sees what was known and how old it is. */
export interface NetsListingCache {
  read(): NetsListing | null;
  keep(listing: NetsListing): void;
}

/** How the last payment from this PC on a terminal went, as far as it says something about the terminal. */
export type LastAttempt = { readonly failed: 'not-connected' | 'unknown-id' | null; readonly at: string };

/** This PC's terminal, stored with its last known name so that it can be named after it was deleted. */
export interface TerminalChoice {
  read(): Terminal | null;
}
