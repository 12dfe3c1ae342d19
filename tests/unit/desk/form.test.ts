import { describe, expect, it } from 'vitest';
import { cameToNothing, createForm, type KeptForm } from '../../../electron/desk/form.ts';
import type { Draft } from '../../../shared/ipc/form.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import { samplePayment } from '../../support/renderer-harness/sample-desk.ts';

const declined = samplePayment({ state: 'declined', moneyMoved: 'no', amountMinor: 1250, reference: 'R-1001' });

function form(kept: Draft | KeptForm | null = null, method: Draft['method'] = 'card') {
  let names = 0;
  const payments = new Map<string, PaymentView>([[declined.id, declined]]);
  const made = createForm({
    language: () => 'fi',
    kept: kept === null || 'draft' in kept ? kept : { draft: kept, request: null, aside: null, gone: [] },
    newName: () => {
      names += 1;
      return `form-${names}`;
    },
    read: (paymentId) => payments.get(paymentId) ?? null,
    currency: () => 'EUR',
    usualMethod: () => method,
  });
  return { ...made, tell: (payment: PaymentView) => payments.set(payment.id, payment) };
}

describe('the form at the desk', () => {
  it('keeps what is typed under its name, and drops what is saved under a name that is gone', () => {
    const desk = form();
    const typed = { ...desk.draft(), amountText: '12,50' };
    desk.save(typed);
    expect(desk.draft()).toEqual(typed);
    desk.becamePayment();
    desk.save(typed);
    expect(desk.draft()).toMatchObject({ amountText: '', reference: '', method: 'card', from: null });
    expect(desk.draft().form).not.toBe(typed.form);
  });

  it('begins with what this property can take, also when that has changed under an empty form', () => {
    expect(form(null, 'manual').draft().method).toBe('manual');
    const blank: Draft = { form: 'form-earlier', amountText: '', reference: '', method: 'card', from: null, completesId: null };
    expect(form(blank, 'manual').draft()).toMatchObject({ method: 'manual', form: 'form-1' });
    expect(form({ ...blank, amountText: '12' }, 'manual').draft()).toMatchObject({ method: 'card', form: 'form-earlier' });
    const desk = form(null, 'manual');
    desk.becamePayment();
    expect(desk.draft().method).toBe('manual');
  });

  it('goes on as it was when the world is opened anew', () => {
    const typed: Draft = {
      form: 'form-earlier',
      amountText: '12,50',
      reference: 'R-1001',
      method: 'manual',
      from: null,
      completesId: null,
    };
    expect(form(typed).draft()).toEqual(typed);
  });

  it('tells whose sum and reference were brought back, until somebody empties it', () => {
    const desk = form();
    desk.takeBack(declined);
    expect(desk.draft()).toMatchObject({ amountText: '12,50', reference: 'R-1001', method: 'card', from: declined.id });
    expect(desk.origin()).toMatchObject({ paymentId: declined.id, state: 'declined', amountMinor: 1250 });
    desk.save({ ...desk.draft(), amountText: '', reference: '', from: null });
    expect(desk.origin()).toBeNull();
  });

  it.each(['yes', 'unknown'] as const)(
    'is emptied when that payment turns out otherwise (money moved: %s), and nobody may charge it',
    (moneyMoved) => {
      const desk = form();
      desk.takeBack(declined);
      const { form: name } = desk.draft();
      desk.paymentChanged(declined.id);
      expect(desk.draft().form).toBe(name);
      desk.tell({ ...declined, moneyMoved });
      desk.paymentChanged('another');
      expect(desk.draft().form).toBe(name);
      desk.paymentChanged(declined.id);
      expect(desk.draft()).toMatchObject({ amountText: '', reference: '', from: null });
      expect(desk.isGone(name)).toBe(true);
      expect(desk.isGone(desk.draft().form)).toBe(false);
    },
  );
});

describe('a request of Willba in the form', () => {
  const request = { id: 'request-1', amountMinor: 4200, currency: 'EUR', reference: 'R-5', guest: 'Matti', operator: null };

  it('keeps what was typed before it, also what is saved a moment later', () => {
    const desk = form();
    const typed = { ...desk.draft(), amountText: '12' };
    desk.save(typed);
    desk.fill(request);
    desk.save({ ...typed, amountText: '12,50' });
    expect(desk.draft()).toMatchObject({ amountText: '42,00', reference: 'R-5' });
    desk.dismiss();
    expect(desk.draft()).toMatchObject({ amountText: '12,50' });
    expect(desk.draft().form).not.toBe(typed.form);
    expect(desk.isGone(typed.form)).toBe(true);
  });

  it('gives way to another one and to a retry, and says so', () => {
    const desk = form();
    expect(desk.fill(request)).toBeNull();
    expect(desk.fill({ ...request, id: 'request-2' })).toEqual(request);
    expect(desk.takeBack(declined)).toMatchObject({ id: 'request-2' });
    expect(desk.request()).toBeNull();
  });

  it('is known again when its payment is tried once more', () => {
    const desk = form();
    desk.fill(request);
    desk.becamePayment();
    expect(desk.request()).toBeNull();
    desk.takeBack({ ...declined, requestId: 'request-1' });
    expect(desk.request()).toEqual({ ...request, amountMinor: 1250, reference: 'R-1001' });
  });

  it('stays when the world is opened anew, unless the desk has another currency then', () => {
    const typed: Draft = { form: 'form-earlier', amountText: '7', reference: '', method: 'card', from: null, completesId: null };
    const kept = { draft: { ...typed, form: 'form-asked', amountText: '42,00' }, request, aside: typed, gone: [typed.form] };
    expect(form(kept).kept()).toEqual(kept);
    const other = form({ ...kept, request: { ...request, currency: 'SEK' } });
    expect(other.kept()).toMatchObject({ draft: { ...typed, form: 'form-1' }, request: null, aside: null });
    expect(['form-earlier', 'form-asked', 'form-1'].map(other.isGone)).toEqual([true, true, false]);
  });

  it('leaves a form that nobody may charge, also when the world is opened anew', () => {
    const desk = form();
    desk.fill(request);
    const { form: name } = desk.draft();
    desk.dismiss();
    expect(form(desk.kept()).isGone(name)).toBe(true);
  });
});

describe('what may be brought back to be charged', () => {
  it.each(['declined', 'cancelled', 'timed-out', 'refused'] as const)('a sale that was %s', (state) => {
    expect(cameToNothing({ kind: 'sale', state })).toBe(true);
    expect(cameToNothing({ kind: 'refund', state })).toBe(false);
  });
  it.each(['created', 'sent', 'cancelling', 'checking', 'approved', 'unresolved', 'settled-by-person'] as const)(
    'not one that is %s',
    (state) => {
      expect(cameToNothing({ kind: 'sale', state })).toBe(false);
    },
  );
});
