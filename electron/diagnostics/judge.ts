import type { CheckResult } from '../../shared/checks.ts';
import { networkCause } from '../../shared/network-cause.ts';
import { isPlaceHidden, type Terminal } from '../../shared/terminal.ts';
import type { NetsAnswer, SourceAnswer } from '../terminals/ports.ts';

/** More than this between the two clocks makes their times useless for a person who compares them. Milliseconds. */
export const CLOCK_TOLERANCE_MS = 120_000;

type Reason = NonNullable<CheckResult['reason']>;

const well: CheckResult = { result: 'ok', reason: null, minutes: null };
const failedBy = (reason: Reason): CheckResult => ({ result: 'failed', reason, minutes: null });
const notMade = (reason: Reason): CheckResult => ({ result: 'unknown', reason, minutes: null });

/** Without settings nobody knows what was in the list: that says nothing of the terminal. */
export const notInSettings: CheckResult = notMade('settings-lost');

/** Other desks' payments cannot be seen from here: this one speaks of this PC alone. */
export const judgeFree = (terminal: Terminal | null, paymentRuns: boolean): CheckResult =>
  terminal === null ? notMade('no-terminal') : paymentRuns ? failedBy('payment-running') : well;

/**
 * @param defined what the customer's directory says of it now, or null where it is gone from there
 * @param strapi how Strapi answered just now, or null for a customer without it: an old list finds faults, and proves nothing well
 */
export function judgeActive(terminal: Terminal | null, defined: Terminal | null, strapi: SourceAnswer | null): CheckResult {
  if (terminal === null) return notMade('no-terminal');
  if (defined === null) return failedBy('missing');
  if (!defined.active) return failedBy('inactive');
  if (defined.fault !== undefined) return failedBy('bad-record');
  return strapi === null || strapi.ok ? well : notMade('not-asked');
}

/** Whether the customer's id of the terminal is one that Nets lists for this log-in. One that is gone may have been given another id since. */
export function judgeId(terminal: Terminal | null, defined: Terminal | null, nets: NetsAnswer): CheckResult {
  if (terminal === null) return notMade('no-terminal');
  if (defined === null) return failedBy('missing');
  if (!nets.ok) return notMade('not-asked');
  return nets.value.includes(terminal.terminalId) ? well : failedBy('not-listed');
}

/** The device itself cannot be asked without disturbing it: what is known is how the last payment there went. */
export function judgeConnected(terminal: Terminal | null, lastAttempt: { readonly failed: string | null } | null): CheckResult {
  if (terminal === null) return notMade('no-terminal');
  if (lastAttempt === null) return notMade('never-tried');
  return lastAttempt.failed === null ? well : failedBy('last-attempt-failed');
}

/** Nobody answered: what the network said about it, where somebody can do something. */
function unanswered(code: string | null): CheckResult {
  return { ...failedBy(networkCause(code) ?? 'unreachable'), ...(code === null ? {} : { code }) };
}

/** @param code why there was no answer, as the network has it */
export function judgeLogin(nets: NetsAnswer, code: string | null = null): CheckResult {
  if (nets.ok) return well;
  return nets.error === 'unreachable' ? unanswered(code) : failedBy(nets.error);
}

/** A customer without Strapi (null) has nothing that could be wrong with it. */
export function judgeStrapi(strapi: SourceAnswer | null, code: string | null = null): CheckResult {
  if (strapi === null) return { ...well, reason: 'not-configured' };
  if (strapi.ok) return strapi.value.some(isPlaceHidden) ? failedBy('right-missing') : well;
  return strapi.error === 'unreachable' ? unanswered(code) : failedBy(strapi.error);
}

/**
 * @param nets how Nets answered just now: without an answer, what its last one said may be from before somebody set the clock
 * @param offsetMs Nets' clock minus this PC's, or null while Nets has not said what time it is
 */
export function judgeClock(nets: NetsAnswer, offsetMs: number | null): CheckResult {
  const heard = nets.ok || nets.error === 'not-authorised';
  if (!heard || offsetMs === null) return notMade('not-asked');
  if (Math.abs(offsetMs) <= CLOCK_TOLERANCE_MS) return well;
  return { result: 'failed', reason: 'clock-off', minutes: Math.round(Math.abs(offsetMs) / 60_000) };
}

export const judgeDisk = (hasRoom: boolean): CheckResult => (hasRoom ? well : failedBy('disk-full'));
export const judgeDatabase = (isHealthy: boolean, mayBeMissing: boolean): CheckResult =>
  isHealthy ? (mayBeMissing ? failedBy('payments-missing') : well) : failedBy('journal-problem');
