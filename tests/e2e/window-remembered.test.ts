import { expect, test } from '@playwright/test';
import type { LaunchedApp } from '../support/desk/launch.ts';
import { freshStart } from '../support/desk/started.ts';
import { tick } from '../support/desk/tick.ts';

const started = freshStart();

const look = ({ app }: LaunchedApp) =>
  app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('no window');
    return { bounds: window.getBounds(), zoom: window.webContents.getZoomFactor(), isOnTop: window.isAlwaysOnTop() };
  });

test('size, place, zoom and "always on top" are there again after a restart, and Maksa is in sight at 200 %', async () => {
  const userDataDir = started.folder();
  const first = await started.launch({ userDataDir, training: true });
  await first.desk.ready();
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1000, height: 700 }));
  await first.desk.button('Asetukset').click();
  await tick(first.page.getByRole('checkbox', { name: 'Pidä ikkuna muiden ohjelmien päällä' }));
  await first.desk.button('Sulje').click();
  await first.desk.typeAmount('86,50');
  for (const zoom of [1.1, 1.25, 1.5, 1.75, 2]) {
    await first.page.keyboard.press('Control++');
    await expect.poll(async () => (await look(first)).zoom).toBeCloseTo(zoom, 3);
  }
  await expect(first.desk.amount).toHaveValue('86,50');
  await expect(first.desk.payButton).toBeInViewport({ ratio: 1 });
  await expect(first.desk.amount).toBeInViewport({ ratio: 1 });
  await first.close();

  const again = await started.launch({ userDataDir, training: true });
  await again.desk.ready();
  await expect.poll(() => look(again)).toMatchObject({ bounds: { x: 40, y: 30, width: 1000, height: 700 }, isOnTop: true });
  expect((await look(again)).zoom).toBeCloseTo(2, 3);
  await again.desk.expectText('HARJOITTELUTILA');
  await again.page.keyboard.press('Control+0');
  await expect.poll(async () => (await look(again)).zoom).toBeCloseTo(1, 3);
});
