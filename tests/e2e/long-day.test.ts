import { expect, type Page, test } from '@playwright/test';
import { openStorage } from '../../electron/storage/open-storage.ts';
import { silentLog } from '../../electron/support/log.ts';
import { approve } from '../support/connect-cloud/index.ts';
import { expectAccessible } from '../support/desk/accessibility.ts';
import { freshStart } from '../support/desk/started.ts';

const started = freshStart();

const PAYMENTS = 260;
const MINUTE_MS = 60_000;
/** The one that stands in the 230th row. It was the last at its own terminal. */
const FAR = 'R-0031';

/** A zone in which it is between 12 and 13 now: whenever this runs, all these payments are today's. */
function zoneWhereItIsNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** A day of 260 paid sales, one a minute, written as the program writes them; and one dated three days ahead. */
async function seedDay(userDataDir: string): Promise<void> {
  const { journal, close } = await openStorage(userDataDir, silentLog);
  const add = (reference: string, startedAt: number, terminalId: string): void => {
    const at = new Date(startedAt).toISOString();
    const id = `seed-${reference}`;
    const facts = {
      id,
      orderId: `WP-${reference}`,
      kind: 'sale',
      requestId: null,
      originalId: null,
      amountMinor: 1_000,
      currency: 'EUR',
    } as const;
    const place = { terminalId, terminalName: `Päätelaite ${terminalId.slice(-1)}`, pointOfSale: 'Vastaanotto' };
    const row = { at, evidence: null };
    const approval = { chargedMinor: 1_000, tipMinor: 0, surchargeMinor: 0, stan: null, card: { brand: 'VISA', last4: '1234' } };
    const began = journal.create({ ...facts, ...place, reference, operator: null, environment: 'test' }, `attempt-${id}`, {
      ...row,
      event: { type: 'started' },
      state: { name: 'created' },
    });
    expect(began.ok).toBe(true);
    journal.append(id, { ...row, event: { type: 'cleared' }, state: { name: 'sent', written: false } });
    const outcome = { kind: 'approved', approval } as const;
    journal.append(id, { ...row, event: { type: 'answered', outcome }, state: { name: 'approved', proof: 'answer', ...approval } });
  };
  for (let number = 1; number <= PAYMENTS; number += 1) {
    const reference = `R-${String(number).padStart(4, '0')}`;
    add(reference, Date.now() - (PAYMENTS - number + 1) * MINUTE_MS, reference === FAR ? '71000002' : '71000001');
  }
  add('R-FUTURE', Date.now() + 3 * 24 * 60 * MINUTE_MS, '71000003');
  await close();
}

const row = (page: Page, reference: string) => page.getByRole('button', { name: new RegExp(reference) }).last();
const scrollToEnd = (page: Page): Promise<void> =>
  page.locator('.today__scroll').evaluate((list) => {
    list.scrollTop = list.scrollHeight;
  });

test('every payment of a long day can be reached and given back, and one from the future is marked and counted nowhere', async () => {
  test.slow();
  const userDataDir = started.folder();
  await seedDay(userDataDir);
  const cloud = await started.cloud({ latestAfterMs: 0 });
  const provision = started.provision({ baseUrl: cloud.baseUrl, timeZone: zoneWhereItIsNoon() });
  const { desk, page } = await started.launch({ userDataDir, provision });
  await desk.ready();
  await desk.expectText(`${PAYMENTS} maksua · 2 600,00 €`);
  await desk.chooseTerminal('Päätelaite II');

  const future = row(page, 'R-FUTURE');
  await expect(future).toContainText('Aika tulevaisuudessa: koneen kello oli väärässä');
  await future.click();
  await expect(page.getByText('Aika on tulevaisuudessa')).toBeVisible();
  await expect(desk.button('Mitätöi')).toBeHidden();
  await expectAccessible(page, 'a payment from the future');
  await desk.newSale();

  // By the button, and by itself when somebody scrolls.
  await expect(row(page, FAR)).toBeHidden();
  // Without scrolling to it, which would bring the rows by itself.
  await desk.button('Näytä lisää').dispatchEvent('click');
  await expect(row(page, FAR)).toBeAttached();
  await expect(desk.button('Näytä lisää')).toBeHidden();
  await expect(page.locator('.today__rows > li')).toHaveCount(PAYMENTS + 1);
  await page.reload();
  await desk.ready();
  await scrollToEnd(page);
  await expect(row(page, 'R-0001')).toBeVisible();

  // The terminal's latest may be voided, what came before it there only refunded.
  await row(page, 'R-0030').click();
  await expect(desk.button('Palauta')).toBeVisible();
  await expect(desk.button('Mitätöi')).toBeHidden();
  await desk.newSale();
  await row(page, FAR).click();
  await expect(desk.button('Mitätöi')).toBeVisible();
  cloud.terminal('71000002').play(approve());
  await desk.button('Palauta').click();
  await page
    .getByRole('dialog', { name: 'Palauta kortille' })
    .getByRole('button', { name: /^Palauta/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Palautus suoritettu', exact: true })).toBeVisible({ timeout: 60_000 });
  await desk.newSale();
  await expect(row(page, FAR)).toContainText('Palautettu kokonaan');
  await desk.expectText(`${PAYMENTS - 1} maksua · 2 590,00 €`);
});

test('the list grows by itself when it is scrolled near its end', async () => {
  const userDataDir = started.folder();
  await seedDay(userDataDir);
  const cloud = await started.cloud();
  const provision = started.provision({ baseUrl: cloud.baseUrl, timeZone: zoneWhereItIsNoon() });
  const { desk, page } = await started.launch({ userDataDir, provision });
  await desk.ready();
  await expect(page.locator('.today__rows > li')).toHaveCount(200);
  await scrollToEnd(page);
  await expect(page.locator('.today__rows > li')).toHaveCount(PAYMENTS + 1);
  await expect(row(page, 'R-0001')).toBeAttached();
});
