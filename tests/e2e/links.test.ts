import { expect, type Page, test } from '@playwright/test';
import { decline, hold } from '../support/connect-cloud/index.ts';
import { approve } from '../support/connect-cloud/scripts.ts';
import { KEY_GUARD_MS } from '../support/desk/desk.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { oneLaunch } from '../support/desk/started.ts';
import { asked, endedWell, linkOf, openLink, requestOn, WEBHOOK_SECRET, willbaOf } from '../support/desk/willba-desk.ts';
import { startReceiver } from '../support/willba/receiver.ts';

const T = '71000001';
const first = asked();
const nets = oneLaunch(async (started) => {
  const receiver = await startReceiver({ secrets: [WEBHOOK_SECRET] });
  started.atEnd(() => receiver.close());
  // The link is the last argument.
  const desk = await openNetsDesk(started, { provisioning: { willba: willbaOf(receiver.url) }, launch: { flags: [linkOf(first)] } });
  return { ...desk, receiver };
});
const shown = () => requestOn(nets().page);
const open = async (...args: readonly string[]): Promise<void> => endedWell(await openLink(nets().userDataDir, ...args));

/** What is pressed in the first moment of a request was meant for what stood there before, and does nothing. */
const guardPasses = (): Promise<void> => nets().page.waitForTimeout(KEY_GUARD_MS);
async function dismiss(): Promise<void> {
  await guardPasses();
  await shown().dismiss.click();
  await expect(shown().form).toBeHidden();
}

const FIRST = 'a link at the start fills the sale screen in, and is charged by Maksa alone';

// After a failure the program is started again, with its link.
test.beforeEach(async () => {
  if (test.info().title !== FIRST && (await shown().form.isVisible())) await dismiss();
});

test(FIRST, async () => {
  const { desk, page, posts, receiver, latest } = nets();
  const request = shown();
  await expect(request.form).toContainText('Matti Mäkinen');
  await expect(request.form).toContainText(first.reference ?? '');
  await expect(request.form).toContainText('Liisa L.');
  await expect(desk.amount).toHaveValue('42,00');
  await expect(desk.amount).not.toBeEditable();
  await page.reload();
  await expect(request.form).toContainText('Matti Mäkinen');
  await expect(desk.amount).toHaveValue('42,00');
  await expect(desk.amount).not.toBeEditable();
  expect(posts()).toBe(0);
  await desk.pay();
  await desk.waitForOutcome('paid');
  const asPaid = { requestId: first.id, amountMinor: 4_200, chargedMinor: 4_200, reference: first.reference, state: 'approved' };
  expect(await latest()).toMatchObject(asPaid);
  await expect.poll(() => receiver.events.at(-1)?.payment).toMatchObject(asPaid);
  expect(receiver.events.map(({ payment }) => payment?.requestId)).toEqual(receiver.events.map(() => first.id));
  await desk.newSale();
  await expect(request.form).toBeHidden();
  await expect(desk.amount).toHaveValue('');
  await expect(desk.amount).toBeEditable();
  // The same link once more.
  await open(linkOf(first));
  await expect(request.refused).toContainText('jo käytetty');
  await request.refused.getByRole('button', { name: 'Sulje' }).click();
  await expect(request.form).toBeHidden();
  expect(posts()).toBe(1);
});

test('a second start hands its link over, and the request gives back what was typed when it is dismissed', async () => {
  const { desk, page, posts } = nets();
  const request = shown();
  const before = posts();
  const { pid } = nets().app.process();
  await desk.typeAmount('12,50');
  await desk.typeReference('R-77');
  const link = linkOf(asked());
  // As macOS, Windows and a browser may write it, with `--` before it or not.
  for (const args of [[link], ['--', link], [link.replace('willba-pos', 'WILLBA-POS')], [link.replace('pay?', 'pay/?')]]) {
    await open(...args);
    await expect(request.form).toContainText('Matti Mäkinen');
    await expect(desk.amount).toHaveValue('42,00');
    await dismiss();
    await expect(desk.amount).toHaveValue('12,50');
    await expect(desk.reference).toHaveValue('R-77');
  }
  expect(nets().app.process().pid).toBe(pid);
  await expect(page.getByText(/HARJOITTELUTILA/)).toHaveCount(0);
  expect(posts()).toBe(before);
  await desk.typeAmount('');
  await desk.typeReference('');
});

test('while a payment waits requests are kept in sight and do not interrupt; each comes when the screen is free', async () => {
  const { desk, page, cloud, posts, latest } = nets();
  const request = shown();
  const play = cloud.terminal(T).play(hold());
  await desk.startSale({ amount: '5', reference: 'R-78' });
  await play.arrived;
  await desk.waitForWaiting();
  const before = posts();
  const [one, other] = [asked({ guest: 'Yksi Vieras' }), asked({ guest: 'Toinen Vieras', amount: 1_350 })];
  for (const each of [one, other]) await open(linkOf(each));
  // It is in sight beside the dialog, and the dialog keeps the screen.
  await expect(page.getByText('Odottavat maksupyynnöt')).toBeVisible();
  await expect(desk.waiting).toContainText(/5,00\s€/);
  await expect(request.form).toBeHidden();
  expect(posts()).toBe(before);
  play.release(approve());
  await desk.waitForOutcome('paid');
  await expect(request.form).toBeHidden();
  await desk.newSale();
  await expect(request.form).toContainText('Yksi Vieras');
  await expect(request.waiting).toContainText(/13,50\s€/);
  await guardPasses();
  await desk.pay();
  await desk.waitForOutcome('paid');
  expect(await latest()).toMatchObject({ requestId: one.id, amountMinor: 4_200 });
  await desk.newSale();
  await expect(request.form).toContainText('Toinen Vieras');
  await expect(desk.amount).toHaveValue('13,50');
  await dismiss();
  expect(posts()).toBe(before + 1);
});

test('a request that was declined is tried again from its outcome, under the same request', async () => {
  const { desk, cloud, posts, readExport } = nets();
  const before = posts();
  const request = asked();
  cloud.terminal(T).play(decline('51'));
  await open(linkOf(request));
  await expect(shown().form).toBeVisible();
  await guardPasses();
  await desk.pay();
  await desk.waitForOutcome('declined');
  await desk.button(/^Yritä uudelleen/).click();
  await desk.waitForOutcome('paid');
  const tries = (await readExport()).filter(({ requestId }) => requestId === request.id);
  expect(tries.map(({ state }) => state).sort()).toEqual(['approved', 'declined']);
  expect(posts()).toBe(before + 2);
  await desk.newSale();
  await expect(shown().form).toBeHidden();
});

/** When the request stands in the form, in seconds of the system's clock, however late this test hears of it. */
const requestComes = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!document.body.innerText.includes('Maksupyyntö Willbasta')) return;
          observer.disconnect();
          resolve((performance.timeOrigin + performance.now()) / 1000);
        });
        observer.observe(document.body, { childList: true, subtree: true });
      }),
  );

const presses = {
  'Enter on Maksa': { code: 'Enter', key: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  'Space on Maksa': { code: 'Space', key: ' ', windowsVirtualKeyCode: 32, text: ' ' },
  F9: { code: 'F9', key: 'F9', windowsVirtualKeyCode: 120 },
  'a click where Maksa was': null,
} as const;

for (const [name, key] of Object.entries(presses)) {
  test(`what was meant for the form of before charges no request: ${name}`, async () => {
    const { desk, page, posts } = nets();
    const before = posts();
    await desk.typeAmount('12,50');
    await desk.typeReference('R-79');
    const { x = 0, y = 0, width = 0, height = 0 } = (await desk.payButton.boundingBox()) ?? {};
    await desk.payButton.focus();
    const system = await page.context().newCDPSession(page);
    const comes = requestComes(page);
    const opened = open(linkOf(asked()));
    const since = await comes;
    for (const later of [0.02, 0.2, 0.5]) {
      const timestamp = since + later;
      if (key === null) {
        const press = { x: x + width / 2, y: y + height / 2, button: 'left', clickCount: 1, timestamp } as const;
        await system.send('Input.dispatchMouseEvent', { ...press, type: 'mousePressed' });
        await system.send('Input.dispatchMouseEvent', { ...press, type: 'mouseReleased' });
      } else {
        await system.send('Input.dispatchKeyEvent', { ...key, type: 'keyDown', timestamp });
        await system.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp', timestamp });
      }
    }
    await opened;
    await page.waitForTimeout(KEY_GUARD_MS);
    await expect(desk.waiting).toBeHidden();
    await expect(shown().form).toBeVisible();
    expect(posts()).toBe(before);
    await dismiss();
    await expect(desk.amount).toHaveValue('12,50');
    await desk.typeAmount('');
    await desk.typeReference('');
  });
}

test('a key that is held while the request comes charges nothing until it is pressed anew', async () => {
  const { desk, page, posts, latest } = nets();
  const before = posts();
  await desk.typeReference('R-80');
  const request = asked();
  await page.keyboard.down('F9');
  const opened = open(linkOf(request));
  const end = performance.now() + 60_000;
  while (!(await shown().form.isVisible()) && performance.now() < end) await page.keyboard.down('F9');
  const guard = performance.now() + KEY_GUARD_MS * 2;
  while (performance.now() < guard) await page.keyboard.down('F9');
  await opened;
  expect(posts()).toBe(before);
  await expect(desk.waiting).toBeHidden();
  await page.keyboard.up('F9');
  await page.keyboard.press('F9');
  await desk.waitForOutcome('paid');
  expect(posts()).toBe(before + 1);
  expect(await latest()).toMatchObject({ requestId: request.id, amountMinor: 4_200 });
  await desk.newSale();
});

test('a link that is refused says why in the running window, and changes nothing', async () => {
  const { desk, page, posts } = nets();
  const before = posts();
  await desk.typeAmount('7');
  const good = linkOf(asked());
  const refusals: ReadonlyArray<readonly [readonly string[], RegExp]> = [
    [[good.replace('amount=4200', 'amount=1')], /Allekirjoitus/],
    [[linkOf(asked({ exp: Math.floor(Date.now() / 1000) - 60 }))], /vanhentunut/],
    [[linkOf(asked({ currency: 'SEK' }))], /valuutta/],
    [[linkOf(asked({ reference: '4111111111111111' }))], /kortin numero/],
    // What stands behind a link is no flag.
    [[good, '--training'], /perässä/],
    [['--', good, '--export-payments=/nonexistent/x'], /perässä/],
    [[good.padEnd(20_000, 'A')], /liian pitkä/],
  ];
  for (const [args, why] of refusals) {
    await open(...args);
    await expect(shown().refused).toContainText(why);
    await expect(shown().form).toBeHidden();
    await expect(desk.amount).toHaveValue(/^7(,00)?$/);
    await shown().refused.getByRole('button', { name: 'Sulje' }).click();
    await expect(shown().refused).toBeHidden();
  }
  await expect(page.getByText(/HARJOITTELUTILA/)).toHaveCount(0);
  expect(posts()).toBe(before);
  await desk.typeAmount('');
});

test('a second start with an argument of any length kills no program that waits for a payment', async () => {
  const { app, desk, cloud, posts, latest, userDataDir } = nets();
  const { pid } = app.process();
  const play = cloud.terminal(T).play(hold());
  await desk.startSale({ amount: '8', reference: 'R-81' });
  await play.arrived;
  const before = posts();
  const good = linkOf(asked());
  for (const args of [[good.padEnd(40_000, 'A')], [good.padEnd(120_000, 'A')], [good, 'b'.repeat(40_000)], [`--x=${'c'.repeat(40_000)}`]]) {
    const { code } = await openLink(userDataDir, ...args);
    // Killed by nobody, and no crash.
    expect([0, 2]).toContain(code);
    expect(app.process().exitCode).toBeNull();
    await expect(desk.waiting).toContainText(/8,00\s€/);
  }
  expect(app.process().pid).toBe(pid);
  play.release(approve());
  await desk.waitForOutcome('paid');
  expect(await latest()).toMatchObject({ state: 'approved', amountMinor: 800, requestId: null });
  expect(posts()).toBe(before);
  await desk.newSale();
  await expect(shown().form).toBeHidden();
});

test('the list, the export and the server agree about all of it', () => nets().expectAgreement());
