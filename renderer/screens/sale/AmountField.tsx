import { useLayoutEffect } from 'react';
import { amountAsText, groupedAmount, plainSum } from '../../../shared/amount-text.ts';
import { amountReadings } from '../../../shared/parse-money.ts';
import { fieldIds, focusField } from '../../actions/sale-fields.ts';
import { SumField } from '../../components/SumField.tsx';
import { currencySign } from '../../i18n/money-text.ts';
import { currentLanguage, t } from '../../i18n/t.ts';
import { amountProblem } from '../../payment/amount-problem.ts';
import { deskCurrency } from '../../stores/desk-currency.ts';
import { formAmount } from '../../stores/form-amount.ts';
import { useSumLocked } from '../../stores/form-locked.ts';
import { useMirror } from '../../stores/mirror.ts';
import { showProblems, tidyAmount, typeInForm, useSaleForm } from '../../stores/sale-form.ts';

export function AmountField({ hasKeypad }: { readonly hasKeypad: boolean }) {
  const text = useSaleForm((form) => form.amountText);
  const problem = useSaleForm((form) => form.problems.amount);
  const locked = useSumLocked();
  const currency = useMirror(deskCurrency);
  // A sum that the program filled in (a restored draft) is replaced by the first key, so that digits are not added to it.
  useLayoutEffect(() => {
    const restored = text !== '' && !useSaleForm.getState().touched;
    if (restored && document.activeElement?.id === fieldIds.amount) focusField('amount');
  }, [text]);
  const judge = (): boolean => {
    const amount = formAmount(useSaleForm.getState());
    showProblems({ amount: amount.ok ? null : amount.error });
    return amount.ok;
  };
  return (
    <SumField
      id={fieldIds.amount}
      label={t('sale.amount')}
      suffix={currencySign(currency)}
      placeholder={plainSum(0, currency, currentLanguage())}
      value={text}
      locked={locked}
      hasKeypad={hasKeypad}
      onChange={(amountText) => typeInForm({ amountText })}
      onRefused={() => showProblems({ amount: 'control-characters' })}
      onLeave={() => {
        if (useSaleForm.getState().amountText.trim() === '' || !judge()) return;
        const amount = formAmount(useSaleForm.getState());
        if (amount.ok && !locked) tidyAmount(groupedAmount(amount.value, currency, currentLanguage()));
      }}
      onEnter={() => judge() && focusField('reference')}
      problem={
        problem === null ? null : problem === 'ambiguous' ? <Readings text={text} currency={currency} /> : amountProblem(problem, currency)
      }
    />
  );
}

/** A button for each reading of the sum. */
function Readings({ text, currency }: { readonly text: string; readonly currency: string }) {
  const readings = amountReadings(text, currency);
  const [first, second] = readings.map((reading) => plainSum(reading, currency, currentLanguage()));
  if (first === undefined) return amountProblem('too-many-decimals', currency);
  return (
    <div className="readings">
      <span>{second === undefined ? amountProblem('ambiguous', currency) : t('sale.readings', { first, second })}</span>
      {readings.map((reading) => (
        <button
          key={reading}
          type="button"
          className="readings__choice number"
          onClick={() => {
            typeInForm({ amountText: amountAsText(reading, currency, currentLanguage()) });
            focusField('reference');
          }}
        >
          {plainSum(reading, currency, currentLanguage())} {currencySign(currency)}
        </button>
      ))}
    </div>
  );
}
