import type { CheckName } from '../../shared/check-names.ts';
import type { CheckResult } from '../../shared/checks.ts';
import type { TerminalStatus } from '../../shared/terminal.ts';
import { t } from '../i18n/t.ts';

/** A check's result: all is well, or what is wrong, what to do and who can do it. */
export function checkDetail(check: CheckName, { result, reason, minutes, code }: CheckResult): string {
  if (reason === null) return result === 'ok' ? t(`checks.well.${check}`) : t('checks.why.not-asked');
  const why = reason === 'clock-off' ? t('checks.why.clock-off', { minutes: minutes ?? 0 }) : t(`checks.why.${reason}`);
  return code === undefined ? why : `${why} (${code})`;
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
