import { ok } from '../../shared/result.ts';
import { createChecks } from '../diagnostics/checks.ts';
import type { Storage } from '../storage/open-storage.ts';
import { testOtherDesks } from '../strapi/test-other-desks.ts';
import type { DirectoryWatch } from '../terminals/directory-watch.ts';
import type { LastAttempt } from '../terminals/ports.ts';
import { testConnections } from '../terminals/test-connections.ts';
import { testWebhook } from '../willba/test-webhook.ts';
import type { Calls } from './calls.ts';
import type { Part } from './part.ts';
import type { World } from './worlds.ts';

/** Support's list of checks for one world. */
export function checksPart(
  world: World,
  storage: Storage,
  { strapi, netsList, webhook, payments, failures, clockOffset }: Calls,
  parts: {
    readonly directory: DirectoryWatch;
    readonly lastAttempt: (terminalId: string) => LastAttempt | null;
    /** Payments can be written for the other desks: what waits is tried at once. */
    readonly mayWriteAgain: () => void;
    readonly backup: Parameters<typeof createChecks>[0]['backup'];
  },
) {
  const { directory, lastAttempt } = parts;
  const runCheck = createChecks({
    chosen: storage.terminalMemory.read,
    defined: directory.find,
    isLost: () => world.desk().mode === 'unconfigured',
    // Also a payment that the desk has left: its request may still be open, or the guest may still be at the terminal.
    paymentRuns: (terminalId) => storage.journal.open().some(({ facts }) => facts.terminalId === terminalId),
    lastAttempt,
    askNets: directory.askNets,
    askStrapi: strapi === null ? null : directory.askSource,
    netsFailure: failures.nets,
    strapiFailure: failures.strapi,
    clockOffset,
    hasRoom: storage.hasRoom,
    isHealthy: storage.isHealthy,
    mayBeMissing: () => storage.missingPayments.current() !== null,
    backup: parts.backup,
  });
  return {
    commands: {
      runCheck: async ({ name, terminalId }) => ok(await runCheck(name, terminalId)),
      async testConnections() {
        await world.ready;
        const [asked, willba, otherDesks] = await Promise.all([
          testConnections({ nets: netsList, strapi, failures }),
          testWebhook(webhook?.post ?? null),
          testOtherDesks(payments),
        ]);
        if (otherDesks.writing === 'ok') parts.mayWriteAgain();
        return ok({ ...asked, willba, otherDesks });
      },
    },
  } satisfies Part;
}
