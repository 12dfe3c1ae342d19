import { expect, it } from 'vitest';
import { screenOf } from '../../support/monkey/screen.ts';
import { sumsIn } from '../../support/monkey/sums.ts';

it('reads the window as roles and names, the dialog on top, and no number into a sum behind it', () => {
  const screen = screenOf([
    {
      role: 'main',
      children: [
        { role: 'heading', name: 'Uusi maksu', level: 1 },
        { role: 'button', name: 'Maksa', ref: 'e1' },
      ],
    },
    {
      role: 'complementary',
      name: 'Tänään',
      children: [
        { role: 'paragraph', text: '1 maksu · 0,00 €' },
        {
          role: 'button',
          name: 'R-1 9.44 · Hylätty: koodi 65 250,00 €',
          ref: 'e2',
          children: [
            { role: 'generic', text: 'R-1 9.44 · Hylätty: koodi 65' },
            { role: 'generic', text: '250,00 €' },
          ],
        },
      ],
    },
    {
      role: 'dialog',
      name: 'Palauta',
      children: [
        { role: 'paragraph', text: 'koodi 65' },
        { role: 'paragraph', text: '250,00 €' },
        { role: 'button', name: 'Sulje', ref: 'e3', active: true, children: [{ role: 'generic', ariaHidden: true, text: 'Esc' }] },
      ],
    },
  ]);
  expect(screen).toMatchObject({ dialog: 'Palauta', heading: 'Uusi maksu', focused: { name: 'Sulje', dialog: 'Palauta' } });
  expect(screen.things.map(({ name, inToday, last }) => [name, inToday, last])).toEqual([
    ['Maksa', false, 'Maksa'],
    ['R-1 9.44 · Hylätty: koodi 65 250,00 €', true, '250,00 €'],
    ['Sulje', false, 'Sulje'],
  ]);
  expect(sumsIn(screen.scope)).toEqual([25_000]);
  expect(sumsIn(screen.today ?? '')[0]).toBe(0);
});
