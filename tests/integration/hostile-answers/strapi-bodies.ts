import fc from 'fast-check';
import { bodyOf } from './bodies.ts';
import { type Json, lenders, mostly, NO_TEXT, object, oneOf } from './json-text.ts';

/** Only ever lent by `__proto__`: to show it would be to believe in that. */
export const LENT_TERMINAL = '66600001';
const LENT = `{"terminalId":"${LENT_TERMINAL}","name":"x","attributes":{"terminalId":"${LENT_TERMINAL}"}}`;

const strapiRecord = (wrapped: boolean): fc.Arbitrary<Json> => {
  const fields = object(
    ['documentId', mostly(['"abc"', '"def"', null], NO_TEXT)],
    ['name', mostly(['"Päätelaite I"'], [...NO_TEXT, '"4111 1111 1111 1111"', '"\\u0000\\u202E"'])],
    [
      'terminalId',
      fc.oneof(
        { weight: 3, arbitrary: oneOf(['"71000001"', '"71000002"', '71000003', '" 71000004 "']) },
        oneOf([...NO_TEXT, '"../x"', '"#1"', '7.5', '1e21', '"٧١٠٠٠٠٠١"']),
      ),
    ],
    ['active', mostly(['true', 'false'], NO_TEXT)],
    ['location', mostly(['"Aula"'], NO_TEXT)],
    [
      'pointOfSale',
      mostly(
        ['{"name":"Vastaanotto"}', '{"data":{"attributes":{"name":"Baari"}}}', 'null'],
        [...NO_TEXT, '{"data":[]}', '{"__proto__":{"name":"x"}}'],
      ),
    ],
    ...lenders(LENT),
  );
  return wrapped ? object(['id', mostly(['1'], NO_TEXT)], ['attributes', fields]) : fields;
};
const page = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: strapiRecord(false) },
        { weight: 2, arbitrary: strapiRecord(true) },
        oneOf(NO_TEXT).map((one) => one ?? '0'),
      ),
      { maxLength: 6 },
    ),
    mostly(['1', '1', '1', '1', '1', '2'], ['0', '3', '61', '1e9', '-1', '1.5', '"1"', 'null', null]),
    fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, oneOf(['0', '"1"', '-1', 'null', '1e21'])),
    mostly([null], ['1', '{}', '[]', `{"__proto__":{"terminalId":"${LENT_TERMINAL}"}}`]),
  )
  .map(([records, pageCount, total, data]) => {
    const pages = pageCount === null ? '' : `"pageCount":${pageCount},`;
    const all = total ?? (pageCount === '2' || pageCount === '3' ? records.length * Number(pageCount) : records.length);
    return `{"data":${data ?? `[${records.join(',')}]`},"meta":{"pagination":{"page":1,${pages}"pageSize":100,"total":${all}}}}`;
  });

export const strapiBodies = bodyOf(page, []);
