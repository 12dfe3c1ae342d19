import { failed } from '../../shared/result.ts';
import { createNetsCardTerminal } from '../nets/nets-card-terminal.ts';
import { noCardTerminal } from '../nets/no-card-terminal.ts';
import type { CardTerminal, Clock } from '../payments/ports.ts';
import { createStrapiTerminals } from '../strapi/strapi-terminals.ts';
import type { NetsTerminalList } from '../terminals/ports.ts';
import type { World } from './worlds.ts';

export type Calls = ReturnType<typeof openCalls>;

/** A keyring takes its time after log-in. What an earlier run left open is looked up once it has answered, and not found silent before. */
function whenReady(nets: CardTerminal, ready: Promise<unknown>): CardTerminal {
  return { ...nets, lookup: (terminalId) => ready.then(() => nets.lookup(terminalId)) };
}

/** What one world asks over the network: Nets and Strapi, each null where it is not set up. */
export function openCalls(world: World, around: { readonly clock: Clock; readonly resolveProxy: (url: string) => Promise<string> }) {
  const { resolveProxy, clock } = around;
  const strapi = world.strapi === null ? null : createStrapiTerminals({ ...world.strapi, resolveProxy });
  const nets = world.nets === null ? null : createNetsCardTerminal({ ...world.nets, clock, resolveProxy });
  const netsList: NetsTerminalList = {
    async list() {
      await world.ready;
      if (nets === null) return failed('not-configured');
      return world.obstacle() === 'secrets-missing' ? failed('secrets-missing') : nets.listTerminals();
    },
  };
  return {
    cardTerminal: nets === null ? noCardTerminal : whenReady(nets, world.ready),
    netsList,
    strapi,
    /** Why the last question to each got no answer, as the network has it. */
    failures: { nets: () => nets?.lastFailure() ?? null, strapi: () => strapi?.lastFailure() ?? null },
    /** Nets' clock minus this PC's in milliseconds, by the last answer; null while there was none. */
    clockOffset: () => nets?.clockOffset() ?? null,
    close(): void {
      nets?.dispose();
      strapi?.dispose();
    },
  };
}
