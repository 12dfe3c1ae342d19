import type { ConnectCloud, ExportedPayment } from '../connect-cloud/index.ts';
import { exportPayments } from '../desk/program.ts';
import type { Hands } from './hands.ts';
import { compareMoney, compareShown, compareToday } from './judge.ts';
import { goToSale, openPayments, readToday } from './shown.ts';
import { euros } from './sums.ts';

const READINGS = 3;

interface Sides {
  readonly hands: Hands;
  readonly userDataDir: string;
  readonly cloud: ConnectCloud;
  /** How many payments' own screens are opened. */
  readonly open: number;
}

/**
 * Compares export, list and the payments' own screens with each other and with the ledger. A lookup may prove something between two
 * readings, so a difference is read again before it counts.
 */
export async function compareAll(sides: Sides): Promise<readonly string[]> {
  let wrong: readonly string[] = [];
  for (let reading = 0; reading < READINGS; reading += 1) {
    wrong = await compareOnce(sides);
    if (wrong.length === 0) return [];
  }
  return wrong;
}

async function compareOnce({ hands, userDataDir, cloud, open }: Sides): Promise<readonly string[]> {
  const shown = await openPayments(hands, open);
  const today = readToday(await goToSale(hands));
  const payments = await exportPayments(userDataDir, 'production');
  return [
    ...compareMoney(payments, cloud.ledger.snapshot()),
    ...compareToday(today, payments, new Date()),
    ...shown.flatMap((one) => compareShown(one, payments)),
  ];
}

/** What the server and the program say at the end, for the story of a failure. */
export function tellLedger({ ledger }: ConnectCloud): string[] {
  return [
    'The ledger:',
    ...ledger.attempts.map(
      (each) =>
        `  ${each.sequence} ${each.orderId} ${each.transactionType} ${euros(each.requestedMinor ?? 0)} at ${each.terminalId}: ${each.outcome}` +
        ` ${euros(each.chargedMinor)} (${each.script}; said ${each.said}, delivered ${each.delivered})`,
    ),
    ...ledger.voids.map(
      (each) => `  DELETE ${euros(each.amountMinor ?? 0)} at ${each.terminalId}: ${each.voided ? `took back ${each.orderId}` : 'nothing'}`,
    ),
  ];
}

export function tellExport(payments: readonly ExportedPayment[]): string[] {
  return [
    'The export:',
    ...payments.map(
      (each) =>
        `  ${each.orderId ?? each.id} ${each.kind} ${each.state}${each.reason === null ? '' : ` (${each.reason})`}, moved: ${each.moneyMoved},` +
        ` asked ${euros(each.amountMinor)}, charged ${euros(each.chargedMinor ?? 0)}, proof ${each.proof}, “${String(each['reference'])}”`,
    ),
  ];
}
