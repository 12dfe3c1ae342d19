import { expect, test } from '@playwright/test';
import type { Outcome } from '../support/desk/desk.ts';
import { newest } from '../support/desk/play-at-terminal.ts';
import { openRawDesk, rawTerminal } from '../support/desk/raw-desk.ts';
import { oneLaunch } from '../support/desk/started.ts';
import { type Fault, faults } from '../support/raw-server/index.ts';

/** What the desk may be told. Where an approval stands in whole on the wire it may be believed, else the truth comes by lookup. */
const ends: Readonly<Record<Exclude<Fault, 'no-answer' | 'headers-only' | 'reset-on-accept'>, readonly Outcome[]>> = {
  none: ['paid'],
  'reset-before-reading': ['unclear'],
  'reset-after-headers': ['unclear'],
  'reset-after-body': ['unclear'],
  'fin-without-answer': ['unclear'],
  'half-headers-reset': ['unclear'],
  'half-answer-reset': ['unclear'],
  'half-answer-fin': ['unclear'],
  'headers-only-fin': ['unclear'],
  'byte-by-byte': ['paid'],
  'answer-twice': ['paid', 'unclear'],
  'answer-then-reset': ['paid'],
  'stale-connection': ['paid'],
  'content-length-too-long': ['unclear'],
  'content-length-too-short': ['unclear'],
  'chunked-cut-off': ['unclear'],
  'not-http': ['unclear'],
  'status-401': ['notAuthorised', 'unclear'],
  'status-408': ['unclear'],
  'status-503-retry-after': ['unclear'],
  'redirect-307': ['unclear'],
};
const played = faults.filter((fault): fault is keyof typeof ends => fault in ends);

const desks = oneLaunch((started) => openRawDesk(started, { terminals: played.length }));

for (const [index, fault] of played.entries()) {
  test(`one sale is one POST, whatever the wire does: ${fault}`, async () => {
    const { desk, raw, readExport } = desks();
    const name = rawTerminal(index);
    await desk.chooseTerminal(name);
    await expect(desk.changeTerminal).toHaveAccessibleName(new RegExp(name));
    raw.setFault(fault);
    const before = raw.sales().total;
    await desk.startSale({ amount: '12,50', reference: `R-${fault}` });
    const outcomes = ends[fault].map((outcome) => desk.heading(outcome));
    const first = outcomes.slice(1).reduce((any, each) => any.or(each), outcomes[0] ?? desk.heading('paid'));
    await expect(first).toBeVisible({ timeout: 60_000 });
    const payment = newest(await readExport());
    if (ends[fault].includes('unclear') && !ends[fault].includes('paid') && payment.state !== 'refused') {
      // On a slow machine a lookup may have proven it meanwhile: then, and only then, it is charged.
      if (payment.proof === 'lookup') expect(payment).toMatchObject({ moneyMoved: 'yes', chargedMinor: 1250 });
      else
        expect(payment).toMatchObject({
          moneyMoved: 'unknown',
          chargedMinor: 0,
          state: expect.stringMatching(/^(?:checking|unresolved)$/),
        });
    }
    // Long enough for any library that tries again by itself.
    await desk.page.waitForTimeout(1_500);
    expect(raw.sales().total - before).toBe(1);
    raw.setFault('none');
    // On a slow machine a lookup may have proven it meanwhile.
    await desk.button('Jatka toisella asiakkaalla').or(desk.newSaleButton).last().click();
    await desk.ready();
  });
}

test('after all of it every POST of the server is a payment of its own', async () => {
  const { raw, readExport } = desks();
  const orders = raw.requests
    .filter(({ method, path, complete }) => method === 'POST' && path.endsWith('/transaction') && complete)
    .map(({ body }) => (JSON.parse(body) as { orderId: string }).orderId);
  expect(new Set(orders).size).toBe(orders.length);
  const known = new Set((await readExport()).map((payment) => payment.orderId));
  expect(orders.filter((order) => !known.has(order))).toEqual([]);
});
