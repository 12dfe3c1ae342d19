import type { CheckName } from '../../shared/check-names.ts';
import type { CheckResult } from '../../shared/checks.ts';
import type { Terminal } from '../../shared/terminal.ts';
import type { NetsAnswer, SourceAnswer } from '../terminals/ports.ts';
import {
  judgeActive,
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
 * Support's list, one check at a time, so that each result can be shown as soon as it is there. Nothing goes to a terminal:
 * Nets is asked for its list, Strapi for its own.
 */
export function createChecks(parts: {
  /** This PC's own. */
  readonly chosen: () => Terminal | null;
  readonly defined: (terminalId: string) => Terminal | null;
  /** The settings are gone, and the customer's list with them. */
  readonly isLost: () => boolean;
  readonly paymentRuns: (terminalId: string) => boolean;
  readonly lastAttempt: (terminalId: string) => { readonly failed: string | null } | null;
  readonly askNets: () => Promise<NetsAnswer>;
  /** Null for a customer without Strapi. */
  readonly askStrapi: (() => Promise<SourceAnswer>) | null;
  /** Why the last question to each got no answer, as the network has it. */
  readonly netsFailure: () => string | null;
  readonly strapiFailure: () => string | null;
  /** Nets' clock minus this PC's in milliseconds, by the last answer; null while there was none. */
  readonly clockOffset: () => number | null;
  readonly hasRoom: () => boolean;
  readonly isHealthy: () => boolean;
  /** The journal may have lost payments, and nobody has read it. */
  readonly mayBeMissing: () => boolean;
}) {
  const askStrapi = parts.askStrapi ?? (async () => null);

  /** The one that is asked about, also where it is gone from the directory: another's results must never stand for its. */
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
        // Somebody may have put it right in Strapi a moment ago.
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
    }
  };
}
