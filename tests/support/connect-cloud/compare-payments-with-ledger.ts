import { compareVoids } from './compare-voids.ts';
import type { ExportedPayment } from './exported-payment.ts';
import type { Attempt, LedgerSnapshot } from './ledger.ts';

export interface ComparisonOptions {
  /** The persons of this test settled truthfully, so what they said must equal the ledger. Default: not judged. */
  readonly personsAreRight?: boolean;
}

/** A cancelAction that is already being sent when the answer comes is no fault; one that is sent after a loss is. Milliseconds. */
const CANCEL_RACE_MS = 2_000;

/**
 * Compares the program's payments with what the server did, by the rules about money. Returns one sentence for each mismatch; empty means
 * that they agree. A verdict without the answer or lookup that proves it is a mismatch too, even if the ledger happens to agree.
 */
export function comparePaymentsWithLedger(
  payments: readonly ExportedPayment[],
  ledger: LedgerSnapshot,
  options: ComparisonOptions = {},
): string[] {
  return [
    ...duplicates(payments),
    ...payments.flatMap((payment) => comparePayment(payment, ledger, options)),
    ...strangers(payments, ledger),
    ...compareVoids(payments, ledger),
    ...strayCancels(ledger),
  ];
}

function comparePayment(payment: ExportedPayment, ledger: LedgerSnapshot, options: ComparisonOptions): string[] {
  if (payment.kind === 'void') return [];
  const { orderId } = payment;
  const posts = orderId === null ? [] : ledger.attempts.filter((attempt) => attempt.orderId === orderId);
  const charges = posts.filter((attempt) => attempt.outcome === 'approved');
  const wrong: string[] = [];
  if (payment.kind === 'manual') {
    if (posts.length > 0) wrong.push('is a manual record, but a POST carried its orderId');
    return wrong.map((sentence) => `${nameOf(payment)} ${sentence}`);
  }
  if (orderId === null) wrong.push('has no orderId');
  if (posts.length > 1) wrong.push(`was sent ${posts.length} times`);
  if (charges.length > 1) wrong.push(`was charged ${charges.length} times`);
  for (const post of posts) wrong.push(...compareRequest(payment, post));
  wrong.push(...compareVerdict(payment, posts, charges, ledger));
  if (payment.state === 'settled-by-person') wrong.push(...compareSettlement(payment, charges, options));
  return wrong.map((sentence) => `${nameOf(payment)} ${sentence}`);
}

function compareRequest(payment: ExportedPayment, post: Attempt): string[] {
  const wrong: string[] = [];
  const type = payment.kind === 'refund' ? 'returnOfGoods' : 'purchase';
  if (post.transactionType !== type) wrong.push(`was sent as ${post.transactionType || 'no transactionType'}, not as ${type}`);
  if (post.requestedMinor !== payment.amountMinor) wrong.push(`asks ${payment.amountMinor}, but ${post.requestedMinor} was sent`);
  if (post.terminalId !== payment.terminalId) wrong.push(`belongs to terminal ${payment.terminalId}, but was sent to ${post.terminalId}`);
  if (!/^[A-Za-z0-9-]{1,20}$/.test(post.orderId ?? '')) wrong.push('has an orderId that is not 1 to 20 letters, digits and dashes');
  return wrong;
}

function compareVerdict(
  payment: ExportedPayment,
  posts: readonly Attempt[],
  charges: readonly Attempt[],
  ledger: LedgerSnapshot,
): string[] {
  switch (payment.state) {
    case 'approved':
      return compareApproved(payment, posts, charges, ledger);
    case 'declined':
    case 'cancelled':
    case 'timed-out':
    case 'refused':
      return compareNotCharged(payment, posts, charges);
    case 'created':
      // `created` means that nothing was sent, so the server may not have seen it.
      return [
        ...(posts.length > 0 ? ['is created, which means not sent, but the server was sent it'] : []),
        ...moneyIs(payment, 'no', 'unknown'),
      ];
    case 'sent':
    case 'cancelling':
    case 'checking':
    case 'unresolved':
      return moneyIs(payment, 'unknown');
    case 'settled-by-person':
      return [];
  }
}

function compareApproved(
  payment: ExportedPayment,
  posts: readonly Attempt[],
  charges: readonly Attempt[],
  ledger: LedgerSnapshot,
): string[] {
  const wrong = moneyIs(payment, 'yes');
  const [charge] = charges;
  if (charge === undefined) return [...wrong, 'was not charged'];
  if (charge.chargedMinor !== payment.chargedMinor)
    wrong.push(`says ${payment.chargedMinor} was charged, but it was ${charge.chargedMinor}`);
  if (charge.tipMinor !== (payment.tipMinor ?? 0)) wrong.push(`says a tip of ${payment.tipMinor}, but it was ${charge.tipMinor}`);
  if (charge.surchargeMinor !== (payment.surchargeMinor ?? 0)) {
    wrong.push(`says a surcharge of ${payment.surchargeMinor}, but it was ${charge.surchargeMinor}`);
  }
  const answered = posts.some((post) => post.said === 'approved' && post.delivered === 'full');
  const shown = ledger.lookups.some((each) => each.provesApproval && each.orderId === payment.orderId && each.delivered === 'full');
  if (payment.proof === 'answer' && !answered) wrong.push('is proven by an answer that was never given');
  if (payment.proof === 'lookup' && !shown) wrong.push('is proven by a lookup that never showed it');
  if (payment.proof !== 'answer' && payment.proof !== 'lookup') wrong.push(`has no proof from Nets (${payment.proof})`);
  return wrong;
}

function compareNotCharged(payment: ExportedPayment, posts: readonly Attempt[], charges: readonly Attempt[]): string[] {
  const wrong = moneyIs(payment, 'no');
  if (charges.length > 0) wrong.push('was charged');
  if (payment.chargedMinor !== 0) wrong.push(`says that ${payment.chargedMinor} was charged`);
  if (payment.reason === 'not-sent' && posts.length > 0) wrong.push('says not sent, but the server was sent it');
  if (posts.length === 0) {
    // Stopped before anything left this PC is fine; a verdict of the terminal is not, nobody asked it.
    if (payment.state === 'declined' || payment.state === 'timed-out')
      wrong.push('was never sent to the terminal that is said to have ended it');
    return wrong;
  }
  // Not charged is proven only by our own POST's answer: not by silence, and not by a lookup.
  const said = payment.state === 'refused' ? 'refused' : 'rejected';
  if (!posts.some((post) => post.said === said && post.delivered === 'full')) {
    wrong.push(`has no answer that proves it: ${posts.map((post) => `${post.said}, delivered ${post.delivered}`).join('; ')}`);
  }
  return wrong;
}

function compareSettlement(
  payment: ExportedPayment,
  charges: readonly Attempt[],
  { personsAreRight = false }: ComparisonOptions,
): string[] {
  const { settlement } = payment;
  if (settlement === null) return ['is settled by a person, but by nobody'];
  const wrong: string[] = [];
  if (settlement.by === '' || settlement.reason === '') wrong.push('is settled without a name or without a reason');
  if (!settlement.charged && payment.chargedMinor !== 0) wrong.push(`is settled as not charged, but says ${payment.chargedMinor}`);
  if (payment.moneyMoved === (settlement.charged ? 'no' : 'yes'))
    wrong.push(`is settled, but says that money moved: ${payment.moneyMoved}`);
  if (personsAreRight && settlement.charged !== charges.length > 0) {
    wrong.push(
      `was settled as ${settlement.charged ? 'charged' : 'not charged'}, but was ${charges.length > 0 ? 'charged' : 'not charged'}`,
    );
  }
  return wrong;
}

function moneyIs(payment: ExportedPayment, ...expected: readonly ExportedPayment['moneyMoved'][]): string[] {
  return expected.includes(payment.moneyMoved) ? [] : [`says that money moved: ${payment.moneyMoved}, not ${expected.join(' or ')}`];
}

function duplicates(payments: readonly ExportedPayment[]): string[] {
  const ids = payments.flatMap((payment) => payment.orderId ?? []);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => `orderId ${id} belongs to more than one payment`);
}

/** No POST without a payment: the row is on disk before a byte leaves. */
function strangers(payments: readonly ExportedPayment[], ledger: LedgerSnapshot): string[] {
  const known = new Set(payments.map((payment) => payment.orderId));
  return ledger.attempts
    .filter((attempt) => attempt.orderId === null || !known.has(attempt.orderId))
    .map((attempt) => `POST ${attempt.sequence} on ${attempt.terminalId} (orderId ${attempt.orderId}, ${attempt.outcome}) has no payment`);
}

/** cancelAction names no transaction, so it may be sent only while our own POST there is open. */
function strayCancels(ledger: LedgerSnapshot): string[] {
  return ledger.cancels
    .filter((cancel) => cancel.msSinceOpen === null || cancel.msSinceOpen > CANCEL_RACE_MS)
    .map((cancel) => `cancelAction was sent to ${cancel.terminalId} at ${cancel.at} while no POST of ours was open there`);
}

function nameOf(payment: ExportedPayment): string {
  return `${payment.kind} ${payment.orderId ?? payment.id} (${payment.state})`;
}
