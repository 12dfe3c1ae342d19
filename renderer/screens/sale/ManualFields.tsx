import { useEffect } from 'react';
import { fieldIds, focusField } from '../../actions/sale-fields.ts';
import { Field } from '../../components/Field.tsx';
import { t } from '../../i18n/t.ts';
import { typeInManual, useSaleForm } from '../../stores/sale-form.ts';
import './manual-fields.css';

/** The proof of a payment that this program did not make. */
export function ManualFields() {
  const { lastFour, receipt, reason } = useSaleForm((form) => form.manual);
  const problems = useSaleForm((form) => form.problems);
  // Sum and reference were taken from a payment that failed, so only the card's digits are missing.
  useEffect(() => {
    if (useSaleForm.getState().again) focusField('lastFour');
  }, []);
  return (
    <div className="manual">
      <p className="manual__intro">{t('manual.intro')}</p>
      <Field
        id={fieldIds.lastFour}
        label={t('manual.lastFour')}
        inputMode="numeric"
        value={lastFour}
        onChange={(text) => typeInManual({ lastFour: text })}
        onEnter={() => focusField('receipt')}
        problem={problems.lastFour === null ? null : t(`manual.lastFourProblems.${problems.lastFour}`)}
      />
      <Field
        id={fieldIds.receipt}
        label={t('manual.receipt')}
        value={receipt}
        onChange={(text) => typeInManual({ receipt: text })}
        onEnter={() => focusField('reason')}
        problem={problems.receipt === null ? null : t(`manual.receiptProblems.${problems.receipt}`)}
      />
      <div className="manual__reason">
        <Field
          id={fieldIds.reason}
          label={t('manual.reason')}
          placeholder={t('manual.reasonHint')}
          value={reason}
          onChange={(text) => typeInManual({ reason: text })}
          onEnter={() => focusField('pay')}
          problem={problems.reason === null ? null : t(`manual.reasonProblems.${problems.reason}`)}
        />
      </div>
    </div>
  );
}
