import type { Page } from '@playwright/test';
import { tick } from '../desk/tick.ts';
import { type ScenarioName, scenarios } from './scenarios.ts';

/** A state of a screen: a scenario, and what a person then does to see it. */
export type Shot = { readonly state: ScenarioName; readonly name: string; readonly act?: (page: Page) => Promise<void> };

const openPicker = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Vaihda päätelaite/ }).click();
  await page.getByRole('dialog', { name: 'Valitse maksupääte' }).waitFor();
};
const openEvidence = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Näytä (?:todisteet|tapahtumat)$/ }).click();
  await page.getByText('Pyyntö alkoi lähteä Netsiin.').waitFor();
};
const openSettling = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Selvitä käsin' }).click();
  await page.getByRole('dialog').waitFor();
};
const openReceipt = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Kuitti', exact: true }).click();
  await page.getByRole('dialog').getByText('Esimerkki Hotelliosakeyhtiö').waitFor();
};
const openLetStand = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Jätä voimaan' }).click();
  await page.getByRole('dialog').waitFor();
};
const closingStates = [
  'closing-asking',
  'closing-two',
  'closing-leaving',
  'closing-unwritten',
  'closing-reconciling',
  'closing-charged',
] as const;
const openChecks = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Tee tarkistukset' }).click();
  await page.getByRole('dialog').waitFor();
};
const openSettings = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Asetukset' }).click();
  await page.getByRole('dialog').waitFor();
};
const pay = (page: Page): Promise<void> => page.getByRole('button', { name: /^Maksa/ }).click();
const payAndBeAsked = async (page: Page): Promise<void> => {
  await pay(page);
  await page.getByRole('alertdialog').waitFor();
};
const typeAmount =
  (text: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('textbox', { name: 'Summa' }).fill(text);
    await pay(page);
  };

const enterByHand = async (page: Page): Promise<void> => {
  await page.getByRole('textbox', { name: 'Kortin neljä viimeistä' }).fill('4242');
  await page.getByRole('textbox', { name: 'Varmennusnumero tai kuittinumero' }).fill('K-77');
  await page.getByRole('textbox', { name: 'Syy', exact: true }).fill('Pääte ei vastaa');
  await page.getByRole('button', { name: /^Kirjaa maksu/ }).click();
  await page.getByRole('alertdialog').waitFor();
};

const openPayments = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Maksut' }).click();
  await page.getByRole('grid', { name: 'Maksut' }).waitFor({ state: 'attached' });
};
const lookFor =
  (text: string, period = 'Tänään') =>
  async (page: Page): Promise<void> => {
    await openPayments(page);
    await tick(page.getByRole('radio', { name: period }));
    await page.getByRole('searchbox', { name: 'Etsi maksuja' }).fill(text);
    await page.waitForTimeout(300);
  };

const openDayClose = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Päivän päätös' }).click();
  await page.getByRole('heading', { name: 'Päivän päätös', level: 1 }).waitFor();
  await page.getByRole('heading', { name: 'Koko kassa' }).waitFor();
};

const acted: readonly Shot[] = [
  { state: 'day', name: 'day', act: openDayClose },
  { state: 'day-open', name: 'day-open', act: openDayClose },
  { state: 'day-empty', name: 'day-empty', act: openDayClose },
  {
    state: 'day-open',
    name: 'day-missing',
    async act(page) {
      await openDayClose(page);
      await tick(page.getByRole('radio', { name: 'Ei täsmää' }).first());
      await page.getByRole('button', { name: 'Päätä päivä' }).click();
    },
  },
  {
    state: 'day-open',
    name: 'day-open-items',
    async act(page) {
      await openDayClose(page);
      await page.getByRole('textbox', { name: 'Syy' }).last().scrollIntoViewIfNeeded();
    },
  },
  {
    state: 'day',
    name: 'day-ask',
    async act(page) {
      await openDayClose(page);
      await page.getByRole('button', { name: 'Tee Nets-tilitys' }).last().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    state: 'day',
    name: 'day-closed',
    async act(page) {
      await openDayClose(page);
      await page.getByRole('button', { name: /22\.11\.2026/ }).click();
      await page.getByText('Päivä on päätetty').waitFor();
    },
  },
  { state: 'sale', name: 'payments-few', act: lookFor('') },
  { state: 'sale-many', name: 'payments', act: lookFor('') },
  {
    state: 'sale-many',
    name: 'payment-receipt',
    act: async (page) => {
      await lookFor('')(page);
      await page.getByRole('row', { name: /R-2043/ }).click();
      await page.getByRole('button', { name: 'Tallenna PDF' }).click();
      await page.getByText('PDF tallennettiin.').scrollIntoViewIfNeeded();
    },
  },
  {
    state: 'sale-many',
    name: 'payment-page',
    act: async (page) => {
      await lookFor('')(page);
      await page.getByRole('row', { name: /R-2043/ }).click();
      await page.getByRole('button', { name: 'Tulosta kuitti' }).waitFor();
    },
  },
  { state: 'sale-many', name: 'payments-years', act: lookFor('', 'Kaikki') },
  { state: 'sale-many', name: 'payments-dates', act: lookFor('', 'Valitse päivät') },
  { state: 'sale', name: 'payments-nothing-found', act: lookFor('Mäkelä') },
  { state: 'sale-empty', name: 'payments-none', act: lookFor('') },
  {
    state: 'sale-willba-waits',
    name: 'sale-willba-waits',
    act: (page) => page.getByRole('button', { name: /^Ei vielä Willbassa/ }).waitFor(),
  },
  { state: 'unclear-willba-waits', name: 'unclear-willba-waits', act: (page) => page.getByText('ei vielä Willbassa').waitFor() },
  { state: 'record-asks', name: 'record-asks', act: enterByHand },
  { state: 'sale', name: 'sale-ambiguous', act: typeAmount('1.250') },
  { state: 'sale', name: 'sale-large-amount', act: (page) => page.getByRole('textbox', { name: 'Summa' }).fill('999 999,99') },
  {
    state: 'sale',
    name: 'sale-card-number',
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Viite' }).fill('4242 4242 4242 4242');
      await pay(page);
    },
  },
  { state: 'sale-empty', name: 'sale-empty-pressed', act: pay },
  {
    state: 'sale-settings-lost',
    name: 'sale-settings-lost-card',
    act: (page) => page.getByRole('radio', { name: 'Pankkikortti' }).check({ force: true }),
  },
  { state: 'sale-fails', name: 'sale-failed', act: pay },
  {
    state: 'sale-confirm',
    name: 'sale-confirm',
    act: payAndBeAsked,
  },
  ...(['sale-elsewhere', 'sale-elsewhere-running'] as const).map((state) => ({ state, name: state, act: payAndBeAsked })),
  {
    state: 'checks-other-desks',
    name: 'checks-other-desks',
    act: async (page) => {
      await openChecks(page);
      await page.getByText('Muiden kassojen maksut', { exact: true }).scrollIntoViewIfNeeded();
    },
  },
  {
    state: 'settings',
    name: 'settings-tested',
    act: async (page) => {
      await openSettings(page);
      await page.getByRole('button', { name: 'Tuen asetukset' }).click();
      await page.getByRole('button', { name: 'Jatka tuen asetuksiin' }).click();
      await page.getByRole('button', { name: 'Testaa yhteydet' }).click();
      await page.getByText('Maksut muille kassoille').waitFor();
    },
  },
  {
    state: 'sale-just-charged',
    name: 'sale-just-charged',
    act: async (page) => {
      await pay(page);
      await page.getByRole('alertdialog').waitFor();
    },
  },
  { state: 'sale-starting', name: 'sale-starting', act: (page) => page.getByText('Sen jälkeen lähetetään').waitFor() },
  { state: 'manual', name: 'manual-problems', act: (page) => page.getByRole('button', { name: /^Kirjaa maksu/ }).click() },
  { state: 'signature-refused-later', name: 'let-stand', act: openLetStand },
  { state: 'let-stand-nameless', name: 'let-stand-nameless', act: openLetStand },
  { state: 'picker', name: 'picker', act: openPicker },
  { state: 'training', name: 'picker-training', act: openPicker },
  {
    state: 'picker',
    name: 'picker-inactive',
    act: async (page) => {
      await openPicker(page);
      await page.getByRole('option', { name: /Päätelaite IV/ }).click();
    },
  },
  { state: 'picker-many', name: 'picker-many', act: openPicker },
  {
    state: 'picker-many',
    name: 'picker-searched',
    act: async (page) => {
      await openPicker(page);
      await page.getByRole('textbox', { name: 'Etsi päätelaite' }).fill('ravintola');
      await page.keyboard.press('Enter');
    },
  },
  {
    state: 'picker-many',
    name: 'picker-not-found',
    act: async (page) => {
      await openPicker(page);
      await page.getByRole('textbox', { name: 'Etsi päätelaite' }).fill('mökki');
    },
  },
  {
    state: 'picker-many',
    name: 'picker-others',
    act: async (page) => {
      await openPicker(page);
      await page
        .getByRole('option', { name: /Kylpylähotellinvastaanotto/ })
        .last()
        .click();
    },
  },
  { state: 'picker-strapi-gone', name: 'picker-strapi-gone', act: openPicker },
  { state: 'picker-offline', name: 'picker-offline', act: openPicker },
  { state: 'picker-no-secrets', name: 'picker-no-secrets', act: openPicker },
  {
    state: 'sale',
    name: 'operator-dialog',
    act: async (page) => {
      await page.getByRole('button', { name: /^Käyttäjä/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    state: 'approved',
    name: 'refund-dialog',
    act: async (page) => {
      await page.getByRole('button', { name: 'Palauta' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { state: 'checks-bad', name: 'checks', act: openChecks },
  { state: 'not-connected', name: 'checks-well', act: openChecks },
  { state: 'settings', name: 'settings-own', act: openSettings },
  {
    state: 'settings',
    name: 'settings-support',
    act: async (page) => {
      await openSettings(page);
      await page.getByRole('button', { name: 'Tuen asetukset' }).click();
      await page.getByRole('button', { name: 'Jatka tuen asetuksiin' }).click();
      await page.getByRole('button', { name: 'Testaa yhteydet' }).click();
      await page.getByText('Yhteys toimii').waitFor();
    },
  },
  {
    state: 'settings-share-gone',
    name: 'settings-keeping',
    act: async (page) => {
      await openSettings(page);
      await page.getByRole('button', { name: 'Tuen asetukset' }).click();
      await page.getByRole('button', { name: 'Jatka tuen asetuksiin' }).click();
      await page.getByRole('button', { name: 'Ota varmuuskopio nyt' }).scrollIntoViewIfNeeded();
    },
  },
  {
    state: 'settings',
    name: 'settings-support-typed',
    act: async (page) => {
      await openSettings(page);
      await page.getByRole('button', { name: 'Tuen asetukset' }).click();
      await page.getByRole('button', { name: 'Jatka tuen asetuksiin' }).click();
      await page.getByRole('textbox', { name: 'Netsin käyttäjätunnus' }).fill('hotelli-esimerkki-2');
    },
  },
  {
    state: 'void-offered',
    name: 'void-dialog',
    act: async (page) => {
      await page.getByRole('button', { name: 'Mitätöi' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { state: 'receipt', name: 'receipt', act: openReceipt },
  {
    state: 'receipt-fails',
    name: 'receipt-fails',
    act: async (page) => {
      await openReceipt(page);
      await page.getByRole('button', { name: 'Tulosta kuitti' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    state: 'receipt-to-sign',
    name: 'receipt-to-sign',
    act: async (page) => {
      await page.getByRole('button', { name: 'Kuitti allekirjoitettavaksi' }).click();
      await page.getByRole('dialog').getByText('Esimerkki Hotelliosakeyhtiö').waitFor();
    },
  },
  {
    state: 'settings-printer-gone',
    name: 'settings-printing',
    act: async (page) => {
      await openSettings(page);
      await page.getByText('Valittua tulostinta ei löydy').scrollIntoViewIfNeeded();
    },
  },
  { state: 'unresolved', name: 'evidence', act: openEvidence },
  {
    state: 'unresolved',
    name: 'evidence-receipts',
    act: async (page) => {
      await openEvidence(page);
      await page.getByText('Myyjän kuitti').scrollIntoViewIfNeeded();
    },
  },
  { state: 'unresolved', name: 'settle', act: openSettling },
  { state: 'settle-foreign', name: 'settle-foreign-dialog', act: openSettling },
  { state: 'settle-offer', name: 'settle-offer-dialog', act: openSettling },
  { state: 'settle-choose-name', name: 'settle-choose-name-dialog', act: openSettling },
  {
    state: 'settle-nameless',
    name: 'settle-problems',
    act: async (page) => {
      await openSettling(page);
      await tick(page.getByRole('radio', { name: 'Korttia veloitettiin' }));
      await page.getByRole('button', { name: 'Vahvista' }).click();
    },
  },
  ...closingStates.map((state) => ({ state, name: state, act: (page: Page) => page.getByRole('alertdialog').waitFor() })),
  { state: 'waiting-too-soon', name: 'waiting-too-soon', act: (page) => page.getByRole('button', { name: 'Päivitä' }).click() },
];
/** The day's list where the window is too narrow for it. */
export const drawer: Shot = {
  state: 'sale-many',
  name: 'today-drawer',
  act: async (page) => {
    await page.getByRole('button', { name: /^Tänään/ }).click();
    await page.getByRole('dialog').waitFor();
  },
};

const acting = new Set<string>([
  'receipt',
  'receipt-fails',
  'receipt-to-sign',
  'settings-printer-gone',
  ...closingStates,
  'picker',
  'picker-many',
  'picker-strapi-gone',
  'picker-offline',
  'picker-no-secrets',
  'sale-fails',
  'sale-confirm',
  'sale-just-charged',
  'sale-elsewhere',
  'sale-elsewhere-running',
  'checks-other-desks',
  'sale-starting',
  'waiting-too-soon',
  'let-stand-nameless',
]);
const plain: readonly Shot[] = (Object.keys(scenarios) as ScenarioName[])
  .filter((state) => !acting.has(state) && !acted.some(({ name }) => name === state))
  .map((state) => ({ state, name: state }));

/** Every state of every screen. The acts press by the Finnish names. */
export const shots: readonly Shot[] = [...plain, ...acted];
