import { expect, type Page, test } from '@playwright/test';
import { freshStart } from '../support/desk/started.ts';

// The real program in Swedish and English, by the names of its outside contract, and its language while a payment waits.
const started = freshStart();

type Names = Readonly<
  Record<
    'amount' | 'reference' | 'card' | 'manual' | 'pay' | 'picker' | 'use' | 'waiting' | 'cancel' | 'refresh' | 'paid' | 'stopped',
    string
  >
>;
const swedish: Names = {
  ...{ amount: 'Belopp', reference: 'Referens', card: 'Bankkort', manual: 'Manuell betalning', pay: 'Betala' },
  ...{ picker: 'Välj betalterminal', use: 'Använd denna', waiting: 'Väntar på betalning', cancel: 'Avbryt', refresh: 'Uppdatera' },
  ...{ paid: 'Betalningen är genomförd', stopped: 'Betalningen avbröts' },
};
const english: Names = {
  ...{ amount: 'Amount', reference: 'Reference', card: 'Card', manual: 'Manual payment', pay: 'Pay' },
  ...{ picker: 'Choose a terminal', use: 'Use this', waiting: 'Waiting for payment', cancel: 'Cancel', refresh: 'Refresh' },
  ...{ paid: 'Payment completed', stopped: 'Payment cancelled' },
};

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const pay = (page: Page, names: Names) => page.getByRole('button', { name: new RegExp(`^${names.pay}`) });

/** The first sale of a PC: the picker opens by itself, and the payment begins with the choice. */
async function firstSale(page: Page, names: Names, terminal: RegExp): Promise<void> {
  await expect(page.getByRole('radio', { name: names.card, exact: true })).toBeChecked();
  await expect(page.getByRole('radio', { name: names.manual, exact: true })).not.toBeChecked();
  await field(page, names.amount).fill('12,50');
  await field(page, names.reference).fill('R-1001');
  await pay(page, names).click();
  const picker = page.getByRole('dialog', { name: names.picker });
  await picker.getByRole('option', { name: terminal }).click();
  await expect(picker.getByRole('button', { name: names.cancel, exact: true })).toBeVisible();
  await picker.getByRole('button', { name: names.use, exact: true }).click();
}

for (const [lang, names, sum] of [
  ['sv', swedish, '12,50 €'],
  ['en', english, '€12.50'],
] as const) {
  test(`a sale in ${lang}`, async () => {
    const { page } = await started.launch({ training: true, lang });
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await firstSale(page, names, /Päätelaite I –/);
    await expect(page.getByRole('heading', { name: names.paid })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(sum).first()).toBeVisible();
  });
}

test('the language is changed while a payment waits, and is spoken again at the next start', async () => {
  const { page, userDataDir, close } = await started.launch({ userDataDir: started.folder() });
  // Once it is chosen, the group itself has another name.
  await page.getByRole('radiogroup', { name: 'Kieli' }).getByRole('radio', { name: 'Svenska' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
  await page.getByRole('button', { name: 'Övningsläge' }).click();
  await firstSale(page, swedish, /kukaan ei maksa \(120 s\)/);
  const waiting = page.getByRole('dialog', { name: swedish.waiting });
  await expect(waiting.getByRole('button', { name: swedish.refresh })).toBeVisible();
  await page.evaluate(() => window.pos.chooseLanguage({ language: 'en' }));
  const stillWaiting = page.getByRole('dialog', { name: english.waiting });
  await expect(stillWaiting.getByRole('button', { name: english.refresh })).toBeVisible();
  await stillWaiting.getByRole('button', { name: english.cancel, exact: true }).click();
  await expect(page.getByRole('heading', { name: english.stopped })).toBeVisible({ timeout: 30_000 });
  await close();

  const again = await started.launch({ userDataDir });
  await expect(again.page.getByRole('button', { name: 'Training mode' })).toBeVisible();
  await again.close();
  const told = await started.launch({ userDataDir, lang: 'fi' });
  await expect(told.page.getByRole('button', { name: 'Harjoittelutila' })).toBeVisible();
});
