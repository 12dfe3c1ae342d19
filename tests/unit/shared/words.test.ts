import { describe, expect, it } from 'vitest';
import { fi } from '../../../shared/texts/fi/index.ts';
import { leavesOf } from '../../support/catalogue-judge.ts';

/** Words that the desk reads under one name only, and what they were called besides. */
const otherNames: readonly (readonly [use: string, instead: RegExp])[] = [
  ['peruutettiin, peruutetaan, peruuttaa', /\bperut(?:aan|tu|tiin)\b|\bperu(?:a|maan)\b/i],
  ['päätelaite', /maksupää/i],
  ['Näytä tapahtumat', /näytä todisteet/i],
  ['Tee tarkistukset', /selvitä syy/i],
  ['tarkistettu klo', /\btieto(?:a)? (?:klo|\{\{)/i],
  ['päätelaiteluettelon tunniste', /strapin tunnist/i],
  ['Korttia veloitettiin sittenkin', /onnistuikin/i],
];

/** What a screen reader calls the picker: the word of the product's description. */
const KEPT = 'picker.name';

describe('one thing has one name', () => {
  it.each(otherNames)('%s', (_, instead) => {
    const found = [...leavesOf(fi)].filter(([key, text]) => key !== KEPT && instead.test(text));
    expect(found).toEqual([]);
  });

  it('and a dialog about money is left by a word that cancels none', () => {
    expect([fi.common.back, fi.waiting.cancel]).toEqual(['Takaisin', 'Peruuta']);
  });
});
