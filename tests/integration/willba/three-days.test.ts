import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Posted } from '../../../electron/outbox/ports.ts';
import { createSender } from '../../../electron/outbox/sender.ts';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import { openStorage, type Storage } from '../../../electron/storage/open-storage.ts';
import { silentLog } from '../../../electron/support/log.ts';
import { createWebhook } from '../../../electron/willba/webhook.ts';
import { newFolder } from '../../support/desk/program.ts';
import { createFakeClock } from '../../support/fakes/fake-clock.ts';
import { type Answer, accept, half, page, redirect, refuse, reset } from '../../support/willba/answers.ts';
import { startReceiver } from '../../support/willba/receiver.ts';
import { approvedState, must, rowOf, sale } from '../storage/journal-on-disk.ts';

const SECRET = 'whsec_bmV3LXNlY3JldC1vZi13aWxsYmEtMTIzNDU2';
const SEED = 1;
const HOUR_MS = 3_600_000;
const STEP_MS = 60_000;
const PAYMENTS_AN_HOUR = 3;
const RESTART_EVERY_HOURS = 7;

const ends: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** How payments go: the states of which Willba is told, in their order. */
const WAYS: readonly (readonly PaymentState[])[] = [
  [{ name: 'created' }, { name: 'sent', written: false }, approvedState],
  [{ name: 'created' }, { name: 'sent', written: false }, { name: 'declined', hostCode: '51' }],
  [{ name: 'created' }, { name: 'refused', reason: 'busy' }],
  [
    { name: 'created' },
    { name: 'sent', written: false },
    { name: 'checking', cause: 'answer-lost', lookupsDone: 0, hint: null },
    { name: 'unresolved', cause: 'answer-lost', hint: null },
    { ...approvedState, proof: 'lookup' },
  ],
];

function createRandom(seed: number): () => number {
  let state = seed * 7_919;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** What a Willba that is not well does with a request. Some of it was taken all the same. `date`: of its own clock, which is right. */
function answerOf(random: () => number, date: string): Answer {
  const answers: readonly Answer[] = [
    refuse(503),
    refuse(500),
    refuse(429, { 'retry-after': '40' }),
    refuse(503, { 'retry-after': '604800' }),
    page(200),
    redirect('http://127.0.0.1:9/elsewhere'),
    reset('before-reading'),
    reset('after-reading'),
    half('head', 'close'),
    half('body', 'close'),
  ];
  const answer = answers[Math.floor(random() * answers.length)] ?? accept();
  return answer.kind === 'status' ? { ...answer, headers: { ...answer.headers, date } } : answer;
}

/** The real outbox, sender, webhook and receiver on a clock that the test moves. */
async function property(seed: number) {
  const random = createRandom(seed);
  const clock = createFakeClock();
  const now = (): number => Date.parse(clock.wallTime());
  const folder = newFolder('three-days');
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  const receiver = await startReceiver({ secrets: [SECRET], now });
  ends.push(() => receiver.close());
  const webhook = createWebhook({ url: receiver.url, secrets: () => [SECRET], now, elapsed: clock.elapsed });
  ends.push(webhook.dispose);
  let underWay = 0;
  let storage: Storage;
  let sender: ReturnType<typeof createSender>;

  async function open(): Promise<void> {
    storage = await openStorage(folder, silentLog);
    storage.outboxes.willba.serve(true);
    sender = createSender({
      outbox: storage.outboxes.willba,
      clock,
      random,
      statusChanged: () => undefined,
      async post(event): Promise<Posted> {
        underWay += 1;
        try {
          return await webhook.post(event);
        } finally {
          underWay -= 1;
        }
      },
    });
    sender.start();
  }

  async function close(): Promise<void> {
    sender.stop();
    await storage.close();
  }
  await open();
  ends.push(close);

  return {
    random,
    receiver,
    clock,
    journal: () => storage.journal,
    waiting: () => storage.outboxes.willba.waiting(),
    async restart(): Promise<void> {
      await close();
      await open();
    },
    /** Virtual time goes on only while no request is under way. */
    async pass(ms: number): Promise<void> {
      for (let passed = 0; passed < ms; passed += STEP_MS) {
        await clock.advance(STEP_MS);
        while (underWay > 0) {
          await pause(1);
          await clock.settle();
        }
      }
    },
  };
}

describe('72 hours of a Willba that is down, comes back and lies', () => {
  it('every event arrives once in order, signed anew at each try, and none that did not happen', async () => {
    const { random, receiver, clock, journal, waiting, restart, pass } = await property(SEED);
    const told = new Map<string, string[]>();
    const unfinished: { readonly id: string; readonly left: PaymentState[] }[] = [];

    function begin(): void {
      const facts = sale();
      const [first, ...left] = WAYS[Math.floor(random() * WAYS.length)] ?? [];
      if (first === undefined) return;
      must(journal().create(facts, `key-${facts.id}`, rowOf('started', first)));
      // The same form once more is no payment, so Willba never hears of it.
      expect(journal().create({ ...facts, id: `${facts.id}-again` }, `key-${facts.id}`, rowOf('started', first)).ok).toBe(false);
      told.set(facts.id, [first.name]);
      unfinished.push({ id: facts.id, left });
    }
    /** Every payment that is under way reaches its next state. */
    function goOn(): void {
      for (const { id, left } of unfinished) {
        const next = left.shift();
        if (next === undefined) continue;
        must(journal().append(id, rowOf('given-up', next)));
        told.get(id)?.push(next.name);
      }
    }

    for (let hour = 0; hour < 72; hour += 1) {
      const mood = random();
      if (mood < 0.25) await receiver.goDown();
      else receiver.answer(() => (mood < 0.6 && random() < 0.7 ? answerOf(random, new Date(clock.wallTime()).toUTCString()) : accept()));
      for (let count = 0; count < PAYMENTS_AN_HOUR; count += 1) {
        begin();
        await pass(HOUR_MS / (2 * PAYMENTS_AN_HOUR));
        goOn();
        await pass(HOUR_MS / (2 * PAYMENTS_AN_HOUR));
      }
      if (hour % RESTART_EVERY_HOURS === RESTART_EVERY_HOURS - 1) await restart();
      if (mood < 0.25) await receiver.comeBack();
    }
    for (let more = 0; more < 5; more += 1) goOn();
    receiver.answer(() => accept());
    await pass(4 * HOUR_MS);

    expect(waiting()).toEqual([]);
    // Fresh times, one body for each id, and rising sequences are what the receiver itself complains of.
    expect(receiver.complaints).toEqual([]);
    const arrived = new Map<string, string[]>();
    for (const { payment } of receiver.events) {
      if (payment === null) continue;
      arrived.set(payment.id, [...(arrived.get(payment.id) ?? []), payment.state]);
    }
    expect(Object.fromEntries(arrived)).toEqual(Object.fromEntries(told));
    expect(receiver.tries.length, 'nothing was tried twice').toBeGreaterThan(receiver.events.length);
  });
});
