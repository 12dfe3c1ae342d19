import { createHash } from 'node:crypto';
import { maskCardNumbers } from '../../shared/card-number.ts';
import type { HttpOutcome } from '../http/http-call.ts';
import type { TransactionRecord, WireEvidence } from '../payments/outcome.ts';

/** What a call showed, fit for the journal. `secrets` are cut out of the failure's text: a server may echo what it was sent. */
export function evidenceOf(
  outcome: HttpOutcome,
  read: { readonly record: TransactionRecord | null; readonly failureText: string | null; readonly secrets: readonly string[] },
): WireEvidence {
  if (outcome.kind === 'no-answer') return { ...noEvidence(outcome.code), elapsedMs: Math.round(outcome.elapsedMs) };
  return {
    status: outcome.status,
    elapsedMs: Math.round(outcome.elapsedMs),
    bodySha256: createHash('sha256').update(outcome.body).digest('hex'),
    bodyBytes: outcome.body.length,
    record: read.record,
    failureText: read.failureText === null ? null : keepable(read.failureText, read.secrets),
    transport: null,
  };
}

/** Nothing was on the wire; `code` says why. */
export function noEvidence(code: string): WireEvidence {
  return { status: null, elapsedMs: 0, bodySha256: null, bodyBytes: 0, record: null, failureText: null, transport: code };
}

const JWT = /[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g;
/** A card number that somebody else has shortened: `541333******4444`. Its beginning is card data too. */
const SHORTENED_CARD = /\d[\d \-.]*(?=[*xX•·#]{2,})/g;

const hidden = (text: string): string => '·'.repeat(text.length);

/** Masked first and cut last: half a card number at the cut would pass for none. Masking keeps the length, so nothing moves into view. */
function keepable(text: string, secrets: readonly string[]): string {
  let kept = text;
  for (const secret of secrets) if (secret !== '') kept = kept.replaceAll(secret, hidden);
  kept = kept.replace(JWT, hidden);
  return maskCardNumbers(kept)
    .replace(SHORTENED_CARD, (digits) => digits.replace(/\d/g, '·'))
    .slice(0, 200);
}
