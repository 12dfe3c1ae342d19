import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportPayments } from '../../../electron/storage/export-payments.ts';
import { journalPath } from '../../../electron/storage/open-storage.ts';
import type { Snapshot } from '../../../shared/ipc/contract.ts';
import { type LinkProblem, linkProblems, type PaymentRequest } from '../../../shared/ipc/requests.ts';
import { ok } from '../../../shared/result.ts';
import { approve, hold, type Play, readExportedPayments, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { testCredentials } from '../../support/provisioning.ts';
import { type Asked, judgeLink } from '../../support/willba/judge-link.ts';
import { linksOfAllKinds, type MadeLink } from '../../support/willba/links-of-all-kinds.ts';
import { signLink } from '../../support/willba/sign-link.ts';
import { idOf } from '../program/paid-desk.ts';
import { composeForTest, keeperFor, sale, untilPayment } from '../program/program.ts';

const KEYS = ['key-of-the-links', 'the key before it, äö'] as const;
const LINKS_A_SITUATION = 2_500;
const nowSeconds = Math.floor(Date.now() / 1000);
const circumstances = () => ({ keys: KEYS, currency: 'EUR', nowMs: Date.now() });

type Desk = Awaited<ReturnType<typeof openDesk>>;
let desk: Desk;
const OF_A_LINK: readonly LinkProblem[] = [
  ...(['not-a-link', 'signature', 'malformed', 'repeated', 'incomplete', 'amount', 'currency', 'text', 'card-number', 'expired'] as const),
];
/** How often a link was good, refused, and for which reason. */
const counts = new Map<string, number>();
const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);

async function openDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-links-'));
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
  const willba = { webhookUrl: 'http://127.0.0.1:9/hook', webhookSecret: 'whsec_c2VjcmV0LW9mLXRoZS10ZXN0', linkKey: [...KEYS] };
  const program = composeForTest(folder, cloud.baseUrl, keeperFor('{}'), { overrides: { willba } });
  const snapshot = async (): Promise<Snapshot> => {
    const answer = await program.execute('snapshot', null);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  return {
    cloud,
    program,
    snapshot,
    posts: () => cloud.ledger.attempts.length,
    payments() {
      const file = join(folder, 'payments.jsonl');
      const exported = exportPayments(journalPath(folder), file);
      if (!exported.ok) throw new Error(exported.error.kind);
      return readExportedPayments(file);
    },
    async press() {
      const { draft, request } = (await snapshot()).form;
      const shown = { ...sale(), idempotencyKey: draft.form, amountMinor: request?.amountMinor ?? 0, reference: draft.reference };
      const first = await program.execute('startSale', shown);
      return first.ok ? first : program.execute('startSale', { ...shown, confirmed: [...(first.error.warnings ?? [])] });
    },
    async type(amountText: string, reference: string) {
      await program.execute('saveDraft', { ...(await snapshot()).form.draft, amountText, reference });
    },
    async close() {
      await program.close();
      await cloud.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** All that a link might change, but the refusal that it brings. The form's name changes with each form and tells nothing. */
async function look() {
  const { form, requests, current, today, starting } = await desk.snapshot();
  const { form: _, ...draft } = form.draft;
  const inSight = { current: current?.id, state: current?.state, payments: today.payments.map(({ id, state }) => `${id} ${state}`) };
  const state = { draft, request: form.request, from: form.from, waiting: requests.waiting, ...inSight, starting, posts: desk.posts() };
  return { state, refused: requests.refused };
}
type State = Awaited<ReturnType<typeof look>>['state'];

function expectSame(one: unknown, other: unknown, what: string): void {
  if (!isDeepStrictEqual(one, other)) expect(one, what).toEqual(other);
}

const asShown = ({ id, amountMinor, currency, reference, guest, operator }: Asked): PaymentRequest => ({
  ...{ id, amountMinor, currency, reference, guest, operator },
});
const euros = (minor: number): string => `${Math.floor(minor / 100)},${String(minor % 100).padStart(2, '0')}`;

/** Opens the link, judges what came of it, and takes it away again. */
async function tryLink({ kind, link }: MadeLink, where: 'form' | 'waiting', before: State): Promise<void> {
  const verdict = judgeLink(link, circumstances());
  await desk.program.openLink(ok(link));
  const { state: after, refused } = await look();
  const what = `${kind}: ${link}`;
  if (refused !== null) {
    expect(verdict.is, `refused as ${refused.why}, ${what}`).not.toBe('good');
    expect(linkProblems).toContain(refused.why);
    expectSame(after, before, what);
    await desk.program.execute('linkRefusalRead', { number: refused.number });
    count(refused.why);
    count('refused');
    return;
  }
  if (verdict.is === 'bad') throw new Error(`taken, though ${verdict.why}: ${what}`);
  const shown = (where === 'form' ? after.request : after.waiting.at(-1)) ?? null;
  if (verdict.is === 'good') expectSame(shown, asShown(verdict.asked), what);
  else expect(shown, what).toMatchObject({ id: verdict.asked.id, amountMinor: verdict.asked.amountMinor, currency: 'EUR' });
  if (where === 'form') {
    const { amountText, reference } = after.draft;
    expectSame([amountText.replace(/\s/g, ''), reference], [euros(verdict.asked.amountMinor), shown?.reference], what);
    expectSame({ ...after, draft: null, request: null, from: null }, { ...before, draft: null, request: null, from: null }, what);
  } else expectSame({ ...after, waiting: after.waiting.slice(0, -1) }, before, what);
  await desk.program.openLink(ok(link));
  expectSame(await look(), { state: after, refused: null }, `opened again, ${what}`);
  await desk.program.execute('dismissRequest', { requestId: verdict.asked.id });
  expectSame(await look(), { state: before, refused: null }, `dismissed, ${what}`);
  count(verdict.is);
}

/** After a failure, so that a smaller link is judged as the first one was. */
async function clear({ request, waiting }: State): Promise<void> {
  const { form, requests } = await desk.snapshot();
  const kept = [request, ...waiting].map((each) => each?.id);
  const left = [...requests.waiting, ...(form.request === null ? [] : [form.request])].filter(({ id }) => !kept.includes(id));
  for (const { id } of left) await desk.program.execute('dismissRequest', { requestId: id });
  if (requests.refused !== null) await desk.program.execute('linkRefusalRead', { number: requests.refused.number });
}

async function tryAll(where: 'form' | 'waiting'): Promise<void> {
  const { state: before } = await look();
  const links = linksOfAllKinds({ keys: KEYS, nowSeconds });
  let opened = 0;
  const property = fc.asyncProperty(links, async (made) => {
    // The program's timers must run as well: to a program that gets none for seconds it looks as if the system had slept.
    if (opened++ % 20 === 0) await setImmediate();
    try {
      await tryLink(made, where, before);
    } catch (error) {
      await clear(before);
      throw error;
    }
  });
  await fc.assert(property, { numRuns: LINKS_A_SITUATION });
}

let booking = 0;
const asked = (more = {}) => {
  booking += 1;
  return { amount: 4_000 + booking, currency: 'EUR', reference: `R-7${booking}`, id: `paid-${booking}`, exp: nowSeconds + 3_600, ...more };
};

describe('ten thousand links: none does anything but what Willba signed, and that once', () => {
  beforeAll(async () => {
    desk = await openDesk();
    await desk.snapshot();
    // The program may be asked before its key was read.
    await desk.program.openLink(ok('willba-pos://'));
    await desk.program.execute('linkRefusalRead', { number: 1 });
  });
  afterAll(() => desk.close());

  it('at an empty form', () => tryAll('form'));

  it('where somebody has typed', async () => {
    await desk.type('12,50', 'R-1001');
    await tryAll('form');
    await desk.type('', '');
  });

  it('beside a request that is in the form already', async () => {
    const held = asked();
    await desk.program.openLink(ok(signLink(held, KEYS[0])));
    await tryAll('waiting');
    await desk.program.execute('dismissRequest', { requestId: held.id });
  });

  it('while a payment waits', async () => {
    const play: Play = desk.cloud.terminal('71000001').play(hold());
    const paymentId = idOf(await desk.program.execute('startSale', sale()));
    await play.arrived;
    await untilPayment(desk.program, paymentId, 'sent');
    await tryAll('waiting');
    play.release(approve());
    await untilPayment(desk.program, paymentId, 'approved');
    await desk.program.execute('closeOutcome', { paymentId, shown: 'approved', keepDraft: false });
  });

  it('and one that is charged is good for nothing afterwards, whatever is signed under its id', async () => {
    desk.cloud.terminal('71000001').always(approve());
    for (let round = 0; round < 20; round += 1) {
      const request = asked();
      await desk.program.openLink(ok(signLink(request, KEYS[round % 2] ?? '')));
      const paymentId = idOf(await desk.press());
      expect(await untilPayment(desk.program, paymentId, 'approved')).toMatchObject({ requestId: request.id, amountMinor: request.amount });
      await desk.program.execute('closeOutcome', { paymentId, shown: 'approved', keepDraft: false });
      const { state: before } = await look();
      for (const again of [request, { ...request, amount: 1 }, { ...request, exp: 9_999_999_999 }, { ...request, reference: 'R-1' }]) {
        await desk.program.openLink(ok(signLink(again, KEYS[0])));
        const { state: after, refused } = await look();
        expect(refused).toMatchObject({ why: 'used' });
        expectSame(after, before, 'a used link');
        await desk.program.execute('linkRefusalRead', { number: refused?.number ?? 0 });
      }
    }
  });

  it('the journal and the server know of the payments that somebody pressed for, and of nothing else', () => {
    const payments = desk.payments();
    expect(payments).toHaveLength(21);
    expect(new Set(payments.map(({ requestId }) => requestId)).size).toBe(21);
    expect(desk.posts()).toBe(21);
    console.log(
      [...counts]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([what, times]) => `${times} ${what}`)
        .join('\n'),
    );
    // The generator does what it is for: enough of each, and of every reason that a link itself can give.
    expect(counts.get('good') ?? 0).toBeGreaterThan(2_000);
    expect(counts.get('refused') ?? 0).toBeGreaterThan(4_000);
    expect([...counts.keys()]).toEqual(expect.arrayContaining([...OF_A_LINK]));
  });
});
