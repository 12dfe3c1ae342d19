import type { PaymentView } from '../../../shared/payment.ts';
import { showPayment } from '../../actions/show-payment.ts';
import { Mark, WrongClock } from '../../components/Mark.tsx';
import { currentLanguage, t } from '../../i18n/t.ts';
import { looks } from '../../payment/looks.ts';
import { NotInWillbaWord } from '../../payment/NotInWillba.tsx';
import { RowSum } from '../../payment/RowSum.tsx';
import { rowDetail } from '../../payment/row-detail.ts';
import { useMeaning } from '../../payment/use-meaning.ts';
import { useMirror } from '../../stores/mirror.ts';
import { useSaleForm } from '../../stores/sale-form.ts';
import { clockText } from '../../time/clock-text.ts';

async function show(payment: PaymentView): Promise<void> {
  const failure = await showPayment(payment.id);
  if (failure !== null) useSaleForm.setState({ failure });
}

export function TodayRow({ payment }: { readonly payment: PaymentView }) {
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const ownTerminalId = useMirror(({ snapshot }) => snapshot?.terminals.chosen?.terminalId ?? null);
  const meaning = useMeaning(payment);
  const look = looks[meaning];
  const reference = payment.reference === '' ? t('today.noReference') : payment.reference;
  const detail = `${clockText(payment.startedAt, timeZone, currentLanguage())} · ${rowDetail(payment, meaning, ownTerminalId)}`;
  return (
    <li>
      <button
        type="button"
        className={payment.fromFuture ? `row row--${look.tone} row--future` : `row row--${look.tone}`}
        onClick={() => void show(payment)}
      >
        <Mark sign={look} />
        <span className="row__text">
          <span className="row__title" title={reference}>
            {payment.fromFuture && <WrongClock />}
            {reference}
          </span>
          <span className="row__detail number" title={detail}>
            {detail}
            <NotInWillbaWord paymentId={payment.id} />
          </span>
        </span>
        <RowSum payment={payment} look={look} />
      </button>
    </li>
  );
}
