import { expect, test } from '@playwright/test';
import { approve, type ConnectCloud } from '../connect-cloud/index.ts';
import type { LaunchedApp } from './launch.ts';
import type { Started } from './started.ts';

/** The property's Strapi, as a test has it: fake or real. */
export interface PropertyStrapi {
  readonly baseUrl: string;
  readonly readToken: string;
  readonly outboxToken: string;
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  /** The states of its payments, as they stand there, the first made first. */
  states(): Promise<readonly unknown[]>;
}

/** How long a real Strapi may take to answer on a busy machine. */
const SLOW = { timeout: 60_000 };

/**
 * Two programs with their own profiles at one Strapi and one Connect@Cloud server. The second one is asked before it charges what the first
 * one has charged; without Strapi both sell on, and afterwards each knows of the other again.
 */
export async function playTwoDesks(started: Started, strapi: PropertyStrapi): Promise<void> {
  const cloud = await started.cloud();
  const open = async (pointOfSale: string): Promise<LaunchedApp> => {
    const shared = { baseUrl: strapi.baseUrl, token: strapi.readToken, outboxToken: strapi.outboxToken };
    const provision = started.provision({ baseUrl: cloud.baseUrl, strapi: shared, pointOfSale, without: ['terminals'] });
    return started.launch({ provision });
  };
  const bar = await open('Baari');
  const reception = await open('Vastaanotto');
  await bar.desk.chooseTerminal('Päätelaite I');
  await reception.desk.chooseTerminal('Päätelaite II');

  cloud.terminal('71000001').play(approve());
  await reception.desk.typeAmount('12,50');
  await reception.desk.typeReference('r 1001');
  await bar.desk.startSale({ amount: '12,50', reference: 'R-1001' });
  await bar.desk.waitForOutcome('paid');
  const paidAt = performance.now();
  await expect.poll(strapi.states, { ...SLOW, intervals: [20] }).toEqual(['approved']);
  await reception.desk.pay();
  await expect(reception.page.getByRole('alertdialog')).toBeVisible();
  const warnedAfterMs = Math.round(performance.now() - paidAt);
  test.info().annotations.push({ type: 'warned', description: `${warnedAfterMs} ms after the first desk showed its approval` });
  await sellsOnlyWhenSure(reception, cloud, { posts: 1 });
  await bar.desk.newSale();
  await reception.desk.newSale();
  await expect.poll(strapi.states, SLOW).toEqual(['approved', 'approved']);

  await strapi.goAway();
  for (const [{ desk, page }, terminalId] of [
    [bar, '71000001'],
    [reception, '71000002'],
  ] as const) {
    cloud.terminal(terminalId).play(approve());
    await desk.startSale({ amount: '8', reference: 'R-2002' });
    await desk.waitForOutcome('paid');
    await desk.newSale();
    await expect(page.getByText('Muiden kassojen maksuja ei voitu tarkistaa.')).toBeVisible();
  }

  await strapi.comeBack();
  await expect.poll(strapi.states, SLOW).toEqual(['approved', 'approved', 'approved', 'approved']);
  await bar.desk.startSale({ amount: '8', reference: 'r 2002' });
  const question = bar.page.getByRole('alertdialog');
  await expect(question).toContainText(/Toisella kassalla \(Vastaanotto, Päätelaite II\) on maksettu samalla viitteellä 8,00\s€/);
  await question.getByRole('button', { name: 'Älä veloita' }).click();
  await expect(bar.page.getByText('Muiden kassojen maksuja ei voitu tarkistaa.')).toHaveCount(0);
}

/** The same booking at the second desk: it is told where, how much and what, and charges only when somebody says so. */
async function sellsOnlyWhenSure({ desk, page }: LaunchedApp, cloud: ConnectCloud, { posts }: { readonly posts: number }): Promise<void> {
  const count = (): number => cloud.count({ method: 'POST', path: /\/transaction$/ });
  const question = page.getByRole('alertdialog', { name: 'Veloitetaanko 12,50 € silti?' });
  await expect(question).toContainText(/Toisella kassalla \(Baari, Päätelaite I\) on maksettu samalla viitteellä 12,50\s€, klo\s\d/);
  expect(count()).toBe(posts);
  cloud.terminal('71000002').play(approve());
  await question.getByRole('button', { name: 'Veloita 12,50 € silti' }).click();
  await desk.waitForOutcome('paid');
  expect(count()).toBe(posts + 1);
}
