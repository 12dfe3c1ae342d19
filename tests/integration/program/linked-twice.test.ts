import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Program } from '../../../electron/program/compose.ts';
import type { Snapshot } from '../../../shared/ipc/contract.ts';
import { ok } from '../../../shared/result.ts';
import { answerCallWith, approve, approveThenCut, decline, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { provisioningFile, testCredentials } from '../../support/provisioning.ts';
import { signLink } from '../../support/willba/sign-link.ts';
import { composeForTest, keeperFor } from './program.ts';

const KEY = 'key-of-the-links';
const willba = { webhookUrl: 'http://127.0.0.1:9/hook', webhookSecret: 'whsec_c2VjcmV0LW9mLXRoZS10ZXN0', linkKey: KEY };
const acts = [
  'open',
  'other',
  'press',
  'again',
  'late',
  'later',
  'by hand',
  'retry',
  'leave',
  'dismiss',
  'take',
  'type',
  'import',
  'restart',
] as const;
const plays = { approved: approve, declined: decline, lost: () => approveThenCut('before') };
const play = fc.constantFrom(...(Object.keys(plays) as (keyof typeof plays)[]));
const SETTLED: readonly string[] = ['approved', 'declined', 'checking', 'unresolved', 'refused', 'settled-by-person'];

/** Two requests at one desk, and whatever a person may do with them in any order. */
async function playDay(steps: readonly (readonly [(typeof acts)[number], keyof typeof plays])[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-twice-'));
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
  const terminal = cloud.terminal('71000001');
  terminal.lookups.always(answerCallWith(200, { result: {} }));
  const keeper = keeperFor(JSON.stringify(provisioningFile({ baseUrl: cloud.baseUrl, willba })));
  const compose = (): Program => composeForTest(folder, cloud.baseUrl, keeper, { overrides: { willba } });
  let program = compose();
  const exp = Math.floor(Date.now() / 1000) + 3_600;
  const requests = [4_200, 1_350].map((amount) => ({ amount, currency: 'EUR', reference: `R-${amount}`, id: `request-${amount}`, exp }));
  const [one, other] = requests.map((request) => signLink(request, KEY));
  const shown = async (): Promise<Snapshot> => {
    const snapshot = await program.execute('snapshot', null);
    if (!snapshot.ok) throw new Error(snapshot.error.code);
    return snapshot.value;
  };
  const stateOf = async (id: string) => (await shown()).today.payments.find((payment) => payment.id === id);
  /** What the window has shown since the program was started: it ends with it. */
  const earlier: Snapshot[] = [];

  /** Maksa as the window would send it for what it showed, with every question answered. The sum that goes out is the one that was shown. */
  async function press(seen: Snapshot): Promise<void> {
    const { draft, request } = seen.form;
    const amountMinor = request?.amountMinor ?? 700;
    const sums = cloud.ledger.attempts.length;
    const input = {
      ...{ idempotencyKey: draft.form, mode: 'production' as const, amountMinor, reference: draft.reference, terminalId: '71000001' },
      completesId: draft.completesId,
    } as const;
    const first = await program.execute('startSale', { ...input, confirmed: [] });
    const begun = first.ok ? first : await program.execute('startSale', { ...input, confirmed: [...(first.error.warnings ?? [])] });
    if (begun.ok)
      await expect.poll(async () => SETTLED.includes((await stateOf(begun.value.paymentId))?.state ?? ''), { timeout: 60_000 }).toBe(true);
    for (const { requestedMinor } of cloud.ledger.attempts.slice(sums)) expect(requestedMinor).toBe(amountMinor);
  }

  try {
    for (const [act, next] of steps) {
      terminal.always(plays[next]());
      const seen = await shown();
      const { current, form } = seen;
      if (act === 'open') await program.openLink(ok(one ?? ''));
      else if (act === 'other') await program.openLink(ok(other ?? ''));
      else if (act === 'press') await press(seen);
      // Two windows' worth of hands: the same press twice at once, and one for a screen that is gone.
      else if (act === 'again') await Promise.all([press(seen), press(seen)]);
      else if (act === 'late' || act === 'later') {
        const old = earlier.at(act === 'late' ? -1 : -2);
        if (old !== undefined) await press(old);
      } else if (act === 'by hand' && form.request !== null) {
        const proof = { lastFour: '4242', receipt: 'K-1', reason: 'Pääte ei toimi' };
        const { amountMinor, reference } = form.request;
        const record = { ...proof, idempotencyKey: form.draft.form, mode: 'production', amountMinor, reference } as const;
        const asked = await program.execute('recordManualEntry', { ...record, confirmed: [] });
        if (!asked.ok) await program.execute('recordManualEntry', { ...record, confirmed: [...(asked.error.warnings ?? [])] });
      } else if ((act === 'retry' || act === 'leave') && current !== null) {
        if (current.state === 'checking') await program.execute('releasePayment', { paymentId: current.id });
        await program.execute('closeOutcome', { paymentId: current.id, shown: current.state, keepDraft: act === 'retry' });
      } else if (act === 'dismiss' && form.request !== null) await program.execute('dismissRequest', { requestId: form.request.id });
      else if (act === 'take') await program.execute('takeRequest', { requestId: seen.requests.waiting[0]?.id ?? 'none' });
      else if (act === 'type') await program.execute('saveDraft', { ...form.draft, amountText: '7', reference: 'R-7' });
      else if (act === 'import') await program.execute('importFile', null);
      else if (act === 'restart') {
        await program.close();
        program = compose();
        earlier.length = 0;
        continue;
      }
      earlier.push(seen);
    }
    const { payments } = (await shown()).today;
    for (const { id, amount } of requests) {
      const charged = cloud.ledger.attempts.filter(({ requestedMinor, outcome }) => requestedMinor === amount && outcome === 'approved');
      const byHand = payments.filter(({ requestId, kind }) => requestId === id && kind === 'manual');
      expect(charged.length + byHand.length, `${id} was charged more than once`).toBeLessThanOrEqual(1);
    }
  } finally {
    await program.close();
    await cloud.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What somebody would try first. */
const examples: Parameters<typeof playDay>[0][] = [
  ['open', 'press', 'leave', 'open', 'press'],
  ['open', 'press', 'restart', 'leave', 'open', 'press', 'late'],
  ['open', 'dismiss', 'import', 'later', 'leave', 'open', 'press'],
].flatMap((acts) => (['approved', 'lost'] as const).map((play) => acts.map((act) => [act as 'open', play] as const)));

it('no order of opening, pressing, trying again, dismissing, importing and starting again charges a request twice or another sum', async () => {
  const steps = fc.array(fc.tuple(fc.constantFrom('open' as const, 'press' as const, ...acts), play), { minLength: 6, maxLength: 16 });
  await fc.assert(fc.asyncProperty(steps, playDay), { numRuns: 30, endOnFailure: true, examples: examples.map((each) => [each]) });
});
