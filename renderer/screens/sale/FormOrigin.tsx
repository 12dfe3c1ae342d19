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

/** Says which payment the sum or reference comes from, while one of them is still in the form, and offers to clear the form. */
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
    // Saved at once: if the page crashes now, the cleared form must not come back.
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
