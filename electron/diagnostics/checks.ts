import type { CheckName } from '../../shared/check-names.ts';
import type { CheckResult } from '../../shared/checks.ts';
import type { Terminal } from '../../shared/terminal.ts';
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
  type NetsAnswer,
  type StrapiAnswer,
} from './judge.ts';

/**
 * Support's list, one check at a time, so that each result can be shown as soon as it is there. Nothing goes to a terminal:
 * Nets is asked for its list, Strapi for its own.
 */
export function createChecks(parts: {
  /** As it is known by its id: this PC's own where it is gone from the directory. */
  readonly terminal: (terminalId: string | null) => Terminal | null;
  readonly defined: (terminalId: string) => Terminal | null;
  readonly paymentRuns: (terminalId: string) => boolean;
  readonly lastAttempt: (terminalId: string) => { readonly failed: string | null } | null;
  readonly askNets: () => Promise<NetsAnswer>;
  readonly askStrapi: () => Promise<StrapiAnswer>;
  /** Nets' clock minus this PC's in milliseconds, by the last answer; null while there was none. */
  readonly clockOffset: () => number | null;
  readonly hasRoom: () => boolean;
  readonly isHealthy: () => boolean;
}) {
  const askNets = shared(parts.askNets);

  return async (name: CheckName, terminalId: string | null): Promise<CheckResult> => {
    const terminal = parts.terminal(terminalId);
    switch (name) {
      case 'free':
        return judgeFree(terminal, terminal !== null && parts.paymentRuns(terminal.terminalId));
      case 'active':
        return judgeActive(terminal, terminal === null ? null : parts.defined(terminal.terminalId));
      case 'id':
        return judgeId(terminal, await askNets());
      case 'connected':
        return judgeConnected(terminal, terminal === null ? null : parts.lastAttempt(terminal.terminalId));
      case 'login':
        return judgeLogin(await askNets());
      case 'strapi':
        return judgeStrapi(await parts.askStrapi());
      case 'clock':
        await askNets();
        return judgeClock(parts.clockOffset());
      case 'disk':
        return judgeDisk(parts.hasRoom());
      case 'database':
        return judgeDatabase(parts.isHealthy());
    }
  };
}

/** Checks that are made together ask once: who comes while the question is under way gets its answer. */
function shared<T>(ask: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | null = null;
  return () => {
    underWay ??= ask().finally(() => {
      underWay = null;
    });
    return underWay;
  };
}
