/**
 * What the raw server does to a request. With a charging fault the sale counts as charged: the request was read completely, and only the
 * answer is broken.
 */
export type Fault =
  | 'none'
  /** Every connection that is opened from now on is reset before a byte of it is read, whatever it carries. */
  | 'reset-on-accept'
  /** Reset as soon as the request line shows which call it is, before headers and body are looked at. */
  | 'reset-before-reading'
  | 'reset-after-headers'
  | 'reset-after-body'
  /** The connection is closed in good order, without an answer. */
  | 'fin-without-answer'
  | 'half-headers-reset'
  | 'half-answer-reset'
  | 'half-answer-fin'
  /** Status line and headers, then silence on an open connection. */
  | 'headers-only'
  | 'headers-only-fin'
  | 'byte-by-byte'
  | 'no-answer'
  /** Two whole answers to one request. */
  | 'answer-twice'
  /** Answered with keep-alive; the connection is reset some time later. */
  | 'answer-then-reset'
  /** Reset where the connection had carried an earlier request, answered where it is fresh. */
  | 'stale-connection'
  /** Content-Length says more than is sent, then FIN. */
  | 'content-length-too-long'
  /** Content-Length says less than is sent. */
  | 'content-length-too-short'
  | 'chunked-cut-off'
  | 'not-http'
  /** Answers that make some HTTP libraries send again by themselves. */
  | 'status-401'
  | 'status-408'
  | 'status-503-retry-after'
  | 'redirect-307';

export const faults: readonly Fault[] = [
  'none',
  'reset-on-accept',
  'reset-before-reading',
  'reset-after-headers',
  'reset-after-body',
  'fin-without-answer',
  'half-headers-reset',
  'half-answer-reset',
  'half-answer-fin',
  'headers-only',
  'headers-only-fin',
  'byte-by-byte',
  'no-answer',
  'answer-twice',
  'answer-then-reset',
  'stale-connection',
  'content-length-too-long',
  'content-length-too-short',
  'chunked-cut-off',
  'not-http',
  'status-401',
  'status-408',
  'status-503-retry-after',
  'redirect-307',
];

/** Faults after which no terminal has been woken up. */
const NOT_CHARGED: readonly Fault[] = [
  'reset-on-accept',
  'reset-before-reading',
  'reset-after-headers',
  'status-401',
  'status-408',
  'status-503-retry-after',
  'redirect-307',
];

export function charges(fault: Fault, usedConnection: boolean): boolean {
  return fault === 'stale-connection' ? !usedConnection : !NOT_CHARGED.includes(fault);
}
