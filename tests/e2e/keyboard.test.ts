import { expect, type Page, test } from '@playwright/test';
import { approve, decline, hold } from '../support/connect-cloud/index.ts';
import { KEY_GUARD_MS } from '../support/desk/desk.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart, oneLaunch } from '../support/desk/started.ts';

const T = '71000001';
/** Faster than that is a scanner, whose keys press nothing. */
const PERSON = { delay: 80 } as const;

/** Tab until the wanted thing has the focus, as a person without a mouse would. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let press = 0; press < 40; press += 1) {
    const focused = await page.evaluate(() => {
      const at = document.activeElement === document.body ? null : document.activeElement;
      const labels = at instanceof HTMLInputElement ? [...(at.labels ?? [])].map((label) => label.textContent) : [];
      return [at?.getAttribute('aria-label') ?? '', ...labels, at?.textContent ?? ''].join(' ').trim();
    });
    if (name.test(focused)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${name}`);
}

test.describe('the whole sale by keyboard alone', () => {
  const started = freshStart();

  test('from the first character to the next sale, with the picker in between', async () => {
    const { desk, page, cloud, latest, expectAgreement } = await openNetsDesk(started, { terminal: null });
    await desk.ready();
    await expect(desk.amount).toBeFocused();
    await page.keyboard.type('12,50', PERSON);
    await page.keyboard.press('Tab');
    await expect(desk.reference).toBeFocused();
    await page.keyboard.type('R-K1', PERSON);
    await page.keyboard.press('F9');
    await expect(desk.picker).toBeVisible();
    await page.keyboard.press('ArrowDown');
    const play = cloud.terminal('71000002').play(hold());
    await expect(async () => {
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('option', { selected: true })).toHaveAccessibleName(/Päätelaite II/, { timeout: 200 });
    }).toPass({ timeout: 60_000 });
    await page.keyboard.press('Enter');
    await desk.waitForWaiting();
    expect(await play.arrived).toMatchObject({ terminalId: '71000002' });
    play.release(approve());
    await desk.waitForOutcome('paid');
    await page.waitForTimeout(KEY_GUARD_MS + 100);
    await page.keyboard.press('Enter');
    await desk.ready();
    await expect(desk.amount).toBeFocused();
    await expect(desk.amount).toHaveValue('');
    expect(await latest()).toMatchObject({ state: 'approved', reference: 'R-K1', terminalId: '71000002' });
    await expectAgreement();
  });

  test('Maksa, terminal and method are reached by Tab, and Enter and Space work on them', async () => {
    const { desk, page, cloud, posts } = await openNetsDesk(started);
    await desk.amount.focus();
    await page.keyboard.type('5', PERSON);
    await tabTo(page, /^Vaihda/);
    await page.keyboard.press('Enter');
    await expect(desk.picker).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(desk.changeTerminal).toBeFocused();
    await tabTo(page, /^Maksa\b/);
    const play = cloud.terminal(T).play(hold());
    await page.keyboard.press('Space');
    await play.arrived;
    await tabTo(page, /^Päivitä/);
    await page.keyboard.press('Enter');
    await desk.expectText('Maksu on vielä kesken');
    play.release(approve());
    await desk.waitForOutcome('paid');
    expect(posts()).toBe(1);
  });
});

test.describe('the key guard', () => {
  const nets = oneLaunch((started) => openNetsDesk(started));
  const keys = ['Enter', 'Space', 'Escape', 'F9', 'F5', 'Backspace', 'n', '1'];

  test.afterEach(async () => {
    if (test.info().status !== 'passed') return;
    await nets().expectAgreement();
    await nets().desk.newSale();
  });

  test('no key counts in the first 700 ms of an approval', async () => {
    const { desk, page } = nets();
    await desk.startSale({ amount: '12,50' });
    await page.getByRole('heading', { name: 'Maksu suoritettu' }).waitFor();
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForTimeout(KEY_GUARD_MS);
    await expect(desk.heading('paid')).toBeVisible();
    expect(nets().posts()).toBe(1);
  });

  test('no key counts in the first 700 ms of a decline', async () => {
    const { desk, page, cloud, posts } = nets();
    const before = posts();
    cloud.terminal(T).play(decline('51'));
    await desk.startSale({ amount: '12,50' });
    await page.getByRole('heading', { name: 'Maksu hylätty' }).waitFor();
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForTimeout(KEY_GUARD_MS);
    await expect(desk.heading('declined')).toBeVisible();
    expect(posts() - before).toBe(1);
  });

  test('keys count again after that', async () => {
    const { desk, page } = nets();
    await desk.startSale({ amount: '12,50' });
    await desk.waitForOutcome('paid');
    await page.waitForTimeout(KEY_GUARD_MS + 150);
    await page.keyboard.press('Enter');
    await desk.ready();
    await desk.startSale({ amount: '12,50' });
    await desk.waitForOutcome('paid');
  });

  test('Enter on a declined outcome never charges again, whatever has the focus', async () => {
    const { desk, page, cloud, posts } = nets();
    cloud.terminal(T).play(decline('51'));
    await desk.startSale({ amount: '12,50', reference: 'R-K2' });
    await desk.waitForOutcome('declined');
    const before = posts();
    await page.waitForTimeout(KEY_GUARD_MS + 150);
    for (const button of await page.getByRole('button').filter({ visible: true }).all()) {
      if (!(await desk.heading('declined').isVisible())) break;
      if (!/uudelleen/i.test(await button.innerText())) continue;
      await button.focus();
      await page.keyboard.press('Enter');
      await page.waitForTimeout(300);
    }
    expect(posts()).toBe(before);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(800);
    expect(posts()).toBe(before);
    if (await desk.heading('declined').isHidden()) {
      // Enter led on to the next sale screen: it must not pay there either, however long it is pressed.
      for (let press = 0; press < 5; press += 1) await page.keyboard.press('Enter');
      await page.waitForTimeout(500);
      expect(posts()).toBe(before);
      await desk.ready();
      await desk.startSale({ amount: '12,50', reference: 'R-K3' });
      await desk.waitForOutcome('paid');
    }
  });

  test('a key held since the sale screen counts nowhere on the outcome', async () => {
    const { desk, page, cloud, posts } = nets();
    const before = posts();
    cloud.terminal(T).play(approve({ afterMs: 100 }));
    await desk.typeAmount('12,50');
    await desk.payButton.focus();
    for (let repeat = 0; repeat < 60; repeat += 1) {
      await page.keyboard.down('Enter');
      await page.waitForTimeout(30);
    }
    await expect(desk.heading('paid')).toBeVisible();
    await page.keyboard.up('Enter');
    expect(posts() - before).toBe(1);
  });
});
