import { readReference } from '../../../shared/reference.ts';
import { fieldIds, focusField } from '../../actions/sale-fields.ts';
import { Field } from '../../components/Field.tsx';
import { moneyText } from '../../i18n/money-text.ts';
import { t } from '../../i18n/t.ts';
import { deskCurrency } from '../../stores/desk-currency.ts';
import { useSumLocked } from '../../stores/form-locked.ts';
import { useMirror } from '../../stores/mirror.ts';
import { showProblems, typeInForm, useSaleForm } from '../../stores/sale-form.ts';

export function ReferenceField() {
  const text = useSaleForm((form) => form.reference);
  const method = useSaleForm((form) => form.method);
  const problem = useSaleForm((form) => form.problems.reference);
  const locked = useSumLocked();
  const hint = usePaidText(text);
  const judge = (): boolean => {
    const reference = readReference(useSaleForm.getState().reference);
    showProblems({ reference: reference.ok ? null : reference.error });
    return reference.ok;
  };
  return (
    <Field
      id={fieldIds.reference}
      label={t('sale.reference')}
      value={text}
      locked={locked}
      onChange={(reference) => typeInForm({ reference })}
      onLeave={judge}
      {...(hint === null ? {} : { hint })}
      onEnter={() => judge() && focusField(method === 'card' ? 'pay' : 'lastFour')}
      problem={problem === null ? null : t(`sale.referenceProblems.${problem}`)}
    />
  );
}

/** What has been paid on this reference and what is left, as main knows it. Null where nothing was paid, and while something else is typed. */
function usePaidText(reference: string): string | null {
  const known = useMirror(({ snapshot }) => snapshot?.form.paid ?? null);
  if (known === null || known.reference !== reference) return null;
  const { paidMinor, leftMinor, unclear } = known;
  const paid = moneyText(paidMinor, deskCurrency());
  if (unclear) return paidMinor > 0 ? t('sale.paidAndUnclear', { paid }) : t('sale.onlyUnclear');
  return leftMinor === null ? t('sale.paid', { paid }) : t('sale.paidAndLeft', { paid, left: moneyText(leftMinor, deskCurrency()) });
}
