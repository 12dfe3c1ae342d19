import type { PaymentView } from '../../shared/payment.ts';
import { t } from '../i18n/t.ts';
import { useMirror } from '../stores/mirror.ts';
import { useSecondsLeft } from '../time/use-seconds-left.ts';
import { reversalOf } from './reversal-texts.ts';

/** Why it is not known. */
export function unclearCause(payment: Pick<PaymentView, 'live' | 'reason' | 'kind'>): string {
  const back = reversalOf(payment);
  const cause = payment.live?.phase === 'checking' ? payment.live.cause : payment.reason;
  if (back !== null) return cause === 'overwritten' ? t(`${back}.unclear.overwritten`) : t(`${back}.unclear.cause`);
  if (cause === 'answer-lost' || cause === 'unreadable' || cause === 'overwritten') return t(`outcome.unclear.causes.${cause}`);
  return t('outcome.unclear.causes.unknown');
}

/**
 * What the app is doing to find out, and when it tries next. `said` goes to the live region. `when` counts down beside it, where a screen
 * reader does not repeat it every second.
 */
export function useNextCheck(payment: PaymentView): { readonly said: string; readonly when: string } {
  const receivedAt = useMirror((mirror) => mirror.currentReceivedAt);
  const checking = payment.live?.phase === 'checking' ? payment.live : null;
  const inMs = checking?.nextLookupInMs ?? null;
  const seconds = useSecondsLeft(inMs === null ? null : receivedAt + inMs);

  if (payment.state === 'unresolved')
    return { said: payment.canLookUp ? t('outcome.unclear.unresolved') : t('outcome.unclear.onlyByHand'), when: '' };
  if (checking?.asking === true || seconds === 0) return { said: t('outcome.unclear.asking'), when: '' };
  const failed = checking?.lookupFailed === true ? `${t('outcome.unclear.lookupFailed')} ` : '';
  if (seconds === null)
    return { said: `${failed}${payment.canLookUp ? t('outcome.unclear.noMore') : t('outcome.unclear.soonByHand')}`, when: '' };
  const when =
    seconds < 100 ? t('outcome.unclear.nextIn', { seconds }) : t('outcome.unclear.nextInLong', { minutes: Math.ceil(seconds / 60) });
  return { said: `${failed}${t('outcome.unclear.checking')}`, when };
}
