import type { PaymentRequest } from '../../shared/ipc/requests.ts';
import type { LinkRequest } from '../support/willba/sign-link.ts';
import { signLink } from '../support/willba/sign-link.ts';
import { LINK_KEY } from './link-key.ts';
import { approvedQuickly, type Scenario } from './sales.ts';
import { type Order, sellOne, type Trial } from './trial.ts';
import type { Victim } from './victim.ts';

/** Far more than a link takes to be shown. */
const SHOWN_MS = 60_000;
const MOST_PRESSES = 20;

/** What Willba asks for in a trial, and what the desk would send for it. */
export type LinkedSale = { readonly link: string; readonly asked: LinkRequest; readonly order: Order };

export function linkedSale(trial: Trial, terminalId: string): LinkedSale {
  const order = trial.order(terminalId);
  const exp = Math.floor(Date.now() / 1000) + 3_600;
  const asked = {
    amount: order.amountMinor,
    currency: 'EUR',
    reference: `R-${order.amountMinor}`,
    id: `request-${order.amountMinor}`,
    exp,
  };
  return { link: signLink(asked, LINK_KEY), asked, order: { ...order, reference: asked.reference } };
}

type Opened = { readonly form: string; readonly request: PaymentRequest | null; readonly refused: string | null };

/** Null when the program is gone before it has shown anything. */
async function open(victim: Victim, link: string): Promise<Opened | null> {
  let before = 0;
  let shown: Opened | null = null;
  await victim.until(({ opened }) => {
    before = opened.length;
    return true;
  }, 0);
  victim.send({ type: 'open', link });
  await victim.until(({ opened }) => {
    shown = opened[before] ?? null;
    return shown !== null;
  }, SHOWN_MS);
  return shown;
}

/**
 * Opens the link and presses Maksa, again where nothing came of the press: on a busy machine a press may be too old for a clock that runs a
 * hundred times as fast. @returns the name of the form, or null where the link filled none in.
 */
export async function sellByLink(
  trial: Trial,
  victim: Victim,
  scenario: Scenario,
  sale: LinkedSale,
  patienceMs: number,
): Promise<string | null> {
  let form: string | null = null;
  for (let press = 0; press < MOST_PRESSES && rowsOf(trial, sale).length === 0; press += 1) {
    const opened = await open(victim, sale.link);
    if (opened === null || opened.request === null) break;
    form = opened.form;
    await sellOne(trial, victim, scenario, { ...sale.order, idempotencyKey: form }, patienceMs);
  }
  return form;
}

const rowsOf = (trial: Trial, { asked }: LinkedSale) => trial.payments().filter(({ requestId }) => requestId === asked.id);

/**
 * After a kill: a link whose payment has a row is used, and the form of before charges nothing either. Without a row it is good, once. One
 * sentence for each mismatch.
 */
export async function openAgain(
  trial: Trial,
  victim: Victim,
  sale: LinkedSale,
  form: string | null,
  patienceMs: number,
): Promise<string[]> {
  const rows = rowsOf(trial, sale);
  const wrong: string[] = [];
  if (rows.length > 1) wrong.push(`${rows.length} payments for one press`);
  const opened = await open(victim, sale.link);
  const isUsed = opened?.refused === 'used' && opened.request === null;
  if (rows.length > 0) {
    if (!isUsed) wrong.push(`the link of a payment was taken again: ${JSON.stringify(opened)}`);
    // The page of before, which did not hear the answer, sends its form once more.
    const again = form ?? opened?.form ?? '';
    await sellOne(trial, victim, approvedQuickly, { ...sale.order, idempotencyKey: again }, patienceMs);
  } else {
    if (opened?.request?.id !== sale.asked.id) wrong.push(`the link of no payment was not good: ${JSON.stringify(opened)}`);
    await sellByLink(trial, victim, approvedQuickly, sale, patienceMs);
    const after = await open(victim, sale.link);
    if (after?.refused !== 'used') wrong.push(`the link was good twice: ${JSON.stringify(after)}`);
  }
  return [...wrong, ...chargedTwice(trial, sale)];
}

/** By the server alone: what was sent to a terminal for one request. */
export function chargedTwice(trial: Trial, { asked }: LinkedSale): string[] {
  const posts = trial.cloud.ledger.attempts.filter(({ requestedMinor }) => requestedMinor === asked.amount).length;
  const payments = trial.payments().filter(({ amountMinor }) => amountMinor === asked.amount);
  const foreign = payments.filter(({ requestId }) => requestId !== asked.id);
  return [
    ...(posts > 1 ? [`${asked.id} was sent ${posts} times`] : []),
    ...(payments.length > 1 ? [`${asked.id} has ${payments.length} payments`] : []),
    ...foreign.map(({ id }) => `the payment ${id} does not name its request`),
  ];
}
