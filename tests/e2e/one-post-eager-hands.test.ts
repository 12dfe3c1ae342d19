import { expect, type Page, test } from '@playwright/test';
import { approve, decline, hold } from '../support/connect-cloud/index.ts';
import { nextBooking } from '../support/desk/desk.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { oneLaunch } from '../support/desk/started.ts';

const T = '71000001';
const nets = oneLaunch((started) => openNetsDesk(started));

/** A key that is held: the first press, then repeats without a release, as the system sends them. */
async function hold30(page: Page, key: string): Promise<void> {
  for (let repeat = 0; repeat < 30; repeat += 1) {
    await page.keyboard.down(key);
    await page.waitForTimeout(33);
  }
}

test.afterEach(async () => {
  const { desk, page, expectAgreement } = nets();
  if (test.info().status !== 'passed') return;
  for (const key of ['Enter', 'F9', 'Space']) await page.keyboard.up(key);
  await expectAgreement();
  await desk.newSale();
});

async function countPosts(work: () => Promise<void>): Promise<number> {
  const before = nets().posts();
  // Another guest each time: the same sum for the same one is asked about.
  await nets().desk.typeReference(nextBooking());
  await work();
  await nets().page.waitForTimeout(500);
  return nets().posts() - before;
}

test('a double click on Maksa is one sale', async () => {
  const { desk } = nets();
  const posts = await countPosts(async () => {
    await desk.typeAmount('12,50');
    await desk.payButton.dblclick();
    await desk.waitForOutcome('paid');
  });
  expect(posts).toBe(1);
});

test('ten clicks in one moment are one sale', async () => {
  const { desk } = nets();
  const posts = await countPosts(async () => {
    await desk.typeAmount('12,50');
    await desk.payButton.evaluate((button: HTMLElement) => {
      for (let click = 0; click < 10; click += 1) button.click();
    });
    await desk.waitForOutcome('paid');
  });
  expect(posts).toBe(1);
});

test('one filled-in form that asks ten times through the contract is one sale', async () => {
  const { desk, page } = nets();
  const posts = await countPosts(async () => {
    await page.evaluate(async (terminalId) => {
      const { pos } = window as unknown as { pos: { startSale: (input: object) => Promise<unknown> } };
      const input = {
        idempotencyKey: 'one-and-the-same',
        mode: 'production',
        amountMinor: 1250,
        reference: 'R-TEN',
        terminalId,
        confirmed: [],
      };
      await Promise.all(Array.from({ length: 10 }, () => pos.startSale(input)));
    }, T);
    await desk.waitForOutcome('paid');
  });
  expect(posts).toBe(1);
});

for (const key of ['Enter', 'F9'] as const) {
  test(`${key} held down is one sale, also over a quick approval`, async () => {
    const { desk, page, cloud } = nets();
    const posts = await countPosts(async () => {
      cloud.terminal(T).play(approve({ afterMs: 200 }));
      await desk.typeAmount('12,50');
      if (key === 'Enter') await desk.payButton.focus();
      await hold30(page, key);
      await desk.waitForOutcome('paid');
    });
    expect(posts).toBe(1);
  });

  test(`${key} held down over a decline never charges again`, async () => {
    const { desk, page, cloud } = nets();
    const posts = await countPosts(async () => {
      cloud.terminal(T).play(decline('51', { afterMs: 100 }));
      await desk.typeAmount('12,50');
      if (key === 'Enter') await desk.payButton.focus();
      await hold30(page, key);
      await desk.waitForOutcome('declined');
    });
    expect(posts).toBe(1);
  });
}

test('Maksa by mouse and F9 in one moment are one sale', async () => {
  const { desk, page } = nets();
  const posts = await countPosts(async () => {
    await desk.typeAmount('12,50');
    const box = await desk.payButton.boundingBox();
    if (box === null) throw new Error('Maksa is not on the screen');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await Promise.all([page.mouse.click(x, y), page.keyboard.press('F9'), page.keyboard.press('F9')]);
    await desk.waitForOutcome('paid');
  });
  expect(posts).toBe(1);
});

test('keys that start a sale do nothing while one waits', async () => {
  const { desk, page, cloud } = nets();
  const posts = await countPosts(async () => {
    const play = cloud.terminal(T).play(hold());
    await desk.startSale({ amount: '12,50' });
    await play.arrived;
    for (const key of ['F9', 'F9', 'Control+Enter']) await page.keyboard.press(key);
    play.release(approve());
    await desk.waitForOutcome('paid');
  });
  expect(posts).toBe(1);
});
