import type { Draft } from '../../../shared/ipc/form.ts';
import { t } from '../../i18n/t.ts';
import { typeInForm, useSaleForm } from '../../stores/sale-form.ts';
import './method-choice.css';
import { useFormLocked } from '../../stores/form-locked.ts';

const methods: readonly Draft['method'][] = ['card', 'manual'];

export function MethodChoice() {
  const chosen = useSaleForm((form) => form.method);
  const locked = useFormLocked();
  return (
    <fieldset className="methods" disabled={locked}>
      <legend className="field__label">{t('sale.method')}</legend>
      <div className="methods__row">
        {methods.map((method) => (
          <label key={method} className="methods__choice">
            <input
              className="methods__radio"
              type="radio"
              name="method"
              value={method}
              checked={chosen === method}
              onChange={() => typeInForm({ method })}
            />
            {t(`sale.methods.${method}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
