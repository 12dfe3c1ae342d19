import { describe, expect, it } from 'vitest';
import { followPlace } from '../../../electron/terminals/place.ts';

const at = (pointOfSale: string | null, pointOfSaleId?: string) => ({
  pointOfSale,
  ...(pointOfSaleId === undefined ? {} : { pointOfSaleId }),
});

describe('this PC’s place', () => {
  it('learns what the directory calls it for itself', () => {
    expect(followPlace({ name: 'Vastaanotto', id: null }, [at(null), at('Sauna', 's'), at('Vastaanotto', 'v')])).toEqual({
      name: 'Vastaanotto',
      id: 'v',
    });
  });

  it('follows a new name', () => {
    expect(followPlace({ name: 'Vastaanotto', id: 'v' }, [at('Sauna', 's'), at('Respa', 'v')])).toEqual({ name: 'Respa', id: 'v' });
  });

  it('stays where nothing says otherwise: the same, gone, never seen, or nameless', () => {
    expect(followPlace({ name: 'Vastaanotto', id: 'v' }, [at('Vastaanotto', 'v')])).toBeNull();
    expect(followPlace({ name: 'Vastaanotto', id: 'v' }, [at('Sauna', 's')])).toBeNull();
    expect(followPlace({ name: 'Vastaanotto', id: 'v' }, [])).toBeNull();
    expect(followPlace({ name: 'Vastaanotto', id: null }, [at('Respa', 'v'), at('Sauna')])).toBeNull();
    expect(followPlace({ name: 'Vastaanotto', id: 'v' }, [at(null, 'v')])).toBeNull();
  });

  it('is the name before the id: what was deleted and made anew under the same name is the same place to people', () => {
    expect(followPlace({ name: 'Vastaanotto', id: 'v' }, [at('Respa', 'v'), at('Vastaanotto', 'new')])).toEqual({
      name: 'Vastaanotto',
      id: 'new',
    });
  });

  it.each(['vastaanotto', 'VASTAANOTTO ', 'Vastaan\u00adotto', 'Ｖastaanotto'])('is the same however %j is written', (name) => {
    expect(followPlace({ name, id: null }, [at('Sauna', 's'), at('Vastaanotto', 'v')])).toEqual({ name, id: 'v' });
  });

  it('is written exactly so rather than otherwise, and its words and dashes count', () => {
    expect(followPlace({ name: 'Aula', id: null }, [at('AULA', 'big'), at('Aula', 'a')])).toEqual({ name: 'Aula', id: 'a' });
    expect(followPlace({ name: 'Sali 12', id: null }, [at('Sali 1-2', 's')])).toBeNull();
    expect(followPlace({ name: 'Sali 1–2', id: null }, [at('Sali  1-2', 's')])).toEqual({ name: 'Sali 1–2', id: 's' });
  });
});
