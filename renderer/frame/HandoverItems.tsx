import type { HandoverItem } from '../../shared/handover.ts';
import { Mark } from '../components/Mark.tsx';
import { moneyText } from '../i18n/money-text.ts';
import { currentLanguage, t } from '../i18n/t.ts';
import { handoverSigns } from '../payment/looks.ts';
import { dateAndClockText } from '../time/clock-text.ts';
import './handover-items.css';

/** What was or is left open at a change of shift, the oldest first. */
export function HandoverItems({ items, timeZone }: { readonly items: readonly HandoverItem[]; readonly timeZone: string }) {
  const place = ({ reference, terminalName, startedAt }: HandoverItem): string =>
    [reference, terminalName ?? '', dateAndClockText(startedAt, timeZone, currentLanguage())].filter((part) => part !== '').join(' · ');
  return (
    <ul className="handover">
      {items.map((item) => (
        <li key={`${item.paymentId}:${item.why}`} className="handover__item">
          <Mark sign={handoverSigns[item.why]} />
          <span className="handover__text">
            <strong>{item.why === 'manual' ? t('handover.manual') : t(`dayClose.open.why.${item.why}`)}</strong>
            <span className="handover__place number">{place(item)}</span>
          </span>
          <strong className="number">{moneyText(item.amountMinor, item.currency)}</strong>
        </li>
      ))}
    </ul>
  );
}
