import { memo } from 'react';
import type { Language } from '../../../shared/money.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { Mark, WrongClock } from '../../components/Mark.tsx';
import { t } from '../../i18n/t.ts';
import { looks } from '../../payment/looks.ts';
import { NotInWillbaWord, useNotInWillba } from '../../payment/NotInWillba.tsx';
import { RowSum } from '../../payment/RowSum.tsx';
import { sumText } from '../../payment/sums.ts';
import { useMeaning } from '../../payment/use-meaning.ts';
import { isSeveralDays, rowAt, useHistory } from '../../stores/history.ts';
import { useMirror } from '../../stores/mirror.ts';
import { clockText, dateThenClockText } from '../../time/clock-text.ts';
import { referenceText, rowText } from './row-text.ts';

type PaymentRowProps = {
  readonly place: number;
  readonly id: string;
  readonly top: number;
  readonly height: number;
  readonly isActive: boolean;
  /** Only so that the row is drawn again in another one. */
  readonly language: Language;
};

/** One payment in a line; the grid has its keys and clicks. A row that has not been read yet keeps its place. */
export const PaymentRow = memo(function PaymentRow({ place, id, top, height, isActive, language }: PaymentRowProps) {
  const payment = useHistory((history) => rowAt(history, place));
  const frame = { height, transform: `translateY(${top}px)` };
  const className = isActive ? 'grid__row grid__row--active' : 'grid__row';
  if (payment === undefined)
    return <tr className={className} id={id} aria-rowindex={place + 1} aria-label={t('payments.reading')} style={frame} />;
  return <ReadRow payment={payment} place={place} id={id} className={className} frame={frame} isActive={isActive} language={language} />;
});

type ReadRowProps = Pick<PaymentRowProps, 'place' | 'id' | 'isActive' | 'language'> & {
  readonly payment: PaymentView;
  readonly className: string;
  readonly frame: { readonly height: number; readonly transform: string };
};

export function ReadRow({ payment, place, id, className, frame, isActive, language }: ReadRowProps) {
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const isDated = useHistory(({ query }) => isSeveralDays(query.period));
  const look = looks[useMeaning(payment)];
  const willba = useNotInWillba(payment.id) ? [t('willba.notYet')] : [];
  const [time = '', , detail = '', terminal = '', operator = ''] = rowText(payment, timeZone);
  return (
    <tr
      className={`${className} grid__row--${look.tone}`}
      id={id}
      data-place={place}
      aria-rowindex={place + 1}
      aria-selected={isActive}
      aria-label={[time, sumText(payment, look.sum), referenceText(payment), detail, ...willba].join(', ')}
      style={frame}
    >
      <td className="grid__mark">
        <Mark sign={look} />
      </td>
      <td className="grid__time number">
        {isDated ? dateThenClockText(payment.startedAt, timeZone, language) : clockText(payment.startedAt, timeZone, language)}
      </td>
      <td className="grid__reference" title={referenceText(payment)}>
        {payment.fromFuture && <WrongClock />}
        {referenceText(payment)}
      </td>
      <td className="grid__detail number" title={detail}>
        {detail}
        <NotInWillbaWord paymentId={payment.id} />
      </td>
      <td className="grid__terminal" title={terminal}>
        {terminal}
      </td>
      <td className="grid__operator" title={operator}>
        {operator}
      </td>
      <td className="grid__sum">
        <RowSum payment={payment} look={look} />
      </td>
    </tr>
  );
}
