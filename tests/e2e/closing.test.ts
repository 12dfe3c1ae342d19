import { expect, type Locator, test } from '@playwright/test';
import { approve, approveDespiteCancel, approveThenCut, hold, waitForCancel } from '../support/connect-cloud/index.ts';
import { expectAccessible } from '../support/desk/accessibility.ts';
import { type NetsDesk, openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart } from '../support/desk/started.ts';

const T = '71000001';
const started = freshStart();

/** The program may be gone before it has said that it heard. */
const orGone = (told: Promise<unknown>): Promise<void> =>
  told.then(
    () => undefined,
    () => undefined,
  );

/** Everything that a person, or the system in a person's name, closes the program with. */
const ways = {
  'the window is closed': ({ app }: NetsDesk) => orGone(app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())),
  'the program is quit': ({ app }: NetsDesk) => orGone(app.evaluate(({ app: program }) => program.quit())),
  'SIGTERM comes': async ({ app }: NetsDesk) => void app.process().kill('SIGTERM'),
};

const question = ({ page }: NetsDesk): Locator => page.getByRole('alertdialog', { name: 'Maksu on kesken' });
const cancels = ({ cloud }: NetsDesk): number => cloud.ledger.cancels.length;
const hasEnded = ({ app }: NetsDesk): boolean => app.process().exitCode !== null || app.process().signalCode !== null;

async function openWaiting(script = hold(), reference = 'R-8001') {
  const nets = await openNetsDesk(started);
  const play = nets.cloud.terminal(T).play(script);
  await nets.desk.startSale({ amount: '12,50', reference });
  await play.arrived;
  await nets.desk.waitForWaiting();
  return { ...nets, play };
}

async function leave(nets: NetsDesk): Promise<void> {
  await ways['the window is closed'](nets);
  await question(nets).getByRole('button', { name: 'Peruuta maksu ja sulje', exact: true }).click();
}

/** How long it took to end, in milliseconds. */
async function timeToEnd({ ended }: NetsDesk): Promise<number> {
  const since = performance.now();
  await ended;
  return performance.now() - since;
}

for (const [what, close] of Object.entries(ways)) {
  test(`${what} while a sale waits: the window asks, and staying loses nothing`, async () => {
    const nets = await openWaiting();
    await close(nets);
    await expect(question(nets)).toContainText(/12,50\s€/);
    await expect(question(nets)).toContainText('Päätelaite I');
    await expect(question(nets)).toContainText('Korttia voidaan vielä veloittaa');
    await expect(question(nets).getByRole('button', { name: 'Jatka odottamista', exact: true })).toBeFocused();
    await nets.page.keyboard.press('Enter');
    await expect(question(nets)).toBeHidden();
    await close(nets);
    await expect(question(nets)).toBeVisible();
    await nets.page.keyboard.press('Escape');
    await expect(question(nets)).toBeHidden();
    await nets.desk.waitForWaiting();
    expect(hasEnded(nets)).toBe(false);
    expect(cancels(nets)).toBe(0);
    nets.play.release(approve());
    await nets.desk.waitForOutcome('paid');
    await nets.expectAgreement();
  });

  test(`${what} while nothing waits: the program ends at once`, async () => {
    const nets = await openNetsDesk(started);
    await close(nets);
    expect(await timeToEnd(nets)).toBeLessThan(60_000);
    expect(await nets.ended).toBe(0);
  });
}

test('leaving sends one wish, waits for the answer, and the journal has it', async () => {
  const nets = await openWaiting(waitForCancel({ grantAfterMs: 1_500 }));
  await leave(nets);
  await expect(nets.page.getByRole('alertdialog', { name: 'Maksua peruutetaan' })).toContainText('Odotetaan päätelaitteen vastausta');
  expect(await timeToEnd(nets)).toBeLessThan(60_000);
  expect(await nets.latest()).toMatchObject({ state: 'cancelled', reason: 'by-desk', moneyMoved: 'no', proof: 'answer' });
  expect(cancels(nets)).toBe(1);
  expect(nets.posts()).toBe(1);
  await nets.expectAgreement();
});

test('an approval that wins against the wish is told, journalled, and then the program ends', async () => {
  const nets = await openWaiting(approveDespiteCancel({ approveAfterMs: 500 }));
  await leave(nets);
  const told = nets.page.getByRole('alertdialog', { name: 'Korttia veloitettiin sittenkin' });
  await expect(told).toContainText(/12,50\s€/);
  await expect(told).toContainText('Älä veloita uudelleen');
  expect(await nets.latest()).toMatchObject({ state: 'approved', moneyMoved: 'yes', chargedMinor: 1250, proof: 'answer' });
  expect(await timeToEnd(nets)).toBeLessThan(9_000);
  expect(cancels(nets)).toBe(1);
  expect(nets.posts()).toBe(1);
  await nets.expectAgreement();
});

test('an approval that wins can keep the program open', async () => {
  const nets = await openWaiting(approveDespiteCancel({ approveAfterMs: 500 }));
  await leave(nets);
  await nets.page.getByRole('button', { name: 'Älä sulje', exact: true }).click();
  await nets.desk.waitForOutcome('paid');
  await nets.page.waitForTimeout(7_000);
  expect(hasEnded(nets)).toBe(false);
});

test('leaving a terminal that says nothing takes 10 s, and the next start finds out', async () => {
  const nets = await openWaiting();
  await leave(nets);
  const took = await timeToEnd(nets);
  expect(took).toBeGreaterThan(8_500);
  expect(took).toBeLessThan(60_000);
  expect(await nets.latest()).toMatchObject({ state: 'cancelling', moneyMoved: 'unknown', chargedMinor: 0 });
  nets.play.release(approve());
  await nets.play.finished;
  const again = await started.launch({ userDataDir: nets.userDataDir, provision: nets.provisioningFile });
  await again.desk.waitForOutcome('paid');
  expect(await nets.latest()).toMatchObject({ state: 'approved', proof: 'lookup', chargedMinor: 1250 });
  expect(cancels(nets)).toBe(1);
  expect(nets.posts()).toBe(1);
  await nets.expectAgreement();
});

test('while a payment is checked nothing is asked, and the next start goes on with it', async () => {
  const nets = await openNetsDesk(started);
  const play = nets.cloud.terminal(T).play(approveThenCut('before'));
  await nets.desk.startSale({ amount: '12,50', reference: 'R-8002' });
  await play.answered;
  await nets.desk.waitForOutcome('unclear');
  await ways['the window is closed'](nets);
  expect(await timeToEnd(nets)).toBeLessThan(9_000);
  expect(await nets.latest()).toMatchObject({ state: 'checking', moneyMoved: 'unknown' });
  const again = await started.launch({ userDataDir: nets.userDataDir, provision: nets.provisioningFile });
  await again.desk.waitForOutcome('paid');
  expect(nets.posts()).toBe(1);
  await nets.expectAgreement();
});

for (const [what, end] of [
  ['Windows', ({ app }: NetsDesk) => orGone(app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('session-end')))],
  ['Linux or macOS', ({ app }: NetsDesk) => orGone(app.evaluate(({ powerMonitor }) => powerMonitor.emit('shutdown')))],
] as const) {
  test(`when the session of ${what} ends, nothing is asked, nothing is cancelled, and the next start finds out`, async () => {
    const nets = await openWaiting();
    await end(nets);
    expect(await timeToEnd(nets)).toBeLessThan(9_000);
    expect(await nets.latest()).toMatchObject({ state: 'sent', moneyMoved: 'unknown', chargedMinor: 0 });
    expect(cancels(nets)).toBe(0);
    nets.play.release(approve());
    await nets.play.finished;
    const again = await started.launch({ userDataDir: nets.userDataDir, provision: nets.provisioningFile });
    await again.desk.waitForOutcome('paid');
    expect(await nets.latest()).toMatchObject({ state: 'approved', proof: 'lookup' });
    expect(nets.posts()).toBe(1);
    await nets.expectAgreement();
  });
}

test('a window whose page hangs is asked about in a box of the system', async () => {
  const nets = await openWaiting(waitForCancel());
  const asked = nets.app.evaluate(
    ({ dialog }) =>
      new Promise<string>((tell) => {
        Object.assign(dialog, {
          showMessageBox: async (_window: unknown, { message, detail, buttons, defaultId, cancelId }: Record<string, unknown>) => {
            tell(JSON.stringify({ message, detail, buttons, defaultId, cancelId }));
            return { response: 1, checkboxChecked: false };
          },
        });
      }),
  );
  const page = await nets.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0);
  process.kill(page, 'SIGSTOP');
  // A stopped process outlives its program, and keeps the test's pipes open.
  started.atEnd(() => process.kill(page, 'SIGKILL'));
  await ways['the window is closed'](nets);
  const box = JSON.parse(await asked) as Record<string, unknown>;
  expect(box).toMatchObject({
    message: 'Maksu on kesken',
    buttons: ['Jatka odottamista', 'Peruuta maksu ja sulje'],
    defaultId: 0,
    cancelId: 0,
  });
  expect(box['detail']).toMatch(/12,50\s€ · Päätelaite I\nKorttia voidaan vielä veloittaa/);
  await nets.ended;
  expect(await nets.latest()).toMatchObject({ state: 'cancelled', reason: 'by-desk' });
  expect(nets.posts()).toBe(1);
});

test('a reload of the window while it asks keeps the question', async () => {
  const nets = await openWaiting();
  await ways['the window is closed'](nets);
  await expect(question(nets)).toBeVisible();
  await nets.page.reload();
  await expect(question(nets)).toBeVisible();
  await expectAccessible(nets.page, 'the question whether to close');
});

test('the system is kept awake while a request is open, and only then', async () => {
  const nets = await openNetsDesk(started);
  const isKeptAwake = (): Promise<boolean> =>
    nets.app.evaluate(({ powerSaveBlocker }) => Array.from({ length: 20 }, (_, id) => powerSaveBlocker.isStarted(id)).includes(true));
  expect(await isKeptAwake()).toBe(false);
  for (const end of [approve(), approveThenCut('before')]) {
    const play = nets.cloud.terminal(T).play(hold());
    await nets.desk.startSale({ amount: '12,50' });
    await play.arrived;
    expect(await isKeptAwake()).toBe(true);
    play.release(end);
    await expect.poll(isKeptAwake).toBe(false);
    await nets.desk.waitForOutcome('paid');
    await nets.desk.newSale();
  }
});
