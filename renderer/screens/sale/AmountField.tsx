import { useLayoutEffect } from 'react';
import { parseMoney } from '../../../shared/money.ts';
import { Field } from '../../components/Field.tsx';
import { currencySign } from '../../i18n/money-text.ts';
import { t } from '../../i18n/t.ts';
import { showProblems, typeInForm, useSaleForm } from '../../stores/sale-form.ts';
import { amountReadings } from './amount-readings.ts';
import { fieldIds, focusField } from './fields.ts';
import { useFormLocked } from './StartingNote.tsx';

export function AmountField() {
  const text = useSaleForm((form) => form.amountText);
  const problem = useSaleForm((form) => form.problems.amount);
  const locked = useFormLocked();
  // A sum that the program put here (a restored draft) is replaced by the first key, not added to.
  useLayoutEffect(() => {
    const restored = text !== '' && !useSaleForm.getState().touched;
    if (restored && document.activeElement?.id === fieldIds.amount) focusField('amount');
  }, [text]);
  const judge = (): boolean => {
    const amount = parseMoney(useSaleForm.getState().amountText);
    showProblems({ amount: amount.ok ? null : amount.error });
    return amount.ok;
  };
  return (
    <Field
      id={fieldIds.amount}
      label={t('sale.amount')}
      look="sum"
      inputMode="decimal"
      suffix={currencySign()}
      placeholder={t('sale.amountPlaceholder')}
      value={text}
      locked={locked}
      onChange={(amountText) => typeInForm({ amountText })}
      onLeave={() => {
        if (useSaleForm.getState().amountText.trim() !== '') judge();
      }}
      onEnter={() => judge() && focusField('reference')}
      problem={problem === null ? null : problem === 'ambiguous' ? <Readings text={text} /> : t(`sale.amountProblems.${problem}`)}
    />
  );
}

/** Both ways to read the sum, each one press away. */
function Readings({ text }: { readonly text: string }) {
  const readings = amountReadings(text);
  const [first, second] = readings;
  if (first === undefined || second === undefined) return t('sale.amountProblems.too-many-decimals');
  return (
    <div className="readings">
      <span>{t('sale.readings', { first, second })}</span>
      {readings.map((reading) => (
        <button
          key={reading}
          type="button"
          className="readings__choice number"
          onClick={() => {
            typeInForm({ amountText: reading });
            focusField('reference');
          }}
        >
          {reading} {currencySign()}
        </button>
      ))}
    </div>
  );
}
