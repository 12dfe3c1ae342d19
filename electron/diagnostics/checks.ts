import type { CheckName } from '../../shared/check-names.ts';
import type { CheckResult } from '../../shared/checks.ts';
import type { Terminal } from '../../shared/terminal.ts';
import type { NetsAnswer, SourceAnswer } from '../terminals/ports.ts';
import {
  judgeActive,
  judgeBackup,
  judgeClock,
  judgeConnected,
  judgeDatabase,
  judgeDisk,
  judgeFree,
  judgeId,
  judgeLogin,
  judgeStrapi,
  notInSettings,
} from './judge.ts';

/**
 * Runs one check of support's list at a time, so that each result can be shown at once. Nothing is sent to a terminal: Nets and Strapi are
 * asked for their lists.
 */
export function createChecks(parts: {
  /** This PC's terminal. */
  readonly chosen: () => Terminal | null;
  readonly defined: (terminalId: string) => Terminal | null;
  /** The settings are lost, and the customer's list with them. */
  readonly isLost: () => boolean;
  readonly paymentRuns: (terminalId: string) => boolean;
  readonly lastAttempt: (terminalId: string) => { readonly failed: string | null } | null;
  readonly askNets: () => Promise<NetsAnswer>;
  /** Null for a customer without Strapi. */
  readonly askStrapi: (() => Promise<SourceAnswer>) | null;
  /** The network's code for why the last call to each got no answer. */
  readonly netsFailure: () => string | null;
  readonly strapiFailure: () => string | null;
  /** Nets' clock minus this PC's in milliseconds, from the last answer; null before the first. */
  readonly clockOffset: () => number | null;
  readonly hasRoom: () => boolean;
  readonly isHealthy: () => boolean;
  /** The journal may have lost payments, and nobody has confirmed the message yet. */
  readonly mayBeMissing: () => boolean;
  readonly backup: () => Parameters<typeof judgeBackup>[0];
}) {
  const askStrapi = parts.askStrapi ?? (async () => null);

  /** The terminal that is checked, even if it is no longer in the directory: the results of another must never be shown for it. */
  function known(terminalId: string | null): Terminal | null {
    const chosen = parts.chosen();
    if (terminalId === null || terminalId === chosen?.terminalId)
      return chosen === null ? null : (parts.defined(chosen.terminalId) ?? chosen);
    return parts.defined(terminalId) ?? { terminalId, name: terminalId, active: true, location: '', pointOfSale: null };
  }

  const definedNow = (terminal: Terminal | null): Terminal | null => (terminal === null ? null : parts.defined(terminal.terminalId));

  return async (name: CheckName, terminalId: string | null): Promise<CheckResult> => {
    const terminal = known(terminalId);
    const { askNets } = parts;
    switch (name) {
      case 'free':
        return judgeFree(terminal, terminal !== null && parts.paymentRuns(terminal.terminalId));
      case 'active': {
        if (parts.isLost()) return notInSettings;
        // Asked again, because somebody may just have corrected it in Strapi.
        const strapi = await askStrapi();
        return judgeActive(terminal, definedNow(terminal), strapi);
      }
      case 'id':
        if (parts.isLost()) return notInSettings;
        return judgeId(terminal, definedNow(terminal), await askNets());
      case 'connected':
        return judgeConnected(terminal, terminal === null ? null : parts.lastAttempt(terminal.terminalId));
      case 'login':
        return judgeLogin(await askNets(), parts.netsFailure());
      case 'strapi':
        return judgeStrapi(await askStrapi(), parts.strapiFailure());
      case 'clock':
        return judgeClock(await askNets(), parts.clockOffset());
      case 'disk':
        return judgeDisk(parts.hasRoom());
      case 'database':
        return judgeDatabase(parts.isHealthy(), parts.mayBeMissing());
      case 'backup':
        return judgeBackup(parts.backup());
    }
  };
}
