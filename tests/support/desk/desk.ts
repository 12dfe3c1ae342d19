import { expect, type Locator, type Page } from '@playwright/test';

/** Headings of outcomes, as interfaces.md names them. */
export const headings = {
  paid: 'Maksu suoritettu',
  partlyPaid: 'Osa maksettu',
  declined: 'Maksu hylätty',
  cancelled: 'Maksu peruutettu',
  timedOut: 'Maksu aikakatkaistiin',
  busy: 'Päätelaite on varattu',
  inactive: 'Päätelaite on epäaktiivinen',
  notConnected: 'Päätelaite ei ole yhteydessä',
  notSent: 'Maksua ei lähetetty',
  notAuthorised: 'Kirjautuminen Netsiin ei onnistu',
  unclear: 'Maksun tila on epäselvä',
  recorded: 'Maksu kirjattu käsin',
} as const;
export type Outcome = keyof typeof headings;

let bookings = 0;
/** A reference that no other sale of this run has. */
export function nextBooking(): string {
  bookings += 1;
  return `V-${process.pid}-${bookings}`;
}

/** Keys do nothing in the first 700 ms of an outcome. */
export const KEY_GUARD_MS = 700;

export interface SaleInput {
  readonly amount: string;
  readonly reference?: string;
  /** Taken when the picker opens, or chosen beforehand where another is remembered. */
  readonly terminal?: string;
}

/** The receptionist: knows only the roles and names on the screen. */
export class Desk {
  readonly page: Page;
  readonly amount: Locator;
  readonly reference: Locator;
  readonly payButton: Locator;
  readonly changeTerminal: Locator;
  readonly picker: Locator;
  readonly waiting: Locator;
  readonly newSaleButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.amount = page.getByRole('textbox', { name: 'Summa', exact: true });
    this.reference = page.getByRole('textbox', { name: 'Viite', exact: true });
    this.payButton = page.getByRole('button', { name: /^Maksa/ });
    this.changeTerminal = page.getByRole('button', { name: /^Vaihda päätelaite/ });
    this.picker = page.getByRole('dialog', { name: 'Valitse maksupääte' });
    this.waiting = page.getByRole('dialog', { name: 'Odottaa maksua' });
    this.newSaleButton = page.getByRole('button', { name: 'Uusi maksu', exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  async ready(): Promise<void> {
    await expect(this.amount).toBeVisible({ timeout: 60_000 });
  }

  /** What is loaded only after the first paint listens as well: keys of the whole window, tones, the cover of an idle desk. */
  async readyBesideTheTill(): Promise<void> {
    const keys = this.page.getByRole('dialog', { name: 'Näppäimet' });
    await expect(async () => {
      await this.page.keyboard.press('F1');
      await expect(keys).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 60_000 });
    await this.page.keyboard.press('Escape');
    await expect(keys).toBeHidden();
  }

  async typeAmount(text: string): Promise<void> {
    await this.amount.fill(text);
  }

  async typeReference(text: string): Promise<void> {
    await this.reference.fill(text);
  }

  async pay(): Promise<void> {
    await this.payButton.click();
  }

  /** The terminal's row in the open picker, whatever its status says. */
  terminalRow(name: string): Locator {
    const exactly = new RegExp(`(^|[\\s,])${escaped(name)}(?![\\p{L}\\p{N}])`, 'u');
    return this.picker.getByRole('option', { name: exactly }).or(this.picker.getByRole('radio', { name: exactly }));
  }

  /** In the picker that is open, or that Maksa is about to open. The last button names the sum where it charges again. */
  async pickTerminal(name: string, use: string | RegExp = 'Käytä tätä'): Promise<void> {
    await expect(this.picker).toBeVisible();
    await this.terminalRow(name).click();
    await this.picker.getByRole('button', { name: use, exact: true }).click();
    await expect(this.picker).toBeHidden();
  }

  /** Changes this PC's terminal without paying. */
  async chooseTerminal(name: string): Promise<void> {
    await this.changeTerminal.click();
    await this.pickTerminal(name);
  }

  async startSale({ amount, reference, terminal }: SaleInput): Promise<void> {
    await this.typeAmount(amount);
    // Each guest has a booking unless a test says otherwise: the same sum twice without one is asked about.
    await this.typeReference(reference ?? nextBooking());
    if (terminal !== undefined) await this.chooseTerminal(terminal);
    await this.pay();
  }

  heading(outcome: Outcome): Locator {
    return this.page.getByRole('heading', { name: headings[outcome], exact: true });
  }

  async waitForOutcome(outcome: Outcome, timeout = 60_000): Promise<void> {
    await expect(this.heading(outcome)).toBeVisible({ timeout });
  }

  async waitForWaiting(): Promise<void> {
    await expect(this.waiting).toBeVisible();
  }

  /** The wish to cancel, from the waiting state. */
  async cancel(): Promise<void> {
    await this.waiting.getByRole('button', { name: 'Peruuta', exact: true }).click();
  }

  async refresh(): Promise<void> {
    await this.waiting.getByRole('button', { name: 'Päivitä', exact: true }).click();
  }

  /** Presses what brings something about, unless the program has done it by itself before the press came. */
  async pressUnlessDone(button: Locator, done: Locator): Promise<void> {
    await expect(async () => {
      if (await button.isVisible()) await button.click({ timeout: 2_000 });
      await expect(done).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 180_000 });
  }

  /** Leaves an outcome; the key guard is for keys, so no wait. */
  async newSale(): Promise<void> {
    await this.newSaleButton.click();
    await this.ready();
  }

  /** All that the screen says, with its white space tidied: money is written with no-break spaces. */
  async text(): Promise<string> {
    return (await this.page.locator('body').innerText()).replace(/[\s\u00a0\u202f]+/g, ' ');
  }

  async expectText(what: string | RegExp): Promise<void> {
    const pattern = typeof what === 'string' ? new RegExp(escaped(what), 'u') : what;
    await expect.poll(() => this.text(), { timeout: 20_000 }).toMatch(pattern);
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
