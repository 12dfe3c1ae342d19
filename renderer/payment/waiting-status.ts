import type { PosError } from '../../shared/errors.ts';
import type { Live, PaymentView } from '../../shared/payment.ts';
import { t } from '../i18n/t.ts';
import { timeLeft } from '../time/countdown.ts';
import { reversalOf } from './reversal-texts.ts';

/** The terminal was asked to stop, and the wish is on its way or has arrived. */
export const isStopping = (live: Live | null): boolean =>
  live?.phase === 'waiting' && live.cancelAskedBy !== null && live.cancelDelivery !== 'failed';

/** What goes on, in one truth with the ring: a wish to cancel is said here, and that it did not arrive. */
export function waitingHeading({ live, kind }: Pick<PaymentView, 'live' | 'kind'>): string {
  const back = reversalOf({ kind });
  if (isStopping(live)) return t(back === null ? 'waiting.stoppingTitle' : `${back}.stoppingTitle`);
  if (live?.phase === 'waiting' && live.cancelDelivery === 'failed') return t('waiting.notStoppedTitle');
  return t(back === null ? 'waiting.title' : `${back}.waitingTitle`);
}

/** `58 s`, `1 min 34 s`; empty while no time runs. */
export function leftText(seconds: number | null): string {
  if (seconds === null) return '';
  const left = timeLeft(seconds);
  return left.minutes === 0 ? t('waiting.seconds', left) : t('waiting.minutes', left);
}

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
