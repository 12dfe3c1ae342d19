import { comparePaymentsWithLedger, type ExportedPayment, type LedgerSnapshot } from '../connect-cloud/index.ts';
import type { Screen } from './screen.ts';
import type { ShownPayment, ShownToday } from './shown.ts';
import { euros, sumsIn } from './sums.ts';

/** Compares what the terminals really did with the export. One sentence for each difference. */
export function compareMoney(payments: readonly ExportedPayment[], ledger: LedgerSnapshot): string[] {
  const charged = new Map(
    ledger.attempts.filter((each) => each.outcome === 'approved' && each.chargedMinor > 0).map((each) => [each.orderId, each]),
  );
  const own = payments.flatMap((payment) => {
    const name = `${payment.kind} ${payment.orderId ?? payment.id} (${payment.state})`;
    if (payment.kind === 'void' || payment.kind === 'manual') return [];
    const charge = charged.get(payment.orderId);
    const proven = payment.proof === 'answer' || payment.proof === 'lookup';
    if (payment.state === 'approved' && charge === undefined) return [`${name} is approved, and no money moved`];
    if (payment.moneyMoved === 'yes' && proven && charge?.chargedMinor !== payment.chargedMinor) {
      return [`${name} says ${euros(payment.chargedMinor ?? 0)}, the terminal says ${euros(charge?.chargedMinor ?? 0)}`];
    }
    if (payment.moneyMoved === 'no' && payment.settlement === null && charge !== undefined) {
      return [`${name} says that no money moved, the terminal charged ${euros(charge.chargedMinor)}`];
    }
    return [];
  });
  return [...comparePaymentsWithLedger(payments, ledger), ...own];
}

/** Compares the list beside the sale form with the export. */
export function compareToday(shown: ShownToday, payments: readonly ExportedPayment[], now: Date): string[] {
  const ofToday = payments.filter((payment) => dayOf(new Date(String(payment['startedAt']))) === dayOf(now));
  const total = ofToday.reduce((sum, payment) => sum + counted(payment), 0);
  const wrong = total === shown.totalMinor ? [] : [`today's total is ${euros(shown.totalMinor)}, the export comes to ${euros(total)}`];
  const exported = ofToday.map(rowSum);
  const surplus = shown.rows.filter(({ minor }) => !takeOne(exported, minor));
  for (const { name } of surplus) wrong.push(`the list shows “${name}”, the export has no such payment`);
  if (ofToday.length <= LISTED_FOR_SURE) for (const minor of exported) wrong.push(`the list lacks a payment of ${euros(minor)}`);
  return wrong;
}

/** The list surely shows this many rows; a longer one may be shown in part. */
const LISTED_FOR_SURE = 40;
const dayOf = (at: Date): string => at.toLocaleDateString('sv-SE', { timeZone: 'Europe/Helsinki' });
const givesBack = ({ kind }: ExportedPayment): boolean => kind === 'refund' || kind === 'void';

function counted(payment: ExportedPayment): number {
  if (payment.moneyMoved !== 'yes') return 0;
  return (givesBack(payment) ? -1 : 1) * (payment.chargedMinor ?? 0);
}

/** A row's sum: what was charged, or what was asked if nothing was charged. */
function rowSum(payment: ExportedPayment): number {
  const charged = payment.chargedMinor ?? 0;
  return (givesBack(payment) ? -1 : 1) * (charged > 0 ? charged : payment.amountMinor);
}

function takeOne(sums: number[], minor: number): boolean {
  const index = sums.indexOf(minor);
  if (index < 0) return false;
  sums.splice(index, 1);
  return true;
}

const MOVED =
  /^(Maksu (suoritettu|mitätöity|palautettu)|Palautus suoritettu|Osa (maksettu|palautettu|mitätöity)|(Veloitettu|Palautettu|Mitätöity) summa poikkeaa|(Korttia veloitettiin|Rahat palautettiin|Maksu mitätöitiin) sittenkin|Peruutus ei ehtinyt: (korttia veloitettiin|rahat palautettiin|maksu mitätöitiin))$/;
/** A plain green outcome. */
const PLAIN = /^(Maksu|Palautus) suoritettu$/;
const BY_PERSON = /(selvitetty|kirjattu) käsin$/;

/** Compares one payment's own screen with its row of the export. */
export function compareShown(shown: ShownPayment, payments: readonly ExportedPayment[]): string[] {
  const payment = payments.find(({ orderId }) => orderId === shown.orderId);
  const name = `the screen of “${shown.row.name}” (${shown.orderId}), headed “${shown.heading}”,`;
  if (payment === undefined) return [`${name} belongs to no payment of the export`];
  const sum = payment.moneyMoved === 'yes' ? (payment.chargedMinor ?? 0) : payment.amountMinor;
  // The large one, which is read from two metres away.
  const [large] = sumsIn(shown.says).map(Math.abs);
  const wrong = large === sum ? [] : [`${name} shows ${euros(large ?? 0)}, not ${euros(sum)}`];
  if (headingFits(payment, shown.heading)) return wrong;
  return [...wrong, `${name} does not fit ${payment.state}, money moved: ${payment.moneyMoved}, ${euros(sum)}`];
}

function headingFits(payment: ExportedPayment, heading: string): boolean {
  if (payment.moneyMoved === 'unknown') return /epäselvä$/.test(heading);
  if (payment.state === 'settled-by-person') return BY_PERSON.test(heading) || MOVED.test(heading);
  if (payment.moneyMoved === 'no') return !MOVED.test(heading) && !/epäselvä$/.test(heading);
  const net = (payment.chargedMinor ?? 0) - (payment.tipMinor ?? 0) - (payment.surchargeMinor ?? 0);
  // Tip and surcharge apart, plain green is for exactly what was asked.
  return MOVED.test(heading) && (!PLAIN.test(heading) || net === payment.amountMinor);
}

/** Checks a green screen that was seen in between: money of that sum must have moved by then. */
export function compareGreen({ dialog, heading, scope }: Screen, { attempts }: Pick<LedgerSnapshot, 'attempts'>): string[] {
  if (dialog !== null || heading !== 'Maksu suoritettu') return [];
  const [shown] = sumsIn(scope);
  const charged = attempts.some(({ outcome, chargedMinor }) => outcome === 'approved' && chargedMinor === shown && chargedMinor > 0);
  return charged ? [] : [`“${heading}” ${euros(shown ?? 0)} was shown, and no terminal had charged that`];
}
