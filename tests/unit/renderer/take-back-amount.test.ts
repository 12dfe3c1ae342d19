import { describe, expect, it } from 'vitest';
import { fillForm, takeBackAmount, typeInForm, useSaleForm } from '../../../renderer/stores/sale-form.ts';

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
    expect(useSaleForm.getState()).toMatchObject({ amountText: '40,00', again: true, attempt: before.attempt, reference: 'R-1' });
  });

  it('keeps a reference that was typed meanwhile', () => {
    const before = scannedInto('40,00');
    typeInForm({ reference: 'R-2' });
    takeBackAmount(before);
    expect(useSaleForm.getState()).toMatchObject({ amountText: '40,00', reference: 'R-2' });
  });

  it('gets no attempt back whose sale has ended meanwhile, and stays pending while one is on its way', () => {
    const before = { ...scannedInto('40,00'), pending: true };
    takeBackAmount(before);
    expect(useSaleForm.getState().pending).toBe(false);
    expect(useSaleForm.getState().attempt).not.toBe(before.attempt);
    useSaleForm.setState({ pending: true });
    takeBackAmount(before);
    expect(useSaleForm.getState()).toMatchObject({ pending: true, attempt: before.attempt });
  });
});
