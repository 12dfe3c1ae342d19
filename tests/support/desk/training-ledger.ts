import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportedPayment } from '../connect-cloud/index.ts';

/** One POST or DELETE as the embedded simulator remembers it. */
export interface TrainingEntry {
  readonly sequence: number;
  readonly kind: string;
  readonly amount: number;
  readonly orderId: string | null;
  readonly terminalId: string;
  readonly outcome: 'running' | 'charged' | 'not-charged';
  readonly chargedMinor: number;
  readonly tipMinor: number;
  readonly surchargeMinor: number;
  readonly stan: string | null;
  readonly reason: string | null;
}

/** The ledger of the program that runs in this profile, over HTTP: what the simulator says, not what the program believes. */
export async function readTrainingLedger(userDataDir: string): Promise<TrainingEntry[]> {
  const { baseUrl } = JSON.parse(readFileSync(join(userDataDir, 'training', 'simulator.json'), 'utf8')) as { baseUrl: string };
  const answer = await fetch(`${baseUrl}/training/ledger`);
  if (answer.status !== 200) throw new Error(`the simulator's ledger answers ${answer.status}`);
  return ((await answer.json()) as { entries: TrainingEntry[] }).entries;
}

const PROVEN_NOT_CHARGED: readonly string[] = ['declined', 'cancelled', 'timed-out', 'refused'];
const MAY_BE_CHARGED: readonly string[] = ['sent', 'cancelling', 'checking', 'unresolved'];

/** One sentence a difference; empty means that the export equals the ledger. */
export function compareWithTrainingLedger(payments: readonly ExportedPayment[], entries: readonly TrainingEntry[]): string[] {
  const ours = entries.filter((entry) => entry.kind !== 'void');
  const known = new Set(payments.map((payment) => payment.orderId));
  const strangers = ours.filter((entry) => entry.orderId === null || !known.has(entry.orderId));
  return [
    ...strangers.map((entry) => `POST ${entry.sequence} (${entry.orderId}) has no payment`),
    ...payments.flatMap((payment) => {
      const name = `${payment.state} ${payment.orderId} on ${payment.terminalId}`;
      const sent = ours.filter((entry) => entry.orderId === payment.orderId);
      return comparePayment(payment, sent).map((wrong) => `${name} ${wrong}`);
    }),
  ];
}

function comparePayment(payment: ExportedPayment, sent: readonly TrainingEntry[]): string[] {
  if (payment.kind !== 'sale') return sent.length === 0 ? [] : ['is no sale, but was sent'];
  if (sent.length > 1) return [`was sent ${sent.length} times`];
  const [entry] = sent;
  if (entry === undefined) {
    return payment.state === 'refused' && payment.moneyMoved === 'no' && payment.chargedMinor === 0 ? [] : ['was never sent'];
  }
  const wrong: string[] = [];
  const same = (what: string, believed: unknown, truth: unknown): void => {
    if (believed !== truth) wrong.push(`says ${what} ${String(believed)}, the ledger says ${String(truth)}`);
  };
  same('terminal', payment.terminalId, entry.terminalId);
  same('amount', payment.amountMinor, entry.amount);
  if (payment.state === 'approved') {
    same('outcome', 'charged', entry.outcome);
    same('money moved', payment.moneyMoved, 'yes');
    same('charged', payment.chargedMinor, entry.chargedMinor);
    same('tip', payment.tipMinor, entry.tipMinor);
    same('surcharge', payment.surchargeMinor, entry.surchargeMinor);
    same('stan', payment['stan'], entry.stan);
  } else if (PROVEN_NOT_CHARGED.includes(payment.state)) {
    same('outcome', 'not-charged', entry.outcome);
    same('money moved', payment.moneyMoved, 'no');
    same('charged', payment.chargedMinor, 0);
  } else if (MAY_BE_CHARGED.includes(payment.state)) {
    same('money moved', payment.moneyMoved, 'unknown');
  } else {
    wrong.push('is in no state that a sent sale may be in');
  }
  return wrong;
}
