import fc from 'fast-check';
import { type Body, bodyOf } from './bodies.ts';
import { HUGE, type Json, lenders, mostly, NO_TEXT, object, oneOf, type Values } from './json-text.ts';

export const OURS = 'W7-0001';
export const AMOUNT = 1250;
export const TERMINAL = '71000001';

type Deciding = 'Result' | 'TotalAmount' | 'orderId' | 'elementId' | 'failure';
const GOOD: Readonly<Record<Deciding, Values>> = {
  Result: ['0', '"0"'],
  TotalAmount: ['1250', '"1250"', '1300'],
  orderId: [null, `"${OURS}"`, '""', 'null'],
  elementId: [`"${OURS}"`],
  failure: [null, 'null', '""'],
};
const TEXTS: Values = ['"terminal busy"', '"8013 Invalid terminal ID"', '"host busy"', '"9000 connection lost"', '"Cancelled"', '"?"'];
const REJECTED = '{"Result":2,"TotalAmount":0,"StanAuth":"","ResponseCode":"51"}';
const NO_NUMBER: Values = ['""', '" "', 'null', 'false', 'true', '[]', '{}', '"x"', null];
const BAD: Readonly<Record<Deciding, Values>> = {
  Result: [...NO_NUMBER, '[0]', '"00"', '" 0"', '"0 "', '-0', '"-0"', '"0x0"', '"٠"', '0.5', '1', '3', '99', '2', '"2"'],
  TotalAmount: [...NO_NUMBER, '[1250]', '"12.50"', '"12,50"', '-1', '0', '"0"', '"000"', '-0', '12.5', '"1e3"', '1e21', '9007199254740993'],
  orderId: ['"X-9"', '7', '{}', `["${OURS}"]`, `"${OURS.toLowerCase()}"`, `"${OURS}1"`, `"${OURS}\\u0000"`, 'true', `"${HUGE}"`],
  elementId: ['"X-9"', '7', '{}', `["${OURS}"]`, `"${OURS}-"`, '""', 'null', null],
  failure: [...TEXTS, '{"error":"terminal busy"}', `{"error":"x","localModeEventArgs":${REJECTED}}`, `{"localModeEventArgs":${REJECTED}}`],
};
const LENT = `{"Result":0,"TotalAmount":1250,"orderId":"${OURS}","token":"lent"}`;

/** All is right but one thing, and now and then even that. `of` builds the answer around the values. */
function nearMiss(of: (value: (name: Deciding) => fc.Arbitrary<Json | null>) => fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const spoilt = (['Result', 'TotalAmount', 'orderId', 'elementId', 'failure'] as const).map((name) => ({
    weight: name === 'Result' ? 6 : 3,
    arbitrary: of((other) => (other === name ? oneOf(BAD[name]) : mostly(GOOD[other], BAD[other]))),
  }));
  return fc.oneof(...spoilt, { weight: 1, arbitrary: of((name) => oneOf(GOOD[name])) });
}

const record = (value: (name: Deciding) => fc.Arbitrary<Json | null>): fc.Arbitrary<Json> =>
  object(
    ['Result', value('Result')],
    ['TotalAmount', value('TotalAmount')],
    ['orderId', value('orderId')],
    ['TipAmount', mostly(['0', null], NO_TEXT)],
    ['StanAuth', mostly(['"000123"', '""', null], NO_TEXT)],
    ['ResponseCode', mostly(['"00"', '""', null], ['"05"', ...NO_TEXT])],
    ['TruncatedPAN', mostly(['"************1234"', null], NO_TEXT)],
    ['CVM', mostly(['0', '1', '""'], NO_TEXT)],
    ['RejectionReason', mostly([null], [...TEXTS, ...NO_TEXT])],
    ['OptionalData', mostly(['"{\\"od\\":{\\"Result\\":0}}"', null], NO_TEXT)],
    ...lenders(LENT),
  );

const approvals = nearMiss((value) => {
  const element = object(['localModeEventArgs', record(value)], ['orderId', value('elementId')], ['cardType', mostly(['"VISA"'], NO_TEXT)]);
  const result = fc.oneof(
    { weight: 8, arbitrary: element.map((one) => `[${one}]`) },
    { weight: 1, arbitrary: element },
    { weight: 2, arbitrary: fc.tuple(element, element).map((two) => `[${two.join(',')}]`) },
    { weight: 1, arbitrary: fc.constantFrom(`[{"localModeEventArgs":${REJECTED}}]`, '[[]]', '[null]', '{"localModeEventArgs":[]}', '"x"') },
  );
  return object(['result', result], ['failure', value('failure')], ...lenders(`{"result":[{"localModeEventArgs":${LENT}}]}`));
});

const refusals = fc.oneof(
  object(['failure', object(['error', oneOf([...TEXTS, ...NO_TEXT])], ['code', mostly([null], ['9000', '"8013"', ...NO_TEXT])])]),
  object(['failure', object(['error', oneOf(TEXTS)], ['localModeEventArgs', oneOf([REJECTED, ...NO_TEXT, '"x"', '{"Result":""}'])])]),
  object(['failure', oneOf([...TEXTS, ...NO_TEXT])], ['result', mostly([null, 'null', '[]'], ['[{}]', '{}', '"x"'])]),
  object(['error', oneOf([...TEXTS, ...NO_TEXT])], ['message', mostly([null], TEXTS)]),
);

const latest = nearMiss((value) =>
  object(
    [
      'result',
      fc.oneof(
        {
          weight: 8,
          arbitrary: object(
            ['latestTransactionResult', record(value)],
            ['orderId', value('elementId')],
            ['printText', mostly(['{"Text":"x"}'], NO_TEXT)],
          ),
        },
        { weight: 1, arbitrary: object(['latestTransactionResult', oneOf(NO_TEXT)], ['orderId', value('elementId')]) },
        { weight: 1, arbitrary: record(value).map((one) => `[{"latestTransactionResult":{"localModeEventArgs":${one}}}]`) },
      ),
    ],
    ['failure', value('failure')],
    ...lenders(`{"result":{"latestTransactionResult":${LENT},"orderId":"${OURS}"}}`),
  ),
);

const JWT = `eyJhbGciOiJub25lIn0.${Buffer.from('{"exp":4102444800}').toString('base64url')}.x`;
const ODD_JWTS = ['{"exp":-1}', '{"exp":1e308}', '{"exp":"4102444800"}', '[]', 'null', '{', '{"exp":1}'].map(
  (claims) => `"e.${Buffer.from(claims).toString('base64url')}.x"`,
);
const ids = (values: fc.Arbitrary<Json | null>): fc.Arbitrary<Json> =>
  fc.array(values, { maxLength: 3 }).map((list) => `[${list.map((id) => id ?? 'null').join(',')}]`);
const ID = mostly([`"${TERMINAL}"`, '"71000002"', '71000003'], [...NO_TEXT, '"7100\\u0000"', '"a b"']);
const login = object(
  [
    'token',
    fc.oneof(
      { weight: 2, arbitrary: oneOf([`"${JWT}"`, '"opaque"']) },
      oneOf([...NO_TEXT, ...ODD_JWTS, '"a\\r\\nx-evil: 1"', '"två"', '"a b"', '"\\u0000"', `["${JWT}"]`]),
    ),
  ],
  ['terminals', fc.oneof(ids(ID), oneOf(NO_TEXT))],
  ...lenders(LENT),
);
const list = object(
  ['terminals', fc.oneof({ weight: 4, arbitrary: ids(object(['terminalId', ID], ...lenders(LENT))) }, ids(ID), oneOf(NO_TEXT))],
  ...lenders('{"terminals":["x"]}'),
);

/** Inserted before the member of that name, so that the answer says two things at once. */
const TWICE_IN_RECORD = ['"Result":2,', '"Result":0,', '"TotalAmount":7,', '"orderId":"X-9",'];
const TWICE = [...TWICE_IN_RECORD, '"localModeEventArgs":{},', '"result":null,', '"failure":"terminal busy",'];

export type NetsCall = 'sale' | 'void' | 'cancelAction' | 'lookup' | 'login' | 'list';
const wrongDoor = fc.oneof(approvals, latest, refusals, login, list);
export const netsBodies: Readonly<Record<NetsCall, fc.Arbitrary<Body>>> = {
  sale: bodyOf(fc.oneof({ weight: 6, arbitrary: approvals }, { weight: 3, arbitrary: refusals }, wrongDoor), TWICE),
  void: bodyOf(fc.oneof({ weight: 6, arbitrary: approvals }, { weight: 3, arbitrary: refusals }, wrongDoor), TWICE),
  cancelAction: bodyOf(fc.oneof({ weight: 3, arbitrary: approvals }, { weight: 6, arbitrary: refusals }, wrongDoor), TWICE),
  lookup: bodyOf(fc.oneof({ weight: 6, arbitrary: latest }, { weight: 2, arbitrary: refusals }, wrongDoor), TWICE),
  login: bodyOf(fc.oneof({ weight: 6, arbitrary: login }, wrongDoor), []),
  list: bodyOf(fc.oneof({ weight: 6, arbitrary: list }, wrongDoor), []),
};
