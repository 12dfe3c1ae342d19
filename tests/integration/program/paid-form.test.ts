import { describe, expect, it } from 'vitest';
import type { CommandInput } from '../../../shared/ipc/contract.ts';
import type { Draft } from '../../../shared/ipc/form.ts';
import { answerCallWith, approve, approveThenCut, decline, hold } from '../../support/connect-cloud/index.ts';
import { idOf, paidDesk } from './paid-desk.ts';
import { sale, untilPayment } from './program.ts';

const T = '71000001';
type Desk = Awaited<ReturnType<typeof paidDesk>>;

/** A desk with an unclear 99,00 that was left behind, and 12,50 typed for the next guest. */
async function nextGuest(reference = ''): Promise<{ desk: Desk; unclearId: string; form: Draft }> {
  const desk = await paidDesk();
  await desk.program.execute('closeOutcome', { paymentId: desk.paidId, shown: 'approved', keepDraft: false });
  const { terminal, program } = desk;
  terminal.lookups.always(answerCallWith(200, { result: {} }));
  terminal.play(approveThenCut('before'));
  const unclearId = idOf(await program.execute('startSale', { ...sale(), amountMinor: 9900, reference: 'R-2045' }));
  await untilPayment(program, unclearId, 'checking');
  await program.execute('releasePayment', { paymentId: unclearId });
  return { desk, unclearId, form: await type(desk, reference) };
}

async function type(desk: Desk, reference = ''): Promise<Draft> {
  const form = { ...(await desk.snapshot()).form.draft, amountText: '12,50', reference };
  await desk.program.execute('saveDraft', form);
  expect((await desk.snapshot()).form.draft).toEqual(form);
  return form;
}

/** Maksa on what is typed, at the second terminal: the first one has the unclear payment. */
const press = ({ program }: Desk, form: Draft, more: Partial<CommandInput<'startSale'>> = {}) =>
  program.execute('startSale', { ...sale(), idempotencyKey: form.form, reference: form.reference, terminalId: '71000002', ...more });

const byHand = ({ program }: Desk, form: Draft, more: Partial<CommandInput<'recordManualEntry'>> = {}) =>
  program.execute('recordManualEntry', {
    idempotencyKey: form.form,
    mode: 'production',
    amountMinor: 1250,
    reference: form.reference,
    lastFour: '4242',
    receipt: 'K-77',
    reason: 'Pääte ei toimi',
    confirmed: [],
    ...more,
  });

const empty = { amountText: '', reference: '', method: 'card', from: null };

describe('a form that has become a payment', () => {
  it.each([
    ['by card', press],
    ['by hand', byHand],
  ])('%s is empty at once, and a save that comes late does not bring it back', async (_how, begin) => {
    const { desk, unclearId, form } = await nextGuest();
    const paymentId = idOf(await begin(desk, form));
    await desk.program.execute('saveDraft', { ...form, amountText: '12,50' });
    expect((await desk.snapshot()).form.draft).toMatchObject(empty);
    expect((await desk.snapshot()).form.draft.form).not.toBe(form.form);

    const over = await untilPayment(desk.program, paymentId, begin === press ? 'approved' : 'settled-by-person');
    await desk.program.execute('showPayment', { paymentId: unclearId });
    await desk.program.execute('closeOutcome', { paymentId: unclearId, shown: 'checking', keepDraft: false });
    expect(await desk.snapshot()).toMatchObject({ form: { draft: empty }, current: null });

    // Whatever page still has the old form: it is that payment, and no second one.
    const posts = desk.posts();
    expect(await press(desk, form)).toMatchObject({ ok: true, value: { paymentId: over.id } });
    expect(await byHand(desk, form)).toMatchObject({ ok: true, value: { paymentId: over.id } });
    expect(await press(desk, form, { amountMinor: 1300 })).toMatchObject({ ok: false, error: { code: 'form-changed' } });
    expect(desk.posts()).toBe(posts);
  });

  it('is the same payment for a page that came after the one that pressed, also while the look before it runs', async () => {
    const { desk, form } = await nextGuest('R-3001');
    desk.terminal.lookups.always({ ...answerCallWith(200, { result: {} }), afterMs: 600 });
    const confirmed: CommandInput<'startSale'>['confirmed'] = ['terminal-has-unclear'];
    desk.terminal.play(approve());
    const posts = desk.posts();
    const first = press(desk, form, { terminalId: T, confirmed });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const {
      form: { draft },
      starting,
    } = await desk.snapshot();
    expect(starting).toMatchObject({ kind: 'sale', amountMinor: 1250 });
    expect(draft).toEqual(form);
    const second = press(desk, draft, { terminalId: T, confirmed });
    expect(idOf(await second)).toBe(idOf(await first));
    await untilPayment(desk.program, idOf(await first), 'approved');
    expect(desk.posts()).toBe(posts + 1);
  });

  it('does not come back after a restart, and is still that payment', async () => {
    const { desk, form } = await nextGuest();
    const paymentId = idOf(await press(desk, form));
    await untilPayment(desk.program, paymentId, 'approved');
    await desk.restart();
    await desk.program.execute('saveDraft', form);
    expect((await desk.snapshot()).form.draft).toMatchObject(empty);
    const posts = desk.posts();
    expect(await press(desk, form)).toMatchObject({ ok: false, error: { code: 'confirmation-needed' } });
    const confirmed: CommandInput<'startSale'>['confirmed'] = ['same-sum-just-charged'];
    expect(await press(desk, form, { confirmed })).toMatchObject({ ok: true, value: { paymentId } });
    expect(desk.posts()).toBe(posts);
  });

  it('is left alone by a refund', async () => {
    const { desk, form } = await nextGuest();
    const refundId = idOf(await desk.refund({ terminalId: '71000002' }));
    await untilPayment(desk.program, refundId, 'approved');
    expect((await desk.snapshot()).form.draft).toEqual(form);
  });
});

describe('what came to nothing', () => {
  async function declined(reference = 'R-3001'): Promise<{ desk: Desk; declinedId: string; unclearId: string }> {
    const { desk, form, unclearId } = await nextGuest(reference);
    desk.cloud.terminal('71000002').play(decline());
    const declinedId = idOf(await press(desk, form));
    await untilPayment(desk.program, declinedId, 'declined');
    expect((await desk.snapshot()).form.draft).toMatchObject(empty);
    return { desk, declinedId, unclearId };
  }
  const close = ({ program }: Desk, paymentId: string, keepDraft: boolean) =>
    program.execute('closeOutcome', { paymentId, shown: 'declined', keepDraft });

  it('brings its own sum and reference back, under its own name', async () => {
    const { desk, declinedId } = await declined();
    expect((await close(desk, declinedId, true)).ok).toBe(true);
    expect(await desk.snapshot()).toMatchObject({
      form: {
        draft: { amountText: '12,50', reference: 'R-3001', method: 'card', from: declinedId },
        from: { paymentId: declinedId, state: 'declined', amountMinor: 1250, reference: 'R-3001' },
      },
    });
  });

  it('does the same when something else is opened over its outcome, and never over what somebody typed', async () => {
    const { desk, declinedId, unclearId } = await declined();
    await desk.program.execute('showPayment', { paymentId: unclearId });
    expect(await desk.snapshot()).toMatchObject({ form: { draft: { amountText: '12,50', from: declinedId } }, browsing: true });
    await desk.program.execute('closeOutcome', { paymentId: unclearId, shown: 'checking', keepDraft: false });
    expect((await desk.snapshot()).form.draft).toMatchObject({ amountText: '12,50', from: declinedId });
  });

  it('is empty after Uusi maksu', async () => {
    const { desk, declinedId } = await declined();
    await close(desk, declinedId, false);
    expect(await desk.snapshot()).toMatchObject({ form: { draft: empty, from: null } });
  });

  it('a payment that took money, or may have, brings nothing back', async () => {
    const { desk, form } = await nextGuest();
    const play = desk.cloud.terminal('71000002').play(hold());
    const paymentId = idOf(await press(desk, form));
    await play.arrived;
    play.release(approve());
    await untilPayment(desk.program, paymentId, 'approved');
    expect(await desk.program.execute('closeOutcome', { paymentId, shown: 'approved', keepDraft: true })).toMatchObject({
      ok: false,
      error: { code: 'not-possible-now' },
    });
    expect((await desk.snapshot()).form.draft).toMatchObject(empty);
  });
});

describe('the sum that was just charged', () => {
  const question = { ok: false, error: { code: 'confirmation-needed', warnings: ['same-sum-just-charged'] } };

  it.each([
    ['by card after a card', press, press],
    ['by hand after a card', press, byHand],
    ['by card after a record by hand', byHand, press],
    ['by hand after a record by hand', byHand, byHand],
  ])('%s is asked about, with time, sum and terminal', async (_how, first, second) => {
    const { desk, form } = await nextGuest();
    const paymentId = idOf(await first(desk, form));
    const { state } = await untilPayment(desk.program, paymentId, first === press ? 'approved' : 'settled-by-person');
    await desk.program.execute('closeOutcome', { paymentId, shown: state, keepDraft: false });
    const next = await type(desk);
    const posts = desk.posts();
    const asked = await second(desk, next);
    expect(asked).toMatchObject(question);
    expect(asked).toMatchObject({
      error: { justCharged: { amountMinor: 1250, currency: 'EUR', terminalName: first === press ? 'Päätelaite II' : null, certain: true } },
    });
    expect(desk.posts()).toBe(posts);
    expect((await second(desk, next, { confirmed: ['same-sum-just-charged'] })).ok).toBe(true);
  });

  it.each([
    ['without a reference', '', true],
    ['for another booking', 'R-3001', false],
  ])('is asked about where the charge is only possible, and was made %s', async (_how, reference, asks) => {
    const { desk, form } = await nextGuest(reference);
    desk.cloud.terminal('71000002').lookups.always(answerCallWith(200, { result: {} }));
    desk.cloud.terminal('71000002').play(approveThenCut('before'));
    const paymentId = idOf(await press(desk, form));
    await untilPayment(desk.program, paymentId, 'checking');
    await desk.program.execute('releasePayment', { paymentId });
    const next = await type(desk);
    const again = await press(desk, next, { terminalId: '71000003', reference: 'R-3002' });
    const asked = { ...question, error: { warnings: ['same-sum-just-charged'], justCharged: { certain: false } } };
    expect(again).toMatchObject(asks ? asked : { ok: true });
    if (asks) expect((await press(desk, next, { terminalId: '71000003', amountMinor: 1300 })).ok).toBe(true);
  });

  it('is not asked about once it was given back in full', async () => {
    const { desk, form } = await nextGuest();
    const paymentId = idOf(await press(desk, form));
    await untilPayment(desk.program, paymentId, 'approved');
    const refundId = idOf(await desk.refund({ originalId: paymentId, terminalId: '71000002' }));
    await untilPayment(desk.program, refundId, 'approved');
    await desk.program.execute('closeOutcome', { paymentId: refundId, shown: 'approved', keepDraft: false });
    expect((await press(desk, await type(desk))).ok).toBe(true);
  });

  it.each([
    ['a minute later', 60_000, false],
    ['after the clock was set back by an hour', -3_600_000, false],
    ['three minutes later', 180_000, true],
  ])('is asked about for two minutes: %s', async (_when, later, begins) => {
    const { desk, form } = await nextGuest();
    const paymentId = idOf(await press(desk, form));
    await untilPayment(desk.program, paymentId, 'approved');
    await desk.restart(later);
    expect((await press(desk, await type(desk))).ok).toBe(begins);
  });
});
