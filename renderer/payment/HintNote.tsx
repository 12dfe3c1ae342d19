import type { PaymentView } from '../../shared/payment.ts';
import { moneyText } from '../i18n/money-text.ts';
import { currentLanguage, t } from '../i18n/t.ts';
import { useMirror } from '../stores/mirror.ts';
import { clockText } from '../time/clock-text.ts';
import { netsTimeText } from '../time/nets-time-text.ts';
import './hint-note.css';

/** What a lookup showed that proves nothing. It helps the person who decides. */
export function HintNote({ payment }: { readonly payment: PaymentView }) {
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const hint = payment.live?.phase === 'checking' ? payment.live.hint : payment.hint;
  if (hint === null) return null;
  const details = [
    hint.amountMinor === null || hint.amountMinor === 0 ? '' : moneyText(hint.amountMinor, payment.currency),
    hint.at === null ? '' : t('hint.at', { at: netsTimeText(hint.at, timeZone, currentLanguage()) }),
    t('hint.seen', { time: clockText(hint.seenAt, timeZone, currentLanguage()) }),
  ].filter((part) => part !== '');
  return (
    <section>
      <h2 className="hint__label">{t('hint.title')}</h2>
      <p>{t(`hint.${hint.why}`)}</p>
      <p className="hint__detail number">{details.join(' · ')}</p>
    </section>
  );
}
