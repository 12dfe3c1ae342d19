import type { MouseEvent, PointerEvent } from 'react';
import { minorDigits } from '../../../shared/currency.ts';
import { eraseInAmount, typeInAmount } from '../../actions/sale-fields.ts';
import { t } from '../../i18n/t.ts';
import { deskCurrency } from '../../stores/desk-currency.ts';
import './keypad.css';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** The amount keeps the focus, with its caret, while somebody taps. */
const keepFocus = (event: MouseEvent | PointerEvent): void => event.preventDefault();

/** Types the sum by finger. It stands beside the fields, so that it covers neither them nor Maksa. */
export function Keypad() {
  const decimal = t('sale.keypad.decimal');
  const hasDecimals = minorDigits(deskCurrency()) > 0;
  return (
    <fieldset className="keypad" aria-label={t('sale.keypad.label')} onPointerDown={keepFocus} onMouseDown={keepFocus}>
      {DIGITS.map((digit) => (
        <KeypadKey key={digit} text={digit} onPress={() => typeInAmount(digit)} />
      ))}
      <KeypadKey text={decimal} name={t('sale.keypad.decimalName')} disabled={!hasDecimals} onPress={() => typeInAmount(decimal)} />
      <KeypadKey text="0" onPress={() => typeInAmount('0')} />
      <KeypadKey text="⌫" name={t('sale.keypad.erase')} onPress={eraseInAmount} />
    </fieldset>
  );
}

type KeypadKeyProps = { readonly text: string; readonly name?: string; readonly disabled?: boolean; readonly onPress: () => void };

function KeypadKey({ text, name, disabled = false, onPress }: KeypadKeyProps) {
  return (
    <button type="button" className="keypad__key number" aria-label={name} disabled={disabled} onClick={onPress}>
      {text}
    </button>
  );
}
