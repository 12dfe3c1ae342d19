import type { SliceName } from '../../shared/ipc/contract.ts';
import { ok } from '../../shared/result.ts';
import type { Clock } from '../payments/ports.ts';
import type { Storage } from '../storage/open-storage.ts';
import type { Log } from '../support/log.ts';
import { createDirectoryWatch } from '../terminals/directory-watch.ts';
import type { LastAttempt } from '../terminals/ports.ts';
import type { Calls } from './calls.ts';
import type { World } from './worlds.ts';

/** The terminal directory of one world: the customer's list, what Nets says about it, and this PC's terminal. */
export function openDirectory(
  world: World,
  storage: Storage,
  { strapi, netsList }: Pick<Calls, 'strapi' | 'netsList'>,
  parts: {
    readonly clock: Clock;
    readonly log: Log;
    readonly pointOfSale: () => string | null;
    readonly isOpenElsewhere: () => boolean;
    readonly lastAttempt: (terminalId: string) => LastAttempt | null;
    /** True while a payment's request is open: then nothing is asked in the background. */
    readonly quiet: () => boolean;
    readonly changed: (slice: SliceName) => void;
  },
) {
  const { clock, log, pointOfSale, lastAttempt, quiet, changed } = parts;
  return createDirectoryWatch({
    source: strapi === null ? { list: async () => ok(world.terminals) } : { list: () => world.ready.then(() => strapi.list()) },
    isLost: () => world.desk().mode === 'unconfigured',
    cache: world.strapi === null ? null : storage.directoryCache(world.strapi.baseUrl),
    nets: netsList,
    netsCache: storage.netsListingCache(world.nets === null ? '' : `${world.nets.username} ${world.nets.baseUrl}`),
    choice: storage.terminalMemory,
    pointOfSale,
    read(terminals) {
      // The settings are not changed here: another account has the program open and uses them as it read them.
      if (parts.isOpenElsewhere()) return;
      try {
        if (world.directoryRead(terminals)) changed('desk');
      } catch (cause) {
        log.error('what the directory calls this point of sale could not be kept', cause);
      }
    },
    lastAttempt,
    quiet,
    clock,
    changed: () => changed('terminals'),
  });
}
