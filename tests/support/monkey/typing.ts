import type { Thing } from './screen.ts';

interface Typing {
  readonly weight: number;
  readonly texts: readonly [string, ...string[]];
}

/** Few values, so that the same guest comes again: the same booking written in several ways, the same sum. */
const FIELDS: Readonly<Record<string, Typing>> = {
  Summa: { weight: 8, texts: ['12,50', '12,50', '40', '7', '99,90', '250', '12.50', '1 250,00', '0', 'abc', '1.234', ''] },
  Viite: {
    weight: 8,
    texts: ['R-1001', 'r-1001', 'R–1001', 'R-2044 Mäkinen', 'r-2044  mäkinen', 'R-3', 'R-4', 'R-5', '', '4242 4242 4242 4242'],
  },
  'Kortin neljä viimeistä': { weight: 3, texts: ['1234', '4242', '12'] },
  'Varmennusnumero tai kuittinumero': { weight: 3, texts: ['448812', '000123'] },
  Syy: { weight: 3, texts: ['Kuitti nähty', 'Päätelaite ei vastaa'] },
  Nimi: { weight: 3, texts: ['Maija V.', 'Jussi K.'] },
  'Palautettava summa': { weight: 3, texts: ['5', '1,50', '100', '0', '12,50'] },
};

/** Null if nothing is typed: changes in support's addresses and log-ins would end the run. */
export const typedInto = (thing: Thing): Typing | null => FIELDS[thing.name] ?? null;
