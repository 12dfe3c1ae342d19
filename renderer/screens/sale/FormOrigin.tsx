import { focusField } from '../../actions/sale-fields.ts';
import { Button } from '../../components/Button.tsx';
import { currentLanguage, t } from '../../i18n/t.ts';
import { saveDraftNow } from '../../stores/draft-saver.ts';
import { formAmount } from '../../stores/form-amount.ts';
import { useMirror } from '../../stores/mirror.ts';
import { fillForm, useSaleForm } from '../../stores/sale-form.ts';
import { clockText } from '../../time/clock-text.ts';
import './form-origin.css';
import { useFormLocked } from '../../stores/form-locked.ts';

/** Whose sum or reference stands in the form, for as long as one of them does, and the way to be rid of them. */
export function FormOrigin() {
  const origin = useMirror(({ snapshot }) => snapshot?.form.from ?? null);
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const form = useSaleForm();
  const { from, reference } = form;
  const locked = useFormLocked();
  if (origin === null || from !== origin.paymentId) return null;
  const amount = formAmount(form);
  const hasSum = amount.ok && amount.value === origin.amountMinor;
  const hasReference = origin.reference !== '' && reference.trim() === origin.reference;
  if (!hasSum && !hasReference) return null;
  const clear = (): void => {
    fillForm({});
    // At once: a page that dies now must not bring back what somebody has just thrown away.
    saveDraftNow();
    focusField('amount');
  };
  return (
    <div className="form-origin">
      <p className="form-origin__text number">
        {t('sale.from', {
          time: clockText(origin.startedAt, timeZone, currentLanguage()),
          outcome: t(`sale.fromOutcomes.${origin.state}`),
        })}
      </p>
      <Button disabled={locked} onPress={clear}>
        {t('sale.clear')}
      </Button>
    </div>
  );
}
