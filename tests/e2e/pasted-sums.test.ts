import { expect, test } from '@playwright/test';
import { KEY_GUARD_MS } from '../support/desk/desk.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { oneLaunch } from '../support/desk/started.ts';

const nets = oneLaunch((started) => openNetsDesk(started));
const REFUSED = /rivinvaihto, sarkain tai näkymätön merkki/;

/** As a spreadsheet or a calculator puts it on the system's clipboard, and a person presses Ctrl+V. */
async function paste(text: string): Promise<void> {
  const { app, page } = nets();
  await app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await page.keyboard.press('Control+V');
}

/** Dropped on the middle of the field from another program's window. */
async function drop(text: string): Promise<void> {
  const { page, desk } = nets();
  const box = await desk.amount.boundingBox();
  if (box === null) throw new Error('the field is not on the screen');
  const session = await page.context().newCDPSession(page);
  const data = { items: [{ mimeType: 'text/plain', data: text }], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: box.x + box.width / 2, y: box.y + box.height / 2, data });
  }
  await session.detach();
}

for (const [how, putIn] of [
  ['pasted', paste],
  ['dropped', drop],
  ['put in by another program', (text: string) => nets().page.keyboard.insertText(text)],
] as const) {
  test(`two cells of a spreadsheet that are ${how} are no sum, and nothing is charged`, async () => {
    const { desk, page, posts } = nets();
    const before = posts();
    for (const cells of ['1\n250,00', '1\r\n250,00\r\n', '1\t250,00', '12,50 €\n13,50 €', '1\u200b250,00']) {
      await desk.typeAmount('');
      await desk.amount.focus();
      await putIn(cells);
      await expect(page.getByRole('alert').filter({ hasText: REFUSED })).toBeVisible();
      await expect(desk.amount).toHaveValue('');
      await expect(desk.amount).toHaveAttribute('aria-invalid', 'true');
    }
    await desk.pay();
    await expect(desk.waiting).toBeHidden();
    await expect(desk.amount).toBeFocused();
    expect(posts()).toBe(before);
  });
}

test('a sum that stood there before is not charged in the place of what was refused', async () => {
  const { desk, page, posts } = nets();
  const before = posts();
  await desk.typeAmount('99,00');
  await desk.amount.selectText();
  await paste('1\n250,00');
  await expect(page.getByRole('alert').filter({ hasText: REFUSED })).toBeVisible();
  await expect(desk.payButton).not.toContainText('99');
  await page.keyboard.press('F9');
  await desk.pay();
  await expect(page.getByRole('alert').filter({ hasText: REFUSED })).toBeVisible();
  expect(posts()).toBe(before);
  await desk.typeAmount('');
});

for (const [copied, minor] of [
  ['\u202d12,50\u202c', 1250],
  ['13,50\r\n', 1350],
  ['\u2066€14,50\u2069\n', 1450],
  ['1\u2009250,00 euroa', 125_000],
  ['15,–', 1500],
] as const) {
  test(`${JSON.stringify(copied)} is charged as what was copied`, async () => {
    const { desk, latest, expectAgreement } = nets();
    await desk.typeAmount('');
    await desk.amount.focus();
    await paste(copied);
    expect(await desk.amount.inputValue()).not.toMatch(/[\p{Cf}\p{Cc}]/u);
    await desk.typeReference(`R-${minor}`);
    await desk.pay();
    await desk.waitForOutcome('paid');
    expect(await latest()).toMatchObject({ amountMinor: minor, chargedMinor: minor });
    await expectAgreement();
    await desk.newSale();
  });
}

test('two cells are no sum to give back either', async () => {
  const { desk, page, posts } = nets();
  await desk.startSale({ amount: '20,00', reference: 'R-20' });
  await desk.waitForOutcome('paid');
  await desk.button('Palauta').click();
  const dialog = page.getByRole('dialog', { name: 'Palauta kortille' });
  const sum = dialog.getByRole('textbox', { name: 'Palautettava summa' });
  const before = posts();
  await page.waitForTimeout(KEY_GUARD_MS + 100);
  await sum.focus();
  await sum.selectText();
  await paste('1\n0,00');
  await expect(dialog.getByRole('alert').filter({ hasText: REFUSED })).toBeVisible();
  await dialog.getByRole('button', { name: /^Palauta/ }).click();
  await expect(dialog).toBeVisible();
  expect(posts()).toBe(before);
  await dialog.getByRole('button', { name: 'Takaisin', exact: true }).click();
});
