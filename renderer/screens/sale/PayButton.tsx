import { pay } from '../../actions/charge.ts';
import { recordManualEntry } from '../../actions/manual-entry.ts';
import { fieldIds } from '../../actions/sale-fields.ts';
import { Button } from '../../components/Button.tsx';
import { moneyText } from '../../i18n/money-text.ts';
import { t } from '../../i18n/t.ts';
import { deskCurrency } from '../../stores/desk-currency.ts';
import { formAmount } from '../../stores/form-amount.ts';
import { useMirror } from '../../stores/mirror.ts';
import { useSaleForm } from '../../stores/sale-form.ts';

/** The only primary action. It names the sum, so that a person reads it where they press. */
export function PayButton({ unusableBecause }: { readonly unusableBecause: string | undefined }) {
  const form = useSaleForm();
  const { method, pending, again } = form;
  const known = useMirror(({ snapshot }) => snapshot !== null);
  const amount = formAmount(form);
  const sum = amount.ok ? moneyText(amount.value, deskCurrency()) : null;
  if (method === 'manual') {
    return (
      <Button
        look="primary"
        size="large"
        id={fieldIds.pay}
        shortcut="F9"
        disabled={pending || !known}
        unusableBecause={unusableBecause}
        onPress={() => void recordManualEntry()}
      >
        {sum === null ? t('manual.record') : t('manual.recordSum', { sum })}
      </Button>
    );
  }
  return (
    <Button
      look="primary"
      size="large"
      id={fieldIds.pay}
      shortcut="F9"
      disabled={pending || !known}
      unusableBecause={unusableBecause}
      notOnEnter={again}
      onPress={pay}
    >
      {sum === null ? t('sale.pay') : t('sale.paySum', { sum })}
    </Button>
  );
}
