import type { Beside } from '../../shared/payment.ts';
import { Notice } from '../components/Notice.tsx';
import { moneyText } from '../i18n/money-text.ts';
import { currentLanguage, t } from '../i18n/t.ts';
import { useMirror } from '../stores/mirror.ts';
import { dateAndClockText } from '../time/clock-text.ts';
import './sale-note.css';

type BesideNoteProps = { readonly beside: readonly Beside[]; readonly currency: string };

/** A record by hand and the payment that was unclear then may be one charge. Both say so, however they ended. */
export function BesideNote({ beside, currency }: BesideNoteProps) {
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  return beside.map((each) => (
    <div key={each.paymentId} className="sale-note number">
      <Notice tone="unclear">
        {t(`outcome.beside.${wordsFor(each)}`, {
          sum: moneyText(each.minor, currency),
          time: dateAndClockText(each.at, timeZone, currentLanguage()),
        })}
      </Notice>
    </div>
  ));
}

function wordsFor({ byHand, moneyMoved }: Beside): 'byHand' | 'unclear' | 'charged' | 'notCharged' {
  if (byHand) return 'byHand';
  if (moneyMoved === 'unknown') return 'unclear';
  return moneyMoved === 'yes' ? 'charged' : 'notCharged';
}
