import { expect, type Page } from '@playwright/test';
import { type ScenarioName, scenarios } from './scenarios.ts';

/** A state of the harness, and what a person does there to reach the screen. */
export type Screen = { readonly name: string; readonly state: ScenarioName; readonly act?: (page: Page) => Promise<void> };

const press =
  (...names: readonly (string | RegExp)[]) =>
  async (page: Page): Promise<void> => {
    for (const name of names) {
      const button = page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).last();
      await button.waitFor();
      // Pressed from within: whoever opens a dialog holds back clicks that a person would not make this soon.
      await button.evaluate((element: HTMLElement) => element.click());
    }
    await page.getByRole('dialog').or(page.getByRole('alertdialog')).last().waitFor();
  };

async function openDay(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Päivän päätös' }).click();
  await page.getByRole('heading', { name: 'Koko kassa' }).waitFor();
}

async function openPayments(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Maksut', exact: true }).click();
  await page.getByRole('row').first().waitFor();
}

/** What is behind a press, one of each kind. */
const opened: readonly Screen[] = [
  {
    name: 'keys',
    state: 'sale',
    async act(page) {
      // The key is followed a moment after the first paint.
      await expect(async () => {
        await page.keyboard.press('F1');
        await page.getByRole('dialog').waitFor({ timeout: 500 });
      }).toPass();
    },
  },
  { name: 'operator', state: 'sale', act: press(/^Käyttäjä/) },
  { name: 'settings', state: 'settings', act: press('Asetukset') },
  { name: 'support', state: 'settings', act: press('Asetukset', 'Tuen asetukset', 'Jatka tuen asetuksiin') },
  { name: 'picker', state: 'picker', act: press(/^Vaihda päätelaite/) },
  { name: 'picker-chosen', state: 'sale', act: press(/^Vaihda päätelaite/) },
  { name: 'picker-many', state: 'picker-many', act: press(/^Vaihda päätelaite/) },
  { name: 'other-terminal', state: 'declined', act: press('Toinen päätelaite') },
  { name: 'confirm', state: 'sale-confirm', act: press(/^Maksa/) },
  { name: 'refund', state: 'approved', act: press('Palauta') },
  { name: 'void', state: 'void-offered', act: press('Mitätöi') },
  { name: 'settle', state: 'unresolved', act: press('Selvitä käsin') },
  { name: 'settle-nameless', state: 'settle-choose-name', act: press('Selvitä käsin') },
  { name: 'let-stand', state: 'signature-refused-later', act: press('Jätä voimaan') },
  { name: 'receipt', state: 'receipt', act: press('Kuitti') },
  { name: 'evidence', state: 'approved', act: press(/^Näytä (?:todisteet|tapahtumat)/) },
  { name: 'checks', state: 'checks-bad', act: press(/^(?:Selvitä syy|Tee tarkistukset)/) },
  { name: 'payments', state: 'sale-many', act: openPayments },
  {
    name: 'payment',
    state: 'sale-many',
    async act(page) {
      await openPayments(page);
      await page.getByRole('row', { name: /R-2043/ }).click();
      await page.getByRole('region', { name: 'Tapahtumat' }).waitFor();
    },
  },
  { name: 'day', state: 'day-open', act: openDay },
  {
    name: 'day-closed',
    state: 'day',
    async act(page) {
      await openDay(page);
      await page.getByRole('button', { name: /22\.11\.2026/ }).click();
      await page.getByText('Päivä on päätetty').waitFor();
    },
  },
  {
    name: 'reconcile',
    state: 'day',
    async act(page) {
      await openDay(page);
      await press('Tee Nets-tilitys')(page);
    },
  },
];

/** Every state, and what lies behind its buttons. */
export const everyScreen: readonly Screen[] = [
  ...Object.keys(scenarios)
    .filter((name): name is ScenarioName => name in scenarios)
    .map((state) => ({ name: state, state })),
  ...opened.map((screen) => ({ ...screen, name: `${screen.name}, opened` })),
];
