import type { CheckName } from '../../shared/check-names.ts';
import type { CheckResult } from '../../shared/checks.ts';
import type { PaymentView } from '../../shared/payment.ts';
import type { TerminalStatus } from '../../shared/terminal.ts';
import { t } from '../i18n/t.ts';

/** What a check found: that all is well, or what is wrong, what to do and who can do it. */
export function checkDetail(check: CheckName, { result, reason, minutes, code }: CheckResult): string {
  if (reason === null) return result === 'ok' ? t(`checks.well.${check}`) : t('checks.why.not-asked');
  const why = reason === 'clock-off' ? t('checks.why.clock-off', { minutes: minutes ?? 0 }) : t(`checks.why.${reason}`);
  return code === undefined ? why : `${why} (${code})`;
}

/** The check that fits an outcome; null where nothing is wrong that a check could find. */
export function checkForPayment(payment: Pick<PaymentView, 'state' | 'reason'>): CheckName | null {
  switch (payment.state) {
    case 'timed-out':
      return 'connected';
    case 'checking':
    case 'unresolved':
      return 'login';
    case 'refused':
      return forReason(payment.reason);
    default:
      return null;
  }
}

function forReason(reason: string | null): CheckName {
  switch (reason) {
    case 'busy':
      return 'free';
    case 'inactive':
      return 'active';
    case 'not-connected':
      return 'connected';
    case 'unknown-terminal':
      return 'id';
    default:
      return 'login';
  }
}

/** The check behind a red light. */
export function checkForStatus(reason: Extract<TerminalStatus, { light: 'red' }>['reason']): CheckName {
  switch (reason) {
    case 'unknown-id':
      return 'id';
    case 'not-connected':
      return 'connected';
    case 'nets-unreachable':
    case 'not-authorised':
    case 'secrets-missing':
      return 'login';
    case 'inactive':
    case 'missing':
    case 'settings-lost':
    case 'bad-id':
    case 'duplicate-id':
    case 'bad-name':
      return 'active';
  }
}
