import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../support/connect-cloud/index.ts';
import { chargingPress, createWitness } from '../../support/monkey/presses.ts';
import { type Screen, screenOf } from '../../support/monkey/screen.ts';

type Node = Parameters<typeof screenOf>[0][number];

const button = (name: string, more: object = {}): Node => ({ role: 'button', name, ref: name, ...more });
const saleForm = (...buttons: readonly Node[]): Screen =>
  screenOf([{ role: 'main', children: [{ role: 'heading', name: 'Uusi maksu', level: 1 }, ...buttons] }]);
const press = (screen: Screen, name: string) => {
  const thing = screen.things.find((one) => one.name === name);
  if (thing === undefined) throw new Error(`no ${name}`);
  return chargingPress({ kind: 'press', thing }, screen, 1);
};
const post = (minor: number, transactionType = 'purchase'): Attempt => ({
  sequence: 1,
  terminalId: '71000001',
  orderId: 'A',
  transactionType,
  requestedMinor: minor,
  at: '',
  script: '',
  outcome: 'approved',
  chargedMinor: minor,
  tipMinor: 0,
  surchargeMinor: 0,
  stan: null,
  said: 'approved',
  delivered: 'full',
});

function witnessed(screen: Screen, name: string) {
  const witness = createWitness();
  const charging = press(screen, name);
  if (charging !== null) witness.pressed(charging);
  return witness;
}

describe('a press that may charge', () => {
  it('names its sum on the button, else in its dialog, else on its screen', () => {
    expect(press(saleForm(button('Maksa 1 250,00 €')), 'Maksa 1 250,00 €')).toMatchObject({ moves: 'purchase', sums: [125_000] });
    const asked = screenOf([
      {
        role: 'alertdialog',
        name: 'Veloitetaanko silti?',
        children: ['Veloitetaanko 7,00 €?', button('Veloita silti'), button('Älä veloita')],
      },
    ]);
    expect(press(asked, 'Veloita silti')).toMatchObject({ moves: 'purchase', sums: [700] });
    expect(press(asked, 'Älä veloita')).toBeNull();
    expect(press(saleForm({ role: 'paragraph', text: '12,50 €' }, button('Yritä uudelleen')), 'Yritä uudelleen')).toMatchObject({
      sums: [1250],
    });
  });

  it('is none on a button that cannot be pressed, nor by Enter in a field', () => {
    const screen = saleForm(button('Maksa 7,00 €', { disabled: true }), { role: 'textbox', name: 'Summa', ref: 'e1', active: true });
    expect(press(screen, 'Maksa 7,00 €')).toBeNull();
    for (const key of ['F9', 'Enter']) expect(chargingPress({ kind: 'key', key }, screen, 1)).toBeNull();
  });

  it('is F9 wherever the focus is, and Enter on the button itself', () => {
    const screen = saleForm(button('Maksa 7,00 €', { active: true }));
    for (const key of ['F9', 'Enter', 'Space']) expect(chargingPress({ kind: 'key', key }, screen, 1)).toMatchObject({ sums: [700] });
  });
});

describe('the witness', () => {
  const maksa = saleForm(button('Maksa 7,00 €'));

  it('lets one press send once', () => {
    const witness = witnessed(maksa, 'Maksa 7,00 €');
    expect(witness.posted(post(700))).toEqual([]);
    expect(witness.posted(post(700))).toHaveLength(1);
  });

  it('finds another sum, another kind, and what nobody pressed', () => {
    expect(witnessed(maksa, 'Maksa 7,00 €').posted(post(701))).toHaveLength(1);
    expect(witnessed(maksa, 'Maksa 7,00 €').posted(post(700, 'returnOfGoods'))).toHaveLength(1);
    expect(createWitness().posted(post(700))).toHaveLength(1);
  });

  it('forgets presses over a restart', () => {
    const witness = witnessed(maksa, 'Maksa 7,00 €');
    witness.restarted();
    expect(witness.posted(post(700))).toHaveLength(1);
  });

  it('lets a void ask again after a busy, and only then', () => {
    const sent = {
      terminalId: '71000001',
      at: '',
      amountMinor: 700,
      voided: false,
      hit: 'nothing',
      orderId: null,
      delivered: 'full',
    } as const;
    const witness = witnessed(saleForm(button('Mitätöi 7,00 €')), 'Mitätöi 7,00 €');
    expect(witness.voided({ ...sent, said: 'refused' })).toEqual([]);
    expect(witness.voided({ ...sent, said: 'approved' })).toEqual([]);
    expect(witness.voided({ ...sent, said: 'approved' })).toHaveLength(1);
  });
});
