import { harmless } from '../../shared/harmless.ts';
import type { Beside } from '../../shared/payment.ts';
import type { EvidenceEntry, PaymentEvidence } from '../../shared/payment-evidence.ts';
import { ok } from '../../shared/result.ts';
import type { PaymentEvent } from '../payments/core/events.ts';
import { judgeLookup } from '../payments/core/evidence.ts';
import type { PaymentFacts } from '../payments/core/facts.ts';
import type { SaleOutcome, WireEvidence } from '../payments/core/outcome.ts';
import type { Receipt } from '../payments/core/receipts.ts';
import type { JournalledPayment, PaymentJournal } from '../payments/ports.ts';
import { besideOf } from '../payments/rules/beside.ts';
import type { Part } from '../program/part.ts';
import type { Refuse } from './refusals.ts';

/** The journal rows of one payment, each with what it proves. The rule is the one that decided the payment. */
const evidenceOf = (
  { facts }: JournalledPayment,
  journal: Pick<PaymentJournal, 'rows' | 'receipts'>,
  beside: readonly Beside[],
): PaymentEvidence => ({
  paymentId: facts.id,
  orderId: facts.orderId,
  beside: [...beside],
  receipts: eachOnce(journal.receipts(facts.id)),
  entries: journal.rows(facts.id).map((row) => ({
    at: row.at,
    kind: row.event.type,
    state: row.state.name,
    ...judge(row.event, facts),
    answer: row.evidence === null ? null : answerOf(row.evidence),
    word: wordOf(row.event),
  })),
});

/** A lookup that is repeated brings the same receipt again. */
const eachOnce = (receipts: readonly Receipt[]): Receipt[] =>
  receipts.filter(({ copy, text }, place) => place === receipts.findIndex((one) => one.copy === copy && one.text === text));

/** An approval of 0: earlier versions stored some. */
const provesNothing = (outcome: SaleOutcome): boolean => outcome.kind === 'approved' && outcome.approval.chargedMinor <= 0;

type Judged = Pick<EvidenceEntry, 'verdict' | 'why'>;

function judge(event: PaymentEvent, facts: PaymentFacts): Judged {
  const verdict = (name: EvidenceEntry['verdict']): Judged => ({ verdict: name, why: null });
  switch (event.type) {
    case 'answered':
      return verdict(provesNothing(event.outcome) ? 'unknown' : event.outcome.kind);
    case 'cancel-answered':
      return verdict(event.delivered ? 'taken' : 'not-taken');
    case 'stopped-before-sending':
      return verdict('refused');
    case 'original-looked-up':
      if (event.answer.kind === 'unreachable' || event.answer.kind === 'not-authorised') return verdict('not-reached');
      return verdict(event.shown ? 'shown' : 'not-shown');
    case 'signature-judged':
      return verdict(event.accepted ? 'accepted' : 'not-accepted');
    case 'signature-let-stand':
      return verdict('let-stand');
    case 'looked-up': {
      const judgement = judgeLookup(event.answer, facts);
      if (judgement.proof === 'none') return { verdict: 'no-proof', why: judgement.hint.why };
      return verdict(judgement.proof === 'approved' ? 'approved' : 'not-reached');
    }
    default:
      return verdict(null);
  }
}

function wordOf(event: PaymentEvent): EvidenceEntry['word'] {
  switch (event.type) {
    case 'settled':
      return { by: event.settlement.by, reason: event.settlement.reason };
    case 'signature-judged':
      return { by: event.by, reason: '' };
    case 'signature-let-stand':
      return { by: event.by, reason: event.reason };
    default:
      return null;
  }
}

const LONGEST_FAILURE = 200;

const answerOf = ({ record, receipts: _apart, ...seen }: WireEvidence): EvidenceEntry['answer'] => ({
  ...seen,
  // Earlier versions stored this text unchanged.
  failureText: seen.failureText === null ? null : harmless(seen.failureText, LONGEST_FAILURE),
  result: record?.result ?? null,
  orderId: record?.orderId ?? null,
  totalMinor: record?.totalMinor ?? null,
  stan: record?.stan ?? null,
  timeStamp: record?.timeStamp ?? null,
  responseCode: record?.responseCode ?? null,
  last4: record?.card?.last4 ?? null,
});

export const evidencePart = (journal: Pick<PaymentJournal, 'byId' | 'byOriginal' | 'rows' | 'receipts'>, refuse: Refuse) =>
  ({
    commands: {
      paymentEvidence({ paymentId }) {
        const payment = journal.byId(paymentId);
        return payment === null ? refuse('payment-unknown') : ok(evidenceOf(payment, journal, besideOf(payment, journal)));
      },
    },
  }) satisfies Part;
