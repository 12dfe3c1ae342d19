import type { CheckResult } from '../../shared/checks.ts';
import type { BackupTrouble } from '../../shared/keeping.ts';
import { networkCause } from '../../shared/network-cause.ts';
import { isPlaceHidden, type Terminal } from '../../shared/terminal.ts';
import type { NetsAnswer, SourceAnswer } from '../terminals/ports.ts';

/** With a larger difference (milliseconds) a person cannot compare the times of the two clocks. */
export const CLOCK_TOLERANCE_MS = 120_000;

type Reason = NonNullable<CheckResult['reason']>;

const well: CheckResult = { result: 'ok', reason: null, minutes: null };
const failedBy = (reason: Reason): CheckResult => ({ result: 'failed', reason, minutes: null });
const notMade = (reason: Reason): CheckResult => ({ result: 'unknown', reason, minutes: null });

/** Without settings the list is unknown, so nothing can be said about the terminal. */
export const notInSettings: CheckResult = notMade('settings-lost');

/** Other desks' payments cannot be seen from here, so this covers this PC only. */
export const judgeFree = (terminal: Terminal | null, paymentRuns: boolean): CheckResult =>
  terminal === null ? notMade('no-terminal') : paymentRuns ? failedBy('payment-running') : well;

/**
 * @param defined the terminal in the customer's directory now, or null if it is no longer there
 * @param strapi Strapi's answer just now, or null for a customer without it. An old list can show a fault, but cannot prove that all is
 *   well.
 */
export function judgeActive(terminal: Terminal | null, defined: Terminal | null, strapi: SourceAnswer | null): CheckResult {
  if (terminal === null) return notMade('no-terminal');
  if (defined === null) return failedBy('missing');
  if (!defined.active) return failedBy('inactive');
  if (defined.fault !== undefined) return failedBy('bad-record');
  return strapi === null || strapi.ok ? well : notMade('not-asked');
}

/**
 * Whether Nets lists the customer's id of the terminal for this log-in. A terminal that is gone from the directory may have another id
 * since.
 */
export function judgeId(terminal: Terminal | null, defined: Terminal | null, nets: NetsAnswer): CheckResult {
  if (terminal === null) return notMade('no-terminal');
  if (defined === null) return failedBy('missing');
  if (!nets.ok) return notMade('not-asked');
  return nets.value.includes(terminal.terminalId) ? well : failedBy('not-listed');
}

/** The device cannot be asked without disturbing it, so this tells how the last payment there went. */
export function judgeConnected(terminal: Terminal | null, lastAttempt: { readonly failed: string | null } | null): CheckResult {
  if (terminal === null) return notMade('no-terminal');
  if (lastAttempt === null) return notMade('never-tried');
  return lastAttempt.failed === null ? well : failedBy('last-attempt-failed');
}

/** No answer: the network's own reason, if somebody can act on it. */
function unanswered(code: string | null): CheckResult {
  return { ...failedBy(networkCause(code) ?? 'unreachable'), ...(code === null ? {} : { code }) };
}

/** @param code the network's code for why there was no answer */
export function judgeLogin(nets: NetsAnswer, code: string | null = null): CheckResult {
  if (nets.ok) return well;
  return nets.error === 'unreachable' ? unanswered(code) : failedBy(nets.error);
}

/** For a customer without Strapi (null) all is well. */
export function judgeStrapi(strapi: SourceAnswer | null, code: string | null = null): CheckResult {
  if (strapi === null) return { ...well, reason: 'not-configured' };
  if (strapi.ok) return strapi.value.some(isPlaceHidden) ? failedBy('right-missing') : well;
  return strapi.error === 'unreachable' ? unanswered(code) : failedBy(strapi.error);
}

/**
 * @param nets Nets' answer just now. Without one, an earlier offset may be from before somebody set the clock.
 * @param offsetMs Nets' clock minus this PC's, or null while Nets has not sent its time
 */
export function judgeClock(nets: NetsAnswer, offsetMs: number | null): CheckResult {
  const heard = nets.ok || nets.error === 'not-authorised';
  if (!heard || offsetMs === null) return notMade('not-asked');
  if (Math.abs(offsetMs) <= CLOCK_TOLERANCE_MS) return well;
  return { result: 'failed', reason: 'clock-off', minutes: Math.round(Math.abs(offsetMs) / 60_000) };
}

/** An older backup (milliseconds) means that the daily one fails. */
export const BACKUP_TOLERANCE_MS = 2 * 24 * 3_600_000;

/**
 * @param backup null if none is made here, as in training
 * @param ageMs of the last good backup in its folder; null before the first
 */
export function judgeBackup(backup: { readonly ageMs: number | null; readonly trouble: BackupTrouble | null } | null): CheckResult {
  if (backup === null) return { ...well, reason: 'not-configured' };
  const { ageMs, trouble } = backup;
  if (trouble === 'folder-gone') return failedBy('backup-folder-gone');
  if (ageMs !== null && ageMs <= BACKUP_TOLERANCE_MS) return well;
  if (trouble !== null) return failedBy('backup-failed');
  return ageMs === null ? notMade('no-backup-yet') : failedBy('backup-old');
}

export const judgeDisk = (hasRoom: boolean): CheckResult => (hasRoom ? well : failedBy('disk-full'));
export const judgeDatabase = (isHealthy: boolean, mayBeMissing: boolean): CheckResult =>
  isHealthy ? (mayBeMissing ? failedBy('payments-missing') : well) : failedBy('journal-problem');
