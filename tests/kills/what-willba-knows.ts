import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { ExportedPayment } from '../support/connect-cloud/index.ts';
import type { Receiver } from '../support/willba/receiver.ts';

/** Far longer than it takes: the sender's waits pass a hundred times faster than the wall's. */
const ALL_TOLD_MS = 120_000;

/** What Willba heard that nobody may tell it: a payment that is not in the journal, or anything that breaks the contract. */
export function wronglyTold(willba: Receiver, payments: readonly ExportedPayment[]): string[] {
  const known = new Set(payments.map(({ id }) => id));
  const unknown = willba.events.flatMap(({ payment }) => (payment === null || known.has(payment.id) ? [] : [payment.id]));
  return [...willba.complaints, ...unknown.map((id) => `Willba was told of a payment that did not happen: ${id}`)];
}

/** Waits until the last that Willba heard of each payment is what the journal says. One sentence for each payment that it never hears of. */
export async function untilTold(willba: Receiver, payments: () => readonly ExportedPayment[]): Promise<string[]> {
  const deadline = performance.now() + ALL_TOLD_MS;
  for (;;) {
    const untold = payments().filter((payment) => !isDeepStrictEqual(lastHeard(willba, payment.id), JSON.parse(JSON.stringify(payment))));
    if (untold.length === 0) return [];
    if (performance.now() > deadline) {
      return untold.map((payment) => `Willba knows ${JSON.stringify(lastHeard(willba, payment.id))} of ${JSON.stringify(payment)}`);
    }
    await sleep(20);
  }
}

const lastHeard = (willba: Receiver, paymentId: string): unknown =>
  willba.events.findLast(({ payment }) => payment !== null && payment.id === paymentId)?.payment;
