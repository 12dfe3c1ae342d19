import type { PaymentView } from '../../../shared/payment.ts';
import { showPayment } from '../../actions/show-payment.ts';
import { Mark, WrongClock } from '../../components/Mark.tsx';
import { moneyText } from '../../i18n/money-text.ts';
import { currentLanguage, t } from '../../i18n/t.ts';
import { NotInWillbaWord } from '../../payment/NotInWillba.tsx';
import { toneOf } from '../../payment/outcome-model.ts';
import { reversalOf } from '../../payment/reversal-texts.ts';
import { rowDetail } from '../../payment/row-detail.ts';
import { useMirror } from '../../stores/mirror.ts';
import { useSaleForm } from '../../stores/sale-form.ts';
import { clockText } from '../../time/clock-text.ts';

async function show(payment: PaymentView): Promise<void> {
  const failure = await showPayment(payment.id);
  if (failure !== null) useSaleForm.setState({ failure });
}

/** The row's sum: what was charged, or what was asked if nothing was charged. */
const rowSum = (payment: PaymentView): number => {
  const sum = payment.chargedMinor > 0 ? payment.chargedMinor : payment.amountMinor;
  return reversalOf(payment) === null ? sum : -sum;
};

export function TodayRow({ payment }: { readonly payment: PaymentView }) {
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const ownTerminalId = useMirror(({ snapshot }) => snapshot?.terminals.chosen?.terminalId ?? null);
  const tone = toneOf(payment);
  return (
    <li>
      <button
        type="button"
        className={payment.fromFuture ? `row row--${tone} row--future` : `row row--${tone}`}
        onClick={() => void show(payment)}
      >
        <Mark kind={tone} />
        <span className="row__text">
          <span className="row__title">
            {payment.fromFuture && <WrongClock />}
            {payment.reference === '' ? t('today.noReference') : payment.reference}
          </span>
          <span className="row__detail number">
            {clockText(payment.startedAt, timeZone, currentLanguage())} · {rowDetail(payment, ownTerminalId)}
            <NotInWillbaWord paymentId={payment.id} />
          </span>
        </span>
        <span className="row__sum number">{moneyText(rowSum(payment), payment.currency)}</span>
      </button>
    </li>
  );
}
