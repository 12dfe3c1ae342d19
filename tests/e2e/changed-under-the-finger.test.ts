import { expect, test } from '@playwright/test';
import { answerCallWith, approveThenCut } from '../support/connect-cloud/index.ts';
import { expectAccessible } from '../support/desk/accessibility.ts';
import { type NetsDesk, openNetsDesk } from '../support/desk/nets-desk.ts';
import { freshStart } from '../support/desk/started.ts';

const T = '71000001';
const started = freshStart();
const nothingThere = answerCallWith(200, { result: {} });

/** An unclear payment on Päätelaite I, so that the next sale there looks first, and the look takes its time. */
async function slowLook(afterMs: number): Promise<NetsDesk> {
  const nets = await openNetsDesk(started);
  const { desk, cloud } = nets;
  cloud.terminal(T).lookups.always(nothingThere);
  cloud.terminal(T).play(approveThenCut('before'));
  await desk.startSale({ amount: '99', reference: 'R-7201' });
  await desk.waitForOutcome('unclear');
  await desk.button('Jatka toisella asiakkaalla').click();
  await desk.ready();
  cloud.terminal(T).lookups.always({ ...nothingThere, afterMs });
  return nets;
}

const looks = ({ cloud }: NetsDesk): number => cloud.count({ method: 'GET', path: /\/transaction$/ });

test('a terminal that is changed while the look before a sale runs stops that sale', async () => {
  const nets = await slowLook(8_000);
  const { desk, page, posts } = nets;
  const [sent, looked] = [posts(), looks(nets)];
  await desk.startSale({ amount: '12,50', reference: 'R-7202' });
  await expect.poll(() => looks(nets)).toBe(looked + 1);
  await desk.chooseTerminal('Päätelaite II');
  await expect(desk.changeTerminal).toHaveAccessibleName(/Päätelaite II/);
  await desk.expectText(/[Pp]äätelaite vaihtui/);
  await desk.expectText('Korttia ei veloitettu');
  await expect(desk.amount).toHaveValue('12,50');
  await page.waitForTimeout(1_000);
  expect(posts()).toBe(sent);
  await desk.pay();
  await desk.waitForOutcome('paid');
  expect(await nets.latest()).toMatchObject({ terminalId: '71000002', reference: 'R-7202', amountMinor: 1250 });
});

test('while the look runs the form says what it waits for and takes no other words; after a reload it is the same press, and its question names sum and terminal', async () => {
  const nets = await slowLook(8_000);
  const { desk, page, posts } = nets;
  const [sent, looked] = [posts(), looks(nets)];
  await desk.startSale({ amount: '12,50', reference: 'R-7203' });
  await expect.poll(() => looks(nets)).toBe(looked + 1);
  await desk.expectText(/Tarkistetaan.*Päätelaite I\b/);
  await expect(desk.amount).not.toBeEditable();
  await expect(desk.reference).not.toBeEditable();
  await expect(page.getByRole('radio', { name: 'Manuaalinen maksu' })).toBeDisabled();
  await page.reload();
  await expect(desk.amount).toHaveValue('12,50');
  await expect(desk.reference).toHaveValue('R-7203');
  await page.keyboard.press('F9');
  const question = page.getByRole('alertdialog');
  await expect(question).toHaveAccessibleName(/12,50\s€/, { timeout: 60_000 });
  expect(posts()).toBe(sent);
  await expect(question).toContainText('Päätelaite I');
  await expect(question).toContainText('R-7203');
  await expectAccessible(page, 'the question before a sale');
  await question.getByRole('button', { name: /^Veloita 12,50\s€ silti$/ }).click();
  await desk.waitForOutcome('paid');
  expect(posts()).toBe(sent + 1);
});
