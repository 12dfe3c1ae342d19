import { t } from '../../i18n/t.ts';
import { completesText } from '../../payment/completes-text.ts';
import { useMirror } from '../../stores/mirror.ts';
import { typeInForm, useSaleForm } from '../../stores/sale-form.ts';
import './completes-note.css';

/** Says that the form charges the rest of another payment: which one, and how much is left. */
export function CompletesNote() {
  const completesId = useSaleForm((form) => form.completesId);
  const pending = useSaleForm((form) => form.pending);
  const completes = useMirror(({ snapshot }) => snapshot?.form.completes ?? null);
  if (completes === null || completes.paymentId !== completesId) return null;
  return (
    <div className="completes">
      <p className="number">{completesText(completes)}</p>
      <button type="button" className="completes__part" disabled={pending} onClick={() => typeInForm({ completesId: null })}>
        {t('sale.partFromPayment')}
      </button>
    </div>
  );
}
