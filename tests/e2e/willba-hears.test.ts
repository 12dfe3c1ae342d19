import { expect, test } from '@playwright/test';
import { runProgram } from '../support/desk/program.ts';
import { freshStart } from '../support/desk/started.ts';
import { accepting, refusing } from '../support/willba/answers.ts';
import { startReceiver } from '../support/willba/receiver.ts';

const SECRET = 'whsec_c2VjcmV0LW9mLXRoZS10ZXN0cy0xMjM0NTY3';
const started = freshStart();

/** A desk whose Willba is a real server of the test. */
async function openDesk() {
  const cloud = await started.cloud();
  const receiver = await startReceiver({ secrets: [SECRET] });
  started.atEnd(() => receiver.close());
  const willba = { webhookUrl: receiver.url, webhookSecret: SECRET, linkKey: 'link-key-of-the-tests' };
  const provision = started.provision({ baseUrl: cloud.baseUrl, willba });
  const userDataDir = started.folder();
  const { desk, page } = await started.launch({ provision, userDataDir });
  return { cloud, receiver, desk, page, userDataDir };
}

test('a payment that Willba has not taken says so, tells why, and is sent when the desk asks for it', async () => {
  const { receiver, desk, page, userDataDir } = await openDesk();
  receiver.answer(refusing(500));
  await desk.startSale({ amount: '12,50', reference: 'R-1001', terminal: 'Päätelaite I' });
  await desk.waitForOutcome('paid');
  await expect(page.getByText('ei vielä Willbassa')).toBeVisible();
  await desk.newSale();
  // In the list as well, and in the header while any waits.
  await expect(page.getByRole('complementary', { name: 'Tänään' }).getByText('ei vielä Willbassa')).toBeVisible();
  await page.getByRole('button', { name: /^Ei vielä Willbassa/ }).click();
  const checks = page.getByRole('dialog', { name: 'Tarkistukset' });
  await expect(checks.getByText(/Willban viimeisin vastaus klo .*: 500\./)).toBeVisible();
  const { stdout } = await runProgram(userDataDir, ['--self-check'], { display: false });
  expect(JSON.parse(stdout)).toMatchObject({ unsentEvents: 3 });
  receiver.answer(accepting);
  const everything = checks.getByText('Willba tietää kaikki tämän kassan maksut.');
  await desk.pressUnlessDone(checks.getByRole('button', { name: 'Lähetä nyt' }), everything);
  await checks.getByRole('button', { name: 'Sulje' }).click();
  await expect(page.getByText('ei vielä Willbassa')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Ei vielä Willbassa/ })).toHaveCount(0);
  expect(receiver.events.map(({ payment }) => payment?.state)).toEqual(['created', 'sent', 'approved']);
  expect(receiver.complaints).toEqual([]);
});

test('a Willba that is well hears of a payment at once, and the screen says nothing of it', async () => {
  const { receiver, desk, page } = await openDesk();
  await desk.startSale({ amount: '12,50', reference: 'R-1001', terminal: 'Päätelaite I' });
  await desk.waitForOutcome('paid');
  await expect.poll(() => receiver.events.map(({ payment }) => payment?.state)).toEqual(['created', 'sent', 'approved']);
  await expect(page.getByText('ei vielä Willbassa')).toHaveCount(0);
});
