import { expect, test } from '@playwright/test';
import type { LaunchedApp } from '../support/desk/launch.ts';
import { freshStart } from '../support/desk/started.ts';
import { untick } from '../support/desk/tick.ts';

const started = freshStart();

type Told = { readonly notices: { readonly title: string; readonly body: string }[]; readonly flashed: boolean[] };

/** Puts the window behind (or in front) for the program, and notes what the system would show. */
async function listen({ app, page }: LaunchedApp, focused: boolean): Promise<() => Promise<Told & { readonly tones: number }>> {
  await app.evaluate(({ BrowserWindow, Notification }, isFocused) => {
    const [window] = BrowserWindow.getAllWindows();
    const told: Told = { notices: [], flashed: [] };
    Object.assign(globalThis, { told });
    Object.assign(Notification, { isSupported: () => true });
    Object.assign(Notification.prototype, {
      show(this: { title: string; body: string }) {
        told.notices.push({ title: this.title, body: this.body });
      },
    });
    if (window !== undefined)
      Object.assign(window, { isFocused: () => isFocused, flashFrame: (on: boolean) => on && told.flashed.push(on) });
    if (!isFocused) window?.hide();
  }, focused);
  await page.evaluate(() => {
    const counted = { tones: 0 };
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function play(...at) {
      counted.tones += this.context.state === 'running' || this.context.state === 'suspended' ? 1 : 0;
      start.apply(this, at);
    };
    Object.assign(window, { counted });
  });
  return async () => ({
    ...(await app.evaluate(() => (globalThis as unknown as { told: Told }).told)),
    tones: await page.evaluate(() => (window as unknown as { counted: { tones: number } }).counted.tones),
  });
}

test('an outcome calls back who uses another window: a tone, the taskbar, and a notice that names no guest', async () => {
  const launched = await started.launch({ training: true });
  const { desk, page } = launched;
  await desk.ready();
  const told = await listen(launched, false);
  await desk.startSale({ amount: '12,50', reference: 'R-7001 Mäkinen', terminal: 'Päätelaite II – hylkää (kate ei riitä)' });
  await desk.waitForOutcome('declined');
  await expect.poll(told).toEqual({
    notices: [{ title: 'Korttia ei veloitettu', body: expect.stringMatching(/^12,50\s€ · HARJOITTELU$/) }],
    flashed: [true],
    tones: 2,
  });
  expect(await page.evaluate(() => new AudioContext().state), 'nothing keeps the tone from playing').toBe('running');
});

test('where the window is in front only the tone comes, and none where it is turned off', async () => {
  const launched = await started.launch({ training: true });
  const { desk, page } = launched;
  await desk.ready();
  const told = await listen(launched, true);
  await desk.startSale({ amount: '12,50', terminal: 'Päätelaite II – hylkää (kate ei riitä)' });
  await desk.waitForOutcome('declined');
  await expect.poll(told).toEqual({ notices: [], flashed: [], tones: 2 });
  await desk.newSaleButton.click();
  await desk.button('Asetukset').click();
  await untick(page.getByRole('checkbox', { name: 'Ääni, kun maksulla on tulos' }));
  await desk.button('Sulje').click();
  await desk.startSale({ amount: '13,50' });
  await desk.waitForOutcome('declined');
  await expect(desk.newSaleButton).toBeVisible();
  expect((await told()).tones).toBe(2);
});
