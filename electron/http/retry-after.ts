import type { HttpAnswer } from './http-call.ts';

/**
 * How long a server asks us to wait (`retry-after`), in milliseconds; null if it does not ask or cannot be read. A date is compared with
 * the answer's own `Date` header, because this PC's clock may be hours wrong.
 *
 * @param wallMs this PC's time, for an answer without a `Date`
 */
export function retryAfterMs({ retryAfter, date }: Pick<HttpAnswer, 'retryAfter' | 'date'>, wallMs: number): number | null {
  const text = retryAfter?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number.parseInt(text, 10) * 1_000;
  // Only a date with a weekday: Date.parse would turn almost any number into a date.
  const until = /^[A-Za-z]{3},? /.test(text) ? Date.parse(text) : Number.NaN;
  const theirs = date === null ? Number.NaN : Date.parse(date);
  const wait = until - (Number.isNaN(theirs) ? wallMs : theirs);
  return wait > 0 ? wait : null;
}
