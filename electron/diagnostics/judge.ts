import type { CheckResult } from '../../shared/checks.ts';
import type { Result } from '../../shared/result.ts';
import type { Terminal } from '../../shared/terminal.ts';

/** More than this between the two clocks makes their times useless for a person who compares them. Milliseconds. */
export const CLOCK_TOLERANCE_MS = 120_000;

type Reason = NonNullable<CheckResult['reason']>;
type ServiceFailure = 'unreachable' | 'not-authorised' | 'unreadable' | 'not-configured' | 'secrets-missing';
export type NetsAnswer = Result<readonly string[], ServiceFailure>;
export type StrapiAnswer = Result<null, ServiceFailure>;

const well: CheckResult = { result: 'ok', reason: null, minutes: null };
const failedBy = (reason: Reason): CheckResult => ({ result: 'failed', reason, minutes: null });
const notMade = (reason: Reason): CheckResult => ({ result: 'unknown', reason, minutes: null });

/** Other desks' payments cannot be seen from here: this one speaks of this PC alone. */
export const judgeFree = (terminal: Terminal | null, paymentRuns: boolean): CheckResult =>
  terminal === null ? notMade('no-terminal') : paymentRuns ? failedBy('payment-running') : well;

/** @param defined what the customer's directory says of it now, or null where it is gone from there */
export function judgeActive(terminal: Terminal | null, defined: Terminal | null): CheckResult {
  if (terminal === null) return notMade('no-terminal');
  if (defined === null) return failedBy('missing');
  if (!defined.active) return failedBy('inactive');
  return defined.fault === undefined ? well : failedBy('bad-record');
}

/** Whether the customer's id of the terminal is one that Nets lists for this log-in. */
export function judgeId(terminal: Terminal | null, nets: NetsAnswer): CheckResult {
  if (terminal === null) return notMade('no-terminal');
  if (!nets.ok) return notMade('not-asked');
  return nets.value.includes(terminal.terminalId) ? well : failedBy('not-listed');
}

/** The device itself cannot be asked without disturbing it: what is known is how the last payment there went. */
export function judgeConnected(terminal: Terminal | null, lastAttempt: { readonly failed: string | null } | null): CheckResult {
  if (terminal === null) return notMade('no-terminal');
  if (lastAttempt === null) return notMade('not-asked');
  return lastAttempt.failed === null ? well : failedBy('last-attempt-failed');
}

export const judgeLogin = (nets: NetsAnswer): CheckResult => (nets.ok ? well : failedBy(nets.error));

/** A customer without Strapi has nothing that could be wrong with it. */
export function judgeStrapi(strapi: StrapiAnswer): CheckResult {
  if (strapi.ok) return well;
  return strapi.error === 'not-configured' ? { ...well, reason: 'not-configured' } : failedBy(strapi.error);
}

/** @param offsetMs Nets' clock minus this PC's, or null while Nets has not said what time it is */
export function judgeClock(offsetMs: number | null): CheckResult {
  if (offsetMs === null) return notMade('not-asked');
  if (Math.abs(offsetMs) <= CLOCK_TOLERANCE_MS) return well;
  return { result: 'failed', reason: 'clock-off', minutes: Math.round(Math.abs(offsetMs) / 60_000) };
}

export const judgeDisk = (hasRoom: boolean): CheckResult => (hasRoom ? well : failedBy('disk-full'));
export const judgeDatabase = (isHealthy: boolean): CheckResult => (isHealthy ? well : failedBy('journal-problem'));
