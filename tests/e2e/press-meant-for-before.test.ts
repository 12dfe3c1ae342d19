import { expect, type Page, test } from '@playwright/test';
import { hold, otherDeskInBetween } from '../support/connect-cloud/index.ts';
import { KEY_GUARD_MS } from '../support/desk/desk.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart } from '../support/desk/started.ts';

const T = '71000001';
const started = freshStart();

/** A point that lies on both; the window is as small as a cheap PC's. */
function commonPoint(a: { x: number; y: number; width: number; height: number } | null, b: typeof a): readonly [number, number] {
  if (a === null || b === null) throw new Error('one of them is not on the screen');
  const [left, top] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const [right, bottom] = [Math.min(a.x + a.width, b.x + b.width), Math.min(a.y + a.height, b.y + b.height)];
  expect(right - left, 'they lie one over the other').toBeGreaterThan(0);
  expect(bottom - top, 'they lie one over the other').toBeGreaterThan(0);
  return [(left + right) / 2, (top + bottom) / 2];
}

/** When the question is on the screen, in seconds of the system's clock, however late this test hears of it. */
const questionOpens = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          if (document.querySelector('[role=alertdialog]') === null) return;
          observer.disconnect();
          resolve((performance.timeOrigin + performance.now()) / 1000);
        });
        observer.observe(document.body, { childList: true, subtree: true });
      }),
  );

test('who presses Maksa once more because nothing seems to happen does not answer the question that opens under the press', async () => {
  const { desk, page, cloud, posts, expectAgreement } = await openNetsDesk(started, { launch: { size: { width: 1280, height: 800 } } });
  cloud.terminal(T).play(otherDeskInBetween());
  await desk.startSale({ amount: '12,50', reference: 'R-1' });
  await desk.waitForOutcome('unclear');
  await desk.button('Jatka toisella asiakkaalla').click();
  await desk.ready();
  await desk.typeAmount('7');
  await desk.typeReference('R-2');
  const maksa = await desk.payButton.boundingBox();
  const question = page.getByRole('alertdialog');
  const anyway = question.getByRole('button', { name: /silti$/ });
  await desk.payButton.click();
  const [x, y] = commonPoint(maksa, await anyway.boundingBox());
  await question.getByRole('button', { name: 'Älä veloita' }).click();
  await expect(question).toBeHidden();
  const before = posts();

  const opens = questionOpens(page);
  const system = await page.context().newCDPSession(page);
  await page.mouse.click(x, y);
  const timestamp = (await opens) + 0.2;
  const press = { x, y, button: 'left', clickCount: 1, timestamp } as const;
  await system.send('Input.dispatchMouseEvent', { ...press, type: 'mousePressed' });
  await system.send('Input.dispatchMouseEvent', { ...press, type: 'mouseReleased' });
  await page.waitForTimeout(KEY_GUARD_MS);
  await expect(question).toBeVisible();
  expect(posts()).toBe(before);

  const play = cloud.terminal(T).play(hold());
  await page.mouse.down();
  await page.mouse.up();
  await play.arrived;
  expect(posts()).toBe(before + 1);
  await page.getByRole('button', { name: /^Peruuta/ }).click();
  await expectAgreement();
});
