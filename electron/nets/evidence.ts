import { createHash } from 'node:crypto';
import type { HttpOutcome } from '../http/http-call.ts';
import { keptText } from '../masking/kept-text.ts';
import type { ReceiptTexts, TransactionRecord, WireEvidence } from '../payments/core/outcome.ts';

const LONGEST_FAILURE = 200;

/** What a call showed, safe to write into the journal. A server may echo what we sent, so its own words are masked first. */
export function evidenceOf(
  outcome: HttpOutcome,
  read: { readonly record: TransactionRecord | null; readonly failureText: string | null; readonly receipts?: ReceiptTexts | null },
): WireEvidence {
  if (outcome.kind === 'no-answer') return { ...noEvidence(outcome.code), elapsedMs: Math.round(outcome.elapsedMs) };
  return {
    status: outcome.status,
    elapsedMs: Math.round(outcome.elapsedMs),
    bodySha256: createHash('sha256').update(outcome.body).digest('hex'),
    bodyBytes: outcome.body.length,
    record: read.record,
    failureText: read.failureText === null ? null : keptText(read.failureText, LONGEST_FAILURE),
    transport: null,
    ...(read.receipts == null ? {} : { receipts: read.receipts }),
  };
}

/** Evidence of a call that was never sent; `code` says why. */
export function noEvidence(code: string): WireEvidence {
  return { status: null, elapsedMs: 0, bodySha256: null, bodyBytes: 0, record: null, failureText: null, transport: code };
}
