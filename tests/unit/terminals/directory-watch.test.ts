import { describe, expect, it } from 'vitest';
import { createDirectoryWatch } from '../../../electron/terminals/directory-watch.ts';
import type { NetsAnswer, NetsListing, SourceAnswer } from '../../../electron/terminals/ports.ts';
import { failed, ok } from '../../../shared/result.ts';
import type { Terminal } from '../../../shared/terminal.ts';
import { createFakeClock } from '../../support/fakes/fake-clock.ts';

const T1: Terminal = { terminalId: '71000001', name: 'Päätelaite I', active: true, location: '', pointOfSale: null };

/** A watch over two services that answer as a test says; every question is counted. */
function watching(
  start: { readonly nets?: NetsAnswer; readonly source?: SourceAnswer; readonly earlier?: NetsListing; readonly chosen?: Terminal } = {},
) {
  const clock = createFakeClock();
  const world = {
    nets: start.nets ?? ok([T1.terminalId]),
    source: start.source ?? ok([T1]),
    asked: { nets: 0, source: 0 },
    busy: false,
    published: 0,
    kept: { terminals: null as readonly Terminal[] | null, listing: start.earlier ?? null },
  };
  const watch = createDirectoryWatch({
    isLost: () => false,
    source: {
      async list() {
        world.asked.source += 1;
        return world.source;
      },
    },
    cache: {
      read: () => (world.kept.terminals === null ? null : { terminals: world.kept.terminals, readAt: '2026-11-22T10:00:00.000Z' }),
      keep({ terminals }) {
        world.kept.terminals = terminals;
      },
    },
    nets: {
      async list() {
        world.asked.nets += 1;
        return world.nets;
      },
    },
    netsCache: {
      read: () => world.kept.listing,
      keep(listing) {
        world.kept.listing = listing;
      },
    },
    choice: { read: () => start.chosen ?? null },
    pointOfSale: () => null,
    read: () => undefined,
    lastAttempt: () => null,
    quiet: () => world.busy,
    clock,
    changed() {
      world.published += 1;
    },
  });
  return { clock, world, watch };
}
const light = (watch: ReturnType<typeof watching>['watch']) => watch.view().sections[0]?.terminals[0]?.status;

describe('the watch over the terminals', () => {
  it('asks both at once, then each once a minute', async () => {
    const { clock, world, watch } = watching();
    await watch.start();
    await clock.settle();
    expect(world.asked).toEqual({ nets: 1, source: 1 });
    await clock.advance(59_999);
    expect(world.asked).toEqual({ nets: 1, source: 1 });
    await clock.advance(1);
    expect(world.asked).toEqual({ nets: 2, source: 2 });
    await clock.advance(600_000);
    expect(world.asked).toEqual({ nets: 12, source: 12 });
  });

  it('asks who is silent every 15 s, and nobody else', async () => {
    const { clock, world, watch } = watching({ nets: failed('unreachable') });
    await watch.start();
    await clock.advance(60_000);
    expect(world.asked).toEqual({ nets: 5, source: 2 });
    world.nets = ok([T1.terminalId]);
    await clock.advance(15_000);
    expect(light(watch)).toMatchObject({ light: 'green' });
    await clock.advance(59_000);
    expect(world.asked.nets).toBe(6);
  });

  it.each(['not-authorised', 'secrets-missing'] as const)('does not ask sooner who refused: %s', async (error) => {
    const { clock, world, watch } = watching({ nets: failed(error), source: failed(error) });
    await watch.start();
    await clock.advance(59_000);
    expect(world.asked).toEqual({ nets: 1, source: 1 });
  });

  it('asks who refuses ever more seldom, so that no log-in is locked, and as usual once it is taken', async () => {
    const { clock, world, watch } = watching({ nets: failed('not-authorised') });
    await watch.start();
    await clock.advance(24 * 60 * 60_000);
    expect(world.asked.nets).toBeLessThan(60);
    world.nets = ok([T1.terminalId]);
    const { nets } = world.asked;
    await watch.refresh();
    await clock.advance(600_000);
    expect(world.asked.nets).toBe(nets + 11);
  });

  it('knows this PC’s terminal as it was chosen while the list has never been read, and not once it has', async () => {
    const { clock, world, watch } = watching({ source: failed('unreachable'), chosen: T1 });
    await watch.start();
    await clock.settle();
    expect(watch.find(T1.terminalId)).toEqual(T1);
    expect(watch.view().chosen).toMatchObject({ status: { light: 'unknown' } });
    world.source = ok([]);
    await watch.refresh();
    expect(watch.find(T1.terminalId)).toBeNull();
    expect(watch.view().chosen).toMatchObject({ status: { light: 'red', reason: 'missing' } });
  });

  it('asks nothing by itself while a request is open, and is back afterwards', async () => {
    const { clock, world, watch } = watching();
    await watch.start();
    await clock.settle();
    world.busy = true;
    await clock.advance(300_000);
    expect(world.asked).toEqual({ nets: 1, source: 1 });
    world.busy = false;
    await clock.advance(60_000);
    expect(world.asked).toEqual({ nets: 2, source: 2 });
  });

  it('answers several who ask at once with one question', async () => {
    const { world, watch } = watching();
    await Promise.all([watch.refresh(), watch.refresh(), watch.askNets(), watch.askSource()]);
    expect(world.asked).toEqual({ nets: 1, source: 1 });
  });

  it('shows what a check heard', async () => {
    const { clock, world, watch } = watching({ nets: failed('unreachable') });
    await watch.start();
    await clock.settle();
    world.nets = ok([]);
    expect(await watch.askNets()).toEqual(ok([]));
    expect(light(watch)).toMatchObject({ reason: 'unknown-id' });
  });

  it('keeps what it heard, and a start without either service tells it with its age', async () => {
    const first = watching();
    await first.watch.start();
    await first.clock.settle();
    const { kept } = first.world;
    expect(kept).toMatchObject({ terminals: [T1], listing: { ids: [T1.terminalId] } });

    const second = watching({ nets: failed('unreachable'), source: failed('unreachable') });
    second.world.kept = kept;
    await second.watch.start();
    await second.clock.settle();
    expect(light(second.watch)).toEqual({ light: 'red', reason: 'nets-unreachable', asOf: kept.listing?.at, lastKnown: 'ready' });
    expect(second.watch.view()).toMatchObject({ strapi: 'unreachable', definedAsOf: '2026-11-22T10:00:00.000Z' });
    expect(second.world.kept).toEqual(kept);
  });

  it('calls nobody refused where this account only lacks its secrets', async () => {
    const { clock, watch } = watching({ nets: failed('secrets-missing'), source: failed('secrets-missing') });
    await watch.start();
    await clock.settle();
    expect(watch.view()).toMatchObject({ nets: 'secrets-missing', strapi: 'secrets-missing' });
  });

  it('asks and publishes nothing once it is stopped', async () => {
    const { clock, world, watch } = watching();
    await watch.start();
    await clock.settle();
    const { published } = world;
    watch.stop();
    await clock.advance(300_000);
    expect(world.asked).toEqual({ nets: 1, source: 1 });
    expect(world.published).toBe(published);
    expect(clock.timers()).toBe(0);
  });
});
