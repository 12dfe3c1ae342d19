import type { PosError } from '../../shared/errors.ts';
import type { Live } from '../../shared/payment.ts';
import { t } from '../i18n/t.ts';

/** A line of the live region: its text and an explanation. */
export type StatusLine = { readonly id: string; readonly text: string; readonly more?: string; readonly alarming?: boolean };

/** From this many seconds on, the guest is told that time runs out. */
const WARNED_SECONDS = 20;

/**
 * What the waiting screen says below its title: the state of the cancel, of the last lookup, of the last press. `silent`: the terminal has
 * not answered for so long that the desk may leave the screen.
 */
export function statusLines(live: Live | null, failure: PosError | null, left: number | null, silent = false): readonly StatusLine[] {
  const lines: StatusLine[] = [];
  if (live?.phase === 'waiting') {
    if (live.cancelDelivery === 'failed') {
      lines.push({ id: 'cancel', text: t('waiting.cancelAsked'), more: t('waiting.cancelFailed'), alarming: true });
    } else if (live.cancelAskedBy !== null) {
      const more = live.cancelAskedBy === 'deadline' ? t('waiting.deadlineText') : t('waiting.cancelAskedText');
      lines.push({ id: 'cancel', text: t('waiting.cancelAsked'), more });
    } else if (left === 0) {
      lines.push({ id: 'expired', text: t('waiting.expired') });
    } else if (left !== null && left <= WARNED_SECONDS) {
      lines.push({ id: 'soon', text: t('waiting.soon') });
    }
    if (silent) lines.push({ id: 'silent', text: t('waiting.silent'), more: t('waiting.silentText'), alarming: true });
    if (live.refresh === 'asking') lines.push({ id: 'refresh', text: t('waiting.asking') });
    if (live.refresh === 'still-running') lines.push({ id: 'refresh', text: t('waiting.stillRunning') });
    if (live.refresh === 'no-answer') lines.push({ id: 'refresh', text: t('waiting.noAnswer') });
  }
  if (live?.phase === 'preparing' && live.busyAnswers > 0) lines.push({ id: 'busy', text: t('void.busyAgain') });
  if (failure !== null) lines.push({ id: 'failure', text: t(`errors.${failure.code}`), alarming: true });
  return lines;
}
