import type { PosError } from '../../shared/errors.ts';
import type { Live } from '../../shared/payment.ts';
import { t } from '../i18n/t.ts';

/** A line of the live region: what is said, and what it means in more words. */
export type StatusLine = { readonly id: string; readonly text: string; readonly more?: string; readonly alarming?: boolean };

/** From here on the guest is told that the time runs out. */
const WARNED_SECONDS = 20;

/**
 * What the waiting screen tells beside its name: the state of the wish to cancel, of the last look-up, of the last press.
 * `silent`: the terminal has said nothing for so long that the desk may leave it.
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
