import { describe, expect, it } from 'vitest';
import { fillForm, nameForm, takeBackAmount, typeInForm, useSaleForm } from '../../../renderer/stores/sale-form.ts';

/** A scanner typed into the sum of this form. */
function scannedInto(amountText: string, again = false) {
  fillForm({ amountText, reference: 'R-1' }, again);
  const before = useSaleForm.getState();
  for (const text of ['1', '10', '100', '1001']) typeInForm({ amountText: text });
  return before;
}

describe('a sum that a scanner typed into', () => {
  it('is again what it was, and so is everything that hung on it', () => {
    const before = scannedInto('40,00', true);
    expect(useSaleForm.getState().again).toBe(false);
    takeBackAmount(before);
    expect(useSaleForm.getState()).toMatchObject({ amountText: '40,00', again: true, form: before.form, reference: 'R-1' });
  });

  it('keeps a reference that was typed meanwhile', () => {
    const before = scannedInto('40,00');
    typeInForm({ reference: 'R-2' });
    takeBackAmount(before);
    expect(useSaleForm.getState()).toMatchObject({ amountText: '40,00', reference: 'R-2' });
  });

  it('stays pending while a sale is on its way, and is not pending once that has ended', () => {
    const before = { ...scannedInto('40,00'), pending: true };
    takeBackAmount(before);
    expect(useSaleForm.getState().pending).toBe(false);
    useSaleForm.setState({ pending: true });
    takeBackAmount({ ...before, pending: false });
    expect(useSaleForm.getState().pending).toBe(true);
  });

  it('brings nothing back into a form that main has put in its place meanwhile', () => {
    const before = scannedInto('40,00');
    nameForm({ form: 'another-form', method: 'card' });
    fillForm({});
    takeBackAmount(before);
    expect(useSaleForm.getState()).toMatchObject({ form: 'another-form', amountText: '' });
  });
});
