import { failed } from '../../shared/result.ts';
import { createNetsCardTerminal } from '../nets/nets-card-terminal.ts';
import { noCardTerminal, nothingSent } from '../nets/no-card-terminal.ts';
import type { ReconciliationAnswer } from '../payments/core/reconciliation.ts';
import type { CardTerminal, Clock } from '../payments/ports.ts';
import type { Writer } from '../strapi/payment-record.ts';
import type { SharedEvent } from '../strapi/ports.ts';
import type { StrapiPayments, Wanted } from '../strapi/strapi-payments.ts';
import { createStrapiTerminals } from '../strapi/strapi-terminals.ts';
import type { NetsTerminalList } from '../terminals/ports.ts';
import type { OutboxEvent } from '../willba/ports.ts';
import { createWebhook } from '../willba/webhook.ts';
import type { World } from './worlds.ts';

export type Calls = ReturnType<typeof openCalls>;

/**
 * Lookups wait for the secrets, because the system's keyring may answer late after a start. Otherwise the first lookups of payments that an
 * earlier run left open would fail, only because the password is not there yet.
 */
function whenReady(nets: CardTerminal, ready: Promise<unknown>): CardTerminal {
  return { ...nets, lookup: (terminalId) => ready.then(() => nets.lookup(terminalId)) };
}

type Around = { readonly clock: Clock; readonly resolveProxy: (url: string) => Promise<string> };

/** One world's clients for Nets, Strapi and Willba. Without Nets, its calls fail and send nothing; the others are null where they are not set up. */
export function openCalls(world: World, around: Around, writer: () => Writer) {
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
  const webhook =
    world.willba === null
      ? null
      : createWebhook({
          url: world.willba.webhookUrl,
          secrets: world.willba.secrets,
          now: () => Date.parse(clock.wallTime()),
          elapsed: () => performance.now(),
          resolveProxy,
        });
  const payments = openPayments(world, around, writer);
  return {
    /** Nothing is sent before the secrets were read, which a keyring may take a while for. */
    webhook: webhook === null ? null : { post: (event: OutboxEvent) => world.ready.then(() => webhook.post(event)) },
    cardTerminal: nets === null ? noCardTerminal : whenReady(nets, world.ready),
    /** Closes a terminal's session. Without Nets nothing is sent. */
    reconcile: async (terminalId: string): Promise<ReconciliationAnswer> => {
      await world.ready;
      return nets === null ? { outcome: { end: 'not-done', reason: 'not-sent' }, evidence: nothingSent } : nets.reconcile(terminalId);
    },
    netsList,
    strapi,
    payments,
    /** Why the last call to each got no answer, as the network reports it; null if it got one. */
    failures: { nets: () => nets?.lastFailure() ?? null, strapi: () => strapi?.lastFailure() ?? null },
    /** Nets' clock minus this PC's, in milliseconds, from the last answer; null before the first one. */
    clockOffset: () => nets?.clockOffset() ?? null,
    close(): void {
      nets?.dispose();
      strapi?.dispose();
      webhook?.dispose();
      payments?.dispose();
    },
  };
}

/** The property's payments in Strapi; null without one. Its code is loaded at the first call, not at the program's start. */
function openPayments({ strapi, ready }: Pick<World, 'strapi' | 'ready'>, { clock, resolveProxy }: Around, writer: () => Writer) {
  if (strapi === null) return null;
  const now = (): number => Date.parse(clock.wallTime());
  const { baseUrl, token, outboxToken } = strapi;
  const options = { baseUrl, token, outboxToken, writer, now, resolveProxy };
  let opened: Promise<StrapiPayments> | null = null;
  async function open(): Promise<StrapiPayments> {
    opened ??= import('../strapi/strapi-payments.ts').then(({ createStrapiPayments }) => createStrapiPayments(options));
    await ready;
    return opened;
  }
  return {
    post: async (event: SharedEvent) => (await open()).post(event),
    read: async (wanted: Wanted, limitMs: number) => (await open()).read(wanted, limitMs),
    tryWriting: async () => (await open()).tryWriting(),
    dispose: (): void => void opened?.then((payments) => payments.dispose()),
  };
}
