import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTerminals } from '../../../electron/strapi/records.ts';
import { isPayable } from '../../../shared/payable.ts';
import { terminalSchema } from '../../../shared/terminal.ts';

const record = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: 1,
  documentId: 'abc123',
  name: 'Päätelaite I',
  terminalId: '71000001',
  active: true,
  location: 'Aula',
  pointOfSale: { documentId: 'def', name: 'Vastaanotto' },
  ...more,
});
const only = (one: unknown) => {
  const [terminal] = readTerminals([one]);
  if (terminal === undefined) throw new Error('The record was dropped');
  return terminal;
};

describe('a record of Strapi', () => {
  it('is a terminal, in Strapi 5’s shape and in Strapi 4’s', () => {
    const expected = { terminalId: '71000001', name: 'Päätelaite I', active: true, location: 'Aula', pointOfSale: 'Vastaanotto' };
    expect(only(record())).toEqual({ ...expected, pointOfSaleId: 'def' });
    const { id, documentId: _none, pointOfSale: _relation, ...attributes } = record();
    const four = { id, attributes: { ...attributes, pointOfSale: { data: { id: 7, attributes: { name: 'Vastaanotto' } } } } };
    expect(only(four)).toEqual({ ...expected, pointOfSaleId: '7' });
    expect(only({ id, attributes: { ...attributes, pointOfSale: { data: null } } })).toMatchObject({ pointOfSale: null });
  });

  it('is in no point of sale where it names none', () => {
    for (const pointOfSale of [null, undefined, {}, { name: '' }, 7])
      expect(only(record({ pointOfSale }))).toMatchObject({ pointOfSale: null });
  });

  it('is inactive only where the customer said so', () => {
    expect(only(record({ active: false }))).toMatchObject({ active: false });
    for (const active of [null, undefined, 'false', 0]) expect(only(record({ active }))).toMatchObject({ active: true });
  });

  it.each([[''], ['  '], [null], [undefined], ['Päätelaite'], ['7100 0001'], ['123'], ['71000001/../settings'], [{}], [-5], [1.5]])(
    'with the id %j is shown and can never be paid at',
    (terminalId) => {
      const terminal = only(record({ terminalId }));
      expect(terminal).toMatchObject({ name: 'Päätelaite I', fault: 'bad-id', terminalId: '#abc123' });
      expect(isPayable(terminal)).toBe(false);
    },
  );

  it('with an id as a number is the same terminal', () => {
    expect(only(record({ terminalId: 71000001 }))).toEqual(only(record()));
  });

  it.each([[''], [null], ['4111 1111 1111 1111'], [['x']]])('with the name %j is called by its id, and stays usable', (name) => {
    const terminal = only(record({ name }));
    expect(terminal).toMatchObject({ terminalId: '71000001', name: '71000001', fault: 'bad-name' });
    expect(isPayable(terminal)).toBe(true);
  });

  it('whose id stands twice is marked twice, and only one of them can be paid at', () => {
    const both = readTerminals([record(), record({ documentId: 'other', name: 'Päätelaite II' })]);
    expect(both.map(({ name, fault }) => [name, fault])).toEqual([
      ['Päätelaite I', 'duplicate-id'],
      ['Päätelaite II', 'duplicate-id'],
    ]);
    expect(both.filter(isPayable)).toHaveLength(1);
    expect(new Set(both.map(({ terminalId }) => terminalId)).size).toBe(2);
  });

  it('may be anything at all: nothing is dropped, nothing crashes, every id stands once', () => {
    const value = fc.oneof(fc.jsonValue(), fc.string({ maxLength: 5_000 }), fc.constantFrom('71000001', '71000002', '', null, true));
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.record(
        { id: value, documentId: value, name: value, terminalId: value, active: value, location: value, pointOfSale: value },
        { requiredKeys: [] },
      ),
      fc.record({ attributes: fc.record({ terminalId: value, pointOfSale: fc.record({ data: value }) }) }),
    );
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 8 }), (records) => {
        const terminals = readTerminals(records);
        expect(terminals).toHaveLength(records.length);
        for (const terminal of terminals) {
          expect(terminalSchema.safeParse(terminal).success).toBe(true);
          expect(terminal.name.length).toBeLessThanOrEqual(80);
          expect(terminal.name).not.toBe('');
          if (isPayable(terminal)) expect(terminal.terminalId).toMatch(/^\d{4,12}$/);
        }
        const payable = terminals.filter(isPayable).map(({ terminalId }) => terminalId);
        expect(new Set(payable).size).toBe(payable.length);
      }),
      { numRuns: 10_000 },
    );
  });
});
