import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { MOST_REQUESTS } from '../../../electron/desk/requests.ts';
import type { Program } from '../../../electron/program/compose.ts';
import type { CommandInput, Snapshot } from '../../../shared/ipc/contract.ts';
import { failed, ok } from '../../../shared/result.ts';
import {
  answerCallWith,
  approve,
  approveThenCut,
  cancelledAtTerminal,
  decline,
  hold,
  type Script,
  startConnectCloud,
  timedOutAtTerminal,
} from '../../support/connect-cloud/index.ts';
import { provisioningFile, testCredentials } from '../../support/provisioning.ts';
import { type LinkRequest, signLink } from '../../support/willba/sign-link.ts';
import { idOf } from './paid-desk.ts';
import { composeForTest, keeperFor, sale, untilPayment } from './program.ts';

const KEY = 'key-of-the-links';
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const willba = { webhookUrl: 'http://127.0.0.1:9/hook', webhookSecret: 'whsec_c2VjcmV0LW9mLXRoZS10ZXN0', linkKey: KEY };

async function requestDesk(more: Parameters<typeof composeForTest>[3] = {}, ...scripts: readonly Script[]) {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-requests-'));
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
  const keeper = keeperFor(JSON.stringify(provisioningFile({ baseUrl: cloud.baseUrl, willba })));
  const compose = (): Program => composeForTest(folder, cloud.baseUrl, keeper, { overrides: { willba }, ...more });
  let program = compose();
  closers.push(
    async () => rmSync(folder, { recursive: true, force: true }),
    () => cloud.close(),
    () => program.close(),
  );
  const snapshot = async (): Promise<Snapshot> => {
    const answer = await program.execute('snapshot', null);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  const terminal = cloud.terminal('71000001');
  for (const script of scripts.length === 0 ? [approve()] : scripts) terminal.play(script);
  return {
    cloud,
    terminal,
    snapshot,
    get program() {
      return program;
    },
    open: (link: string) => program.openLink(ok(link)),
    /** Maksa, as the window would send what it shows. */
    async press(change: Partial<CommandInput<'startSale'>> = {}) {
      const { draft, request } = (await snapshot()).form;
      return program.execute('startSale', {
        ...sale(),
        idempotencyKey: draft.form,
        amountMinor: request?.amountMinor ?? 1250,
        reference: draft.reference,
        completesId: draft.completesId,
        ...change,
      });
    },
    async type(amountText: string, reference = '') {
      const draft = { ...(await snapshot()).form.draft, amountText, reference };
      await program.execute('saveDraft', draft);
    },
    close: (paymentId: string, shown: CommandInput<'closeOutcome'>['shown'], keepDraft = false) =>
      program.execute('closeOutcome', { paymentId, shown, keepDraft }),
    posts: () => cloud.ledger.entries().reduce((sum, entry) => sum + entry.posts, 0),
    async restart() {
      await program.close();
      program = compose();
    },
  };
}

let links = 0;
function asked(more: Partial<LinkRequest> = {}): LinkRequest {
  links += 1;
  const exp = Math.floor(Date.now() / 1000) + 300;
  return { amount: 4200, currency: 'EUR', reference: `R-5${links}`, guest: 'Matti Mäkinen', id: `request-${links}`, exp, ...more };
}
const linkOf = (request: LinkRequest): string => signLink(request, KEY);

describe('a request of Willba', () => {
  it('fills the form in, and is charged by a press alone, under its own id', async () => {
    const desk = await requestDesk();
    const request = asked();
    await desk.open(linkOf(request));
    expect(await desk.snapshot()).toMatchObject({
      form: {
        draft: { amountText: '42,00', reference: request.reference, method: 'card' },
        request: { id: request.id, amountMinor: 4200, guest: 'Matti Mäkinen' },
      },
      requests: { waiting: [], refused: null },
      current: null,
    });
    expect(desk.posts()).toBe(0);
    const paid = await untilPayment(desk.program, idOf(await desk.press()), 'approved');
    expect(paid).toMatchObject({ requestId: request.id, amountMinor: 4200 });
    expect((await desk.snapshot()).form).toMatchObject({ draft: { amountText: '', reference: '' }, request: null });
  });

  it('cannot be changed from the window: neither its sum nor its reference, only how it is paid', async () => {
    const desk = await requestDesk();
    const request = asked();
    await desk.open(linkOf(request));
    const before = (await desk.snapshot()).form.draft;
    await desk.program.execute('saveDraft', { ...before, amountText: '1', reference: 'X', method: 'manual', completesId: 'other' });
    expect((await desk.snapshot()).form.draft).toEqual({ ...before, method: 'manual' });
    for (const change of [{ amountMinor: 100 }, { reference: 'R-1' }]) {
      expect(await desk.press(change)).toMatchObject({ ok: false, error: { code: 'form-changed' } });
    }
    expect(desk.posts()).toBe(0);
  });

  it('can be recorded by hand, still as that request', async () => {
    const desk = await requestDesk();
    const request = asked();
    await desk.open(linkOf(request));
    const { draft } = (await desk.snapshot()).form;
    const record = { idempotencyKey: draft.form, mode: 'production', reference: draft.reference, confirmed: [] } as const;
    const proof = { lastFour: '4242', receipt: 'K-1', reason: 'Pääte ei toimi' };
    const refused = await desk.program.execute('recordManualEntry', { ...record, ...proof, amountMinor: 4100, confirmed: [] });
    expect(refused).toMatchObject({ ok: false, error: { code: 'form-changed' } });
    const paymentId = idOf(await desk.program.execute('recordManualEntry', { ...record, ...proof, amountMinor: 4200, confirmed: [] }));
    expect(await untilPayment(desk.program, paymentId, 'settled-by-person')).toMatchObject({ requestId: request.id });
    await desk.open(linkOf(request));
    expect((await desk.snapshot()).requests.refused).toMatchObject({ why: 'used' });
  });

  it('puts aside what was typed, and gives it back when it is dismissed, under another name', async () => {
    const desk = await requestDesk();
    await desk.type('12,50', 'R-1001');
    const typed = (await desk.snapshot()).form.draft;
    const request = asked();
    await desk.open(linkOf(request));
    expect((await desk.snapshot()).form.request?.id).toBe(request.id);
    // A press that was under way for what stood there before charges nothing.
    expect(await desk.press({ idempotencyKey: typed.form, amountMinor: 1250, reference: 'R-1001' })).toMatchObject({
      ok: false,
      error: { code: 'form-changed' },
    });
    expect(await desk.program.execute('dismissRequest', { requestId: request.id })).toEqual({ ok: true, value: null });
    const { draft, request: left } = (await desk.snapshot()).form;
    expect(draft).toMatchObject({ amountText: '12,50', reference: 'R-1001' });
    expect(draft.form).not.toBe(typed.form);
    expect(left).toBeNull();
    expect(desk.posts()).toBe(0);
    // Its link is not used by that.
    await desk.open(linkOf(request));
    expect((await desk.snapshot()).form.request?.id).toBe(request.id);
  });

  it('forgets what was put aside once it became a payment: most likely it was for the same guest', async () => {
    const desk = await requestDesk();
    await desk.type('42', 'R-1001');
    await desk.open(linkOf(asked()));
    const paymentId = idOf(await desk.press());
    await untilPayment(desk.program, paymentId, 'approved');
    await desk.close(paymentId, 'approved');
    expect((await desk.snapshot()).form).toMatchObject({ draft: { amountText: '', reference: '' }, request: null });
  });
});

describe('a link is good once', () => {
  it('opened twice before it is charged it is one request', async () => {
    const desk = await requestDesk();
    const link = linkOf(asked());
    await desk.open(link);
    const before = await desk.snapshot();
    await desk.open(link);
    expect(await desk.snapshot()).toMatchObject({ form: before.form, requests: { waiting: [], refused: null } });
  });

  it('another request under the same id is refused', async () => {
    const desk = await requestDesk();
    const request = asked();
    await desk.open(linkOf(request));
    await desk.open(linkOf({ ...request, amount: 1 }));
    expect(await desk.snapshot()).toMatchObject({ form: { request: { amountMinor: 4200 } }, requests: { refused: { why: 'used' } } });
  });

  it.each(['approved', 'declined'] as const)('is used by its sale, also after a restart: %s', async (state) => {
    const desk = await requestDesk({}, state === 'declined' ? decline() : approve());
    const link = linkOf(asked());
    await desk.open(link);
    const paymentId = idOf(await desk.press());
    await untilPayment(desk.program, paymentId, state);
    await desk.close(paymentId, state);
    for (const restarted of [false, true]) {
      if (restarted) await desk.restart();
      await desk.open(link);
      expect(await desk.snapshot()).toMatchObject({ form: { request: null }, requests: { refused: { why: 'used' } } });
    }
    expect(desk.posts()).toBe(1);
  });

  it('is not used by a restart before its sale', async () => {
    const desk = await requestDesk();
    const link = linkOf(asked());
    await desk.open(link);
    await desk.restart();
    expect((await desk.snapshot()).form.request).toBeNull();
    await desk.open(link);
    expect(await untilPayment(desk.program, idOf(await desk.press()), 'approved')).toMatchObject({ amountMinor: 4200 });
  });
});

describe('a request that came to nothing', () => {
  it.each([
    { state: 'declined', play: decline() },
    { state: 'cancelled', play: cancelledAtTerminal() },
    { state: 'timed-out', play: timedOutAtTerminal() },
  ] as const)('can be tried again from its outcome, still as that request: $state', async ({ state, play }) => {
    const desk = await requestDesk({}, play, approve());
    const request = asked();
    await desk.open(linkOf(request));
    const endedId = idOf(await desk.press());
    await untilPayment(desk.program, endedId, state);
    expect((await desk.close(endedId, state, true)).ok).toBe(true);
    expect((await desk.snapshot()).form).toMatchObject({
      draft: { amountText: '42,00', from: endedId },
      request: { id: request.id, guest: 'Matti Mäkinen' },
    });
    const paid = await untilPayment(desk.program, idOf(await desk.press({ confirmed: ['older-proven-paid'] })), 'approved');
    expect(paid.requestId).toBe(request.id);
    expect(desk.posts()).toBe(2);
  });

  it('is not charged again once an earlier try is open, unclear or paid', async () => {
    const desk = await requestDesk({}, approveThenCut('before'));
    desk.terminal.lookups.always(answerCallWith(200, { result: {} }));
    const request = asked();
    await desk.open(linkOf(request));
    const firstId = idOf(await desk.press());
    await untilPayment(desk.program, firstId, 'checking');
    await desk.program.execute('releasePayment', { paymentId: firstId });
    await desk.open(linkOf(request));
    expect(await desk.snapshot()).toMatchObject({ form: { request: null }, requests: { refused: { why: 'used' } } });
    expect(desk.posts()).toBe(1);
  });
});

describe('requests that come while something else is at hand', () => {
  it('wait in the order in which they came, and the next one comes when the window is free', async () => {
    const desk = await requestDesk({}, hold());
    const paymentId = idOf(await desk.program.execute('startSale', sale()));
    await untilPayment(desk.program, paymentId, 'sent');
    const [first, second, third] = [asked(), asked(), asked()];
    for (const request of [first, second, third]) await desk.open(linkOf(request));
    const during = await desk.snapshot();
    expect(during.current).toMatchObject({ id: paymentId, state: 'sent' });
    expect(during.form).toMatchObject({ draft: { amountText: '' }, request: null });
    expect(during.requests.waiting.map(({ id }) => id)).toEqual([first.id, second.id, third.id]);
    // None of them can be taken now, each can be dismissed.
    expect((await desk.program.execute('takeRequest', { requestId: second.id })).ok).toBe(false);
    expect((await desk.program.execute('dismissRequest', { requestId: second.id })).ok).toBe(true);

    await expect.poll(desk.posts).toBe(1);
    desk.terminal.release(approve());
    await untilPayment(desk.program, paymentId, 'approved');
    expect((await desk.snapshot()).form.request).toBeNull();
    await desk.close(paymentId, 'approved');
    const after = await desk.snapshot();
    expect(after.form.request?.id).toBe(first.id);
    expect(after.requests.waiting.map(({ id }) => id)).toEqual([third.id]);
    expect(desk.posts()).toBe(1);
  });

  it('do not push another request out of the form; one is taken by a press, and the other waits', async () => {
    const desk = await requestDesk();
    await desk.type('12,50', 'R-1001');
    const [first, second] = [asked(), asked()];
    await desk.open(linkOf(first));
    await desk.open(linkOf(second));
    expect(await desk.snapshot()).toMatchObject({ form: { request: { id: first.id } }, requests: { waiting: [{ id: second.id }] } });
    expect((await desk.program.execute('takeRequest', { requestId: second.id })).ok).toBe(true);
    expect(await desk.snapshot()).toMatchObject({ form: { request: { id: second.id } }, requests: { waiting: [{ id: first.id }] } });
    await desk.program.execute('dismissRequest', { requestId: second.id });
    // What was typed comes back first, and stays until somebody asks for the request.
    expect(await desk.snapshot()).toMatchObject({
      form: { draft: { amountText: '12,50' }, request: null },
      requests: { waiting: [{ id: first.id }] },
    });
    await desk.program.execute('takeRequest', { requestId: first.id });
    expect((await desk.snapshot()).form.request?.id).toBe(first.id);
  });

  it('are not without end', async () => {
    const desk = await requestDesk();
    for (let count = 0; count <= MOST_REQUESTS; count += 1) await desk.open(linkOf(asked()));
    expect((await desk.snapshot()).requests).toMatchObject({ refused: null });
    await desk.open(linkOf(asked()));
    const { waiting, refused } = (await desk.snapshot()).requests;
    expect(waiting).toHaveLength(MOST_REQUESTS);
    expect(refused).toMatchObject({ why: 'too-many' });
  });

  it('stay while support changes the settings', async () => {
    const desk = await requestDesk();
    const [first, second] = [asked(), asked()];
    await desk.open(linkOf(first));
    await desk.open(linkOf(second));
    expect(await desk.program.execute('importFile', null)).toMatchObject({ ok: true });
    expect(await desk.snapshot()).toMatchObject({ form: { request: { id: first.id } }, requests: { waiting: [{ id: second.id }] } });
  });
});

describe('a link that does nothing says so where it was opened', () => {
  it('a bad one, until somebody has read it', async () => {
    const desk = await requestDesk();
    await desk.type('12,50');
    const before = await desk.snapshot();
    await desk.open(linkOf(asked()).replace('amount=4200', 'amount=1'));
    const { form, requests } = await desk.snapshot();
    expect(form).toEqual(before.form);
    expect(requests).toMatchObject({ waiting: [], refused: { number: 1, why: 'signature' } });
    await desk.program.openLink(failed('too-long'));
    await desk.program.execute('linkRefusalRead', { number: 1 });
    expect((await desk.snapshot()).requests.refused).toMatchObject({ number: 2, why: 'too-long' });
    await desk.program.execute('linkRefusalRead', { number: 2 });
    expect((await desk.snapshot()).requests.refused).toBeNull();
  });

  it.each([
    ['without settings', { settings: null }, 'not-configured'],
    ['in training', { training: true }, 'training'],
    ['without the key', { overrides: {} }, 'no-key'],
  ] as const)('%s', async (_where, more, why) => {
    const desk = await requestDesk(more);
    await desk.open(linkOf(asked()));
    expect(await desk.snapshot()).toMatchObject({ form: { request: null }, requests: { waiting: [], refused: { why } } });
  });

  it('while another account has the program open', async () => {
    const desk = await requestDesk();
    await desk.snapshot();
    const folder = mkdtempSync(join(tmpdir(), 'willba-pos-other-'));
    const other = composeForTest(folder, desk.cloud.baseUrl, undefined, { overrides: { willba } });
    await other.opened();
    const second = composeForTest(folder, desk.cloud.baseUrl, undefined, { overrides: { willba } });
    closers.push(
      async () => rmSync(folder, { recursive: true, force: true }),
      () => other.close(),
      () => second.close(),
    );
    await second.openLink(ok(linkOf(asked())));
    const shown = await second.execute('snapshot', null);
    expect(shown).toMatchObject({ ok: true, value: { requests: { waiting: [], refused: { why: 'open-elsewhere' } } } });
  });

  it('waits for the key, which a keyring may bring late', async () => {
    const keys = Promise.withResolvers<void>();
    const file = { netsPassword: testCredentials.password, strapiToken: null, strapiOutboxToken: null, webhookSecret: [], linkKey: [KEY] };
    const secrets = keys.promise.then(() => ({ secrets: file, kept: true }));
    const desk = await requestDesk({ secrets });
    const opened = desk.open(linkOf(asked()));
    expect((await desk.snapshot()).requests.refused).toBeNull();
    keys.resolve();
    await opened;
    expect((await desk.snapshot()).form.request).toMatchObject({ amountMinor: 4200 });
  });
});
