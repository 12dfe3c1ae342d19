import { readReference } from '../../../shared/reference.ts';
import { fieldIds, focusField } from '../../actions/sale-fields.ts';
import { Field } from '../../components/Field.tsx';
import { t } from '../../i18n/t.ts';
import { useSumLocked } from '../../stores/form-locked.ts';
import { showProblems, typeInForm, useSaleForm } from '../../stores/sale-form.ts';

export function ReferenceField() {
  const text = useSaleForm((form) => form.reference);
  const method = useSaleForm((form) => form.method);
  const problem = useSaleForm((form) => form.problems.reference);
  const locked = useSumLocked();
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
      onEnter={() => judge() && focusField(method === 'card' ? 'pay' : 'lastFour')}
      problem={problem === null ? null : t(`sale.referenceProblems.${problem}`)}
    />
  );
}
