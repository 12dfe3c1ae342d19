import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { type LinkRequest, queryOf, signLink, signQuery } from './sign-link.ts';

/** One link to open, and what was done to it. The verdict about it is not made here (`judge-link.ts`). */
export interface MadeLink {
  readonly kind: string;
  readonly link: string;
}

export interface LinkMaking {
  /** The keys that the desk knows, newest first. */
  readonly keys: readonly [string, ...string[]];
  readonly nowSeconds: number;
}

const people = [
  'Matti Mäkinen',
  'Åsa Öström',
  "Seán O'Brien",
  'Иван Петров',
  'محمد علي',
  '山田 太郎',
  'Ngô Thị Hồng Nhung',
  '김철수',
  'Zoë & Co = 100 % ?',
  'A/B#C;D',
  'e\u0301te\u0301',
  'Perhe 👨‍👩‍👧',
  '--training',
  '" --provision=/tmp/x "',
  '$(reboot)',
  '<img src=x onerror=alert(1)>',
  'a'.repeat(80),
  'ä'.repeat(80),
  '柿'.repeat(80),
];
const references = ['', 'R-1001', 'r 1001', 'V/2026/17', '0', '-', '1e3', '&sig=x', 'amount=1', '%41', ...people];
const ids = fc.oneof(
  { weight: 6, arbitrary: fc.uuid() },
  { weight: 2, arbitrary: fc.string({ unit: fc.constantFrom(...'abcXYZ0189-_.:'), minLength: 1, maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'x',
      'i'.repeat(64),
      '38fe5f23-e3bd-4895-8534-576035ca6ee9',
      'Ä-1',
      'booking/1?2',
      '{}',
      'null',
      '__proto__',
      'constructor',
    ),
  },
);
const amounts = fc.oneof(fc.integer({ min: 1, max: 99_999_999 }), fc.constantFrom(1, 5, 99, 100, 1250, 99_999_999));

const requests = ({ nowSeconds }: LinkMaking): fc.Arbitrary<LinkRequest> =>
  fc.record(
    {
      amount: amounts,
      currency: fc.constant('EUR'),
      reference: fc.constantFrom(...references),
      guest: fc.constantFrom(...people),
      operator: fc.constantFrom(...people),
      id: ids,
      exp: fc.oneof(fc.integer({ min: nowSeconds + 600, max: nowSeconds + 864_000 }), fc.constant(9_999_999_999)),
    },
    { requiredKeys: ['amount', 'currency', 'reference', 'id', 'exp'] },
  );

type Encoding = (text: string) => string;
const everyByte: Encoding = (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('');
const encodings: readonly Encoding[] = [
  encodeURIComponent,
  (text) => encodeURIComponent(text).replace(/%../g, (byte) => byte.toLowerCase()),
  (text) => encodeURIComponent(text).replace(/[!'()*]/g, everyByte),
  everyByte,
];

type Pair = readonly [name: string, value: string];
const pairsOf = (request: LinkRequest): readonly Pair[] =>
  queryOf(request)
    .split('&')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), decodeURIComponent(pair.slice(pair.indexOf('=') + 1))]);
const written = (pairs: readonly Pair[], encode: Encoding = encodeURIComponent): string =>
  pairs.map(([name, value]) => `${name}=${encode(value)}`).join('&');

/** As Willba may write them: with either beginning, any of the keys, another order behind the sum, and more encoded than need be. */
function rightLinks(making: LinkMaking): fc.Arbitrary<string> {
  const parts = {
    request: requests(making),
    encode: fc.constantFrom(...encodings),
    key: fc.constantFrom(...making.keys),
    before: fc.constantFrom('willba-pos://pay?' as const, 'willba-pos://pay/?' as const),
    isCapital: fc.boolean(),
    order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
  };
  return fc.record(parts).map(({ request, encode, key, before, isCapital, order }) => {
    const [amount = ['', ''], ...others] = pairsOf(request);
    const behind = order.flatMap((place) => others.slice(place, place + 1));
    const link = signQuery(`amount=${amount[1]}&${written(behind, encode)}`, key, before);
    return isCapital ? link.replace(/^willba-pos/, 'WILLBA-POS') : link;
  });
}

const wrongAmounts = [
  ...['0', '00', '-1', '-1250', '1e3', '1E3', '12.50', '12,50', ' 1250', '1250 ', '0x4E2', '+1250', '1_250', '1 250', '01250', ''],
  ...[
    '99999999',
    '100000000',
    '2147483648',
    '9007199254740993',
    '1'.repeat(400),
    'NaN',
    'Infinity',
    '١٢٥٠',
    '１２５０',
    '1250\u0000',
    '1250n',
  ],
  ...['1250\n', '1250&amount=1', '1250;', 'null', '[1250]', '12٫50', '½', '1250\u200b', '−1250', '0.1e5'],
];
const wrongCurrencies = ['SEK', 'USD', 'ISK', 'eur', 'Eur', '', 'EU', 'EURO', 'EUR ', '€', 'EUR\u0000', 'ЕUR', 'EUR,SEK', '978'];
const wrongTexts = [
  ...['a\u0000b', 'a\nb', '\u001b[2J', 'a\u0085b', 'a\u007fb', 'a\u2028b', 'tab\tbed'],
  ...['abc\u202etxt', '\u2066x\u2069', '\u200fR-1', 'R\u00ad1', 'R\u200b1', '\ufeffR-1', 'R\u{e0041}1', '\u3164', 'a\ufe0fb'],
  ...['4111111111111111', '4111 1111 1111 1111', '5500-0000-0000-0004', 'Kortti 4242424242424242 exp 12/29', '3782 822463 10005'],
  ...['４１１１ １１１１ １１１１ １１１１', '4111.1111.1111.1111', '4111\u200b1111\u200b1111\u200b1111', '٤١١١١١١١١١١١١١١١'],
  ...[
    'b'.repeat(81),
    '柿'.repeat(81),
    'ä'.repeat(400),
    'c'.repeat(5_000),
    'd'.repeat(20_000),
    '👍'.repeat(60),
    'e\u0301'.repeat(80),
    ' ',
    ' R-1 ',
  ],
];
const rawTexts = [
  '%',
  '%2',
  '%zz',
  '%C0%AF',
  '%FF',
  '%E4',
  '%ED%A0%80',
  '%F4%90%80%80',
  'a%',
  '%u0041',
  'ä',
  'a b',
  'a+b',
  '%2B',
  'a=b',
  '"x"',
];
const TEXTS = ['reference', 'guest', 'operator', 'id'] as const;

/** Signed with the key, and still nothing that Willba may ask for; some of them only look like that. */
function wrongThings({
  nowSeconds,
}: LinkMaking): fc.Arbitrary<{ readonly kind: string; readonly change: (pairs: readonly Pair[]) => string }> {
  const set =
    (name: string, value: string, raw = false) =>
    (pairs: readonly Pair[]) => {
      const left = pairs.filter(([each]) => each !== name);
      const pair = `${name}=${raw ? value : encodeURIComponent(value)}`;
      return name === 'amount' ? `${pair}&${written(left)}` : `${written(left)}&${pair}`;
    };
  const ends = [nowSeconds - 5, nowSeconds - 86_400, 0, 1, -1].map(String);
  const wrongEnds = [
    ...ends,
    '',
    '1e12',
    'soon',
    `${nowSeconds}.5`,
    String((nowSeconds + 600) * 1_000),
    '9'.repeat(30),
    `+${nowSeconds + 600}`,
  ];
  const names = ['amount', 'currency', 'reference', 'guest', 'operator', 'id', 'exp'];
  return fc.oneof(
    fc.constantFrom(...wrongAmounts).map((value) => ({ kind: 'sum', change: set('amount', value) })),
    fc.constantFrom(...wrongCurrencies).map((value) => ({ kind: 'currency', change: set('currency', value) })),
    fc.constantFrom(...wrongEnds).map((value) => ({ kind: 'expiry', change: set('exp', value) })),
    fc
      .tuple(fc.constantFrom(...TEXTS), fc.constantFrom(...wrongTexts))
      .map(([name, value]) => ({ kind: 'text', change: set(name, value) })),
    fc
      .tuple(fc.constantFrom(...names), fc.constantFrom(...rawTexts))
      .map(([name, value]) => ({ kind: 'encoding', change: set(name, value, true) })),
    fc.tuple(fc.constantFrom(...names), fc.constantFrom('', '1', 'EUR', '9999999999')).map(([name, value]) => ({
      kind: 'repeated',
      change: (pairs: readonly Pair[]) =>
        `${written(pairs)}&${name}=${value === '' ? encodeURIComponent(pairs.find(([n]) => n === name)?.[1] ?? '') : value}${pairs.some(([n]) => n === name) ? '' : `&${name}=`}`,
    })),
    fc.constantFrom(...names).map((name) => ({
      kind: 'missing',
      change: (pairs: readonly Pair[]) => written(pairs.filter(([each]) => each !== name)),
    })),
    fc
      .constantFrom(
        '&--training',
        '&x=1',
        '&',
        '&&',
        '&sig=abc',
        '&=',
        '&%61mount=1',
        '&Amount=1',
        '&amount[]=1',
        `&x=${'y'.repeat(20_000)}`,
      )
      .map((more) => ({ kind: 'more inside', change: (pairs: readonly Pair[]) => `${written(pairs)}${more}` })),
  );
}

const otherBeginnings = [
  ...[
    'willba-pos://refund?',
    'willba-pos://pay.evil?',
    'willba-pos://pay/x?',
    'willba-pos://pay//?',
    'willba-pos:///pay?',
    'willba-pos:/pay?',
  ],
  ...[
    'willba-pos:pay?',
    'willba-pos://user@pay?',
    'willba-pos://pay:80?',
    'willba-pos://?',
    'willba-pos://pay?reference=X&',
    'willba-pos://pay?&',
  ],
  ...[
    'willba-pos://pay??',
    'willba-pos://pay#?',
    'willba-pos://pay\\?',
    'willba-pos://PAY?',
    'willba-pos://pay',
    'http://pay?',
    'https://pay/?',
    '',
  ],
  ...[
    'file:///pay?',
    'javascript:pay?',
    'willba-pos2://pay?',
    'xwillba-pos://pay?',
    ' willba-pos://pay?',
    'willba-pos ://pay?',
    '"willba-pos://pay?',
  ],
];
const behindIt = [
  ...[
    '&amount=1',
    '&exp=9999999999',
    '&',
    '&sig=',
    '#top',
    ' --training',
    '\n',
    ' ',
    '/',
    '%20',
    '?',
    '"',
    '&sig=AAAA',
    '=',
    '==',
    '\u0000',
    '\t',
  ],
];

/** With another signature than the right one, or another way to write it. */
const signatureVariants: readonly ((query: string, right: string, key: string) => string)[] = [
  () => '',
  (_query, right) => right.toLowerCase(),
  (_query, right) => right.toUpperCase(),
  (_query, right) => `${right}=`,
  (_query, right) => right.slice(0, -1),
  (_query, right) => `${right}A`,
  (_query, right) => `%${right.charCodeAt(0).toString(16)}${right.slice(1)}`,
  // The same bytes: the last two bits of the last sign mean nothing.
  (_query, right) => `${right.slice(0, -1)}${sameBytes(right.at(-1) ?? 'A')}`,
  (query, _right, key) => createHmac('sha256', key).update(query).digest('hex'),
  (query, _right, key) => createHmac('sha256', key).update(query).digest('base64'),
  (query, _right, key) => createHmac('sha512', key).update(query).digest('base64url'),
  (query, _right, key) => createHmac('sha256', key).update(`${query}&sig=`).digest('base64url'),
  (query, _right, key) => createHmac('sha256', key).update(`willba-pos://pay?${query}`).digest('base64url'),
  (query, _right, key) => createHmac('sha256', Buffer.from(key, 'base64')).update(query).digest('base64url'),
  (query) => createHmac('sha256', '').update(query).digest('base64url'),
  () => 'A'.repeat(43),
];
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const sameBytes = (sign: string): string => BASE64URL[BASE64URL.indexOf(sign) ^ 1] ?? 'A';

/** Changed after it was signed, or never signed by Willba. */
function forgedLinks(making: LinkMaking): fc.Arbitrary<MadeLink> {
  const [key] = making.keys;
  const right = requests(making).map((request) => signLink(request, key));
  const query = requests(making).map(queryOf);
  return fc.oneof(
    fc.tuple(right, fc.nat(), fc.constantFrom(...'019aAzZ-_&=%? é\u202e')).map(([link, place, sign]) => {
      const at = place % link.length;
      return { kind: 'one sign changed', link: `${link.slice(0, at)}${sign}${link.slice(at + 1)}` };
    }),
    fc.tuple(right, fc.nat(), fc.nat(30)).map(([link, place, length]) => {
      const at = place % link.length;
      return { kind: 'a piece gone', link: `${link.slice(0, at)}${link.slice(at + 1 + length)}` };
    }),
    fc.tuple(right, amounts).map(([link, amount]) => ({ kind: 'sum changed', link: link.replace(/amount=\d+/, `amount=${amount}`) })),
    fc.tuple(right, right).map(([one, other]) => ({ kind: 'signature of another', link: one.replace(/&sig=.*/, other.slice(-48)) })),
    fc
      .tuple(requests(making), fc.constantFrom('', 'another key', `${key} `, key.toUpperCase(), 'whsec_', key.slice(0, -1)))
      .map(([request, wrong]) => ({ kind: 'wrong key', link: signLink(request, wrong) })),
    fc.tuple(query, fc.constantFrom(...signatureVariants)).map(([text, variant]) => {
      const sig = createHmac('sha256', key).update(text).digest('base64url');
      return { kind: 'signature', link: `willba-pos://pay?${text}&sig=${variant(text, sig, key)}` };
    }),
    fc
      .tuple(right, fc.constantFrom(...otherBeginnings))
      .map(([link, before]) => ({ kind: 'beginning', link: link.replace('willba-pos://pay?', () => before) })),
    fc.tuple(right, fc.constantFrom(...behindIt)).map(([link, more]) => ({ kind: 'something behind', link: `${link}${more}` })),
    fc.tuple(query, fc.constantFrom('&sig', '&SIG', '&s%69g', '?sig', '&signature')).map(([text, name]) => ({
      kind: 'signature by another name',
      link: `willba-pos://pay?${text}${name}=${createHmac('sha256', key)
        .update(text)
        .digest('base64url')
        .slice(name === '&sig' ? 1 : 0)}`,
    })),
    fc.tuple(right, fc.integer({ min: 3_000, max: 20_000 })).map(([link, length]) => ({ kind: 'long', link: link.padEnd(length, 'A') })),
    fc
      .oneof(
        fc.string({ maxLength: 60 }),
        fc.webUrl(),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('willba-pos:', 'willba-pos://', 'willba-pos://pay?amount=1'),
      )
      .map((link) => ({ kind: 'no link', link })),
  );
}

/** Links of every kind, about a third of them as Willba writes them. */
export function linksOfAllKinds(making: LinkMaking): fc.Arbitrary<MadeLink> {
  const signedNonsense = fc
    .tuple(requests(making), wrongThings(making), fc.constantFrom(...making.keys))
    .map(([request, { kind, change }, key]) => ({ kind, link: signQuery(change(pairsOf(request)), key) }));
  return fc.oneof(
    { weight: 2, arbitrary: rightLinks(making).map((link) => ({ kind: 'right', link })) },
    { weight: 2, arbitrary: signedNonsense },
    { weight: 2, arbitrary: forgedLinks(making) },
  );
}
