import { expect, test } from '@playwright/test';
import { freshStart } from '../support/desk/started.ts';

const started = freshStart();

/** Somebody who has never seen the program takes a second for each step. */
const STEP_MS = 1_000;
const MOST_MS = 30_000;

const doors = {
  fi: {
    train: 'Harjoittelutila',
    amount: 'Summa',
    pay: /^Maksa/,
    use: 'Käytä tätä',
    paid: 'Maksu suoritettu',
    next: 'Uusi maksu',
    leave: 'Lopeta harjoittelu',
  },
  sv: {
    train: 'Övningsläge',
    amount: 'Belopp',
    pay: /^Betala/,
    use: 'Använd denna',
    paid: 'Betalningen är genomförd',
    next: 'Ny betalning',
    leave: 'Avsluta övningen',
  },
  en: {
    train: 'Training mode',
    amount: 'Amount',
    pay: /^Pay(?: |$)/,
    use: 'Use this',
    paid: 'Payment completed',
    next: 'New payment',
    leave: 'End training',
  },
} as const;

for (const lang of ['fi', 'sv', 'en'] as const) {
  test(`a newcomer's first sale in training takes half a minute at most, by the names alone: ${lang}`, async () => {
    const { page, desk } = await started.launch({ lang });
    const names = doors[lang];
    let steps = 0;
    let begun = 0;
    let answeredMs = 0;
    const step = async (work: () => Promise<unknown>): Promise<void> => {
      steps += 1;
      await work();
    };
    await step(() => page.getByRole('button', { name: names.train, exact: true }).click());
    await step(() => page.getByRole('textbox', { name: names.amount, exact: true }).fill('12,50'));
    await step(() => page.getByRole('button', { name: names.pay }).click());
    await step(() => page.getByRole('option').first().click());
    await step(async () => {
      await page.getByRole('button', { name: names.use, exact: true }).click();
      begun = Date.now();
    });
    await step(async () => {
      await page.getByRole('heading', { name: names.paid }).waitFor({ timeout: 60_000 });
      answeredMs = Date.now() - begun;
    });
    await step(() => page.getByRole('button', { name: names.next, exact: true }).click());
    await expect(page.getByRole('textbox', { name: names.amount, exact: true })).toHaveValue('');
    expect(steps * STEP_MS + answeredMs).toBeLessThanOrEqual(MOST_MS);
    await expect(page.getByRole('button', { name: /1\/5$/ }), 'the tour has checked the first situation off').toBeVisible();
    // And back, in the same window.
    await page.getByRole('button', { name: names.leave, exact: true }).click();
    await expect(page.getByRole('button', { name: names.train, exact: true })).toBeVisible();
    await expect(desk.page.getByText('12,50')).toHaveCount(0);
  });
}
