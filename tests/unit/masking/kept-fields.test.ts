import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { evidenceOf } from '../../../electron/nets/evidence.ts';
import { createLoginToken } from '../../../electron/nets/login-token.ts';
import { readTerminalIds } from '../../../electron/nets/terminal-list.ts';
import { readWire } from '../../../electron/nets/wire.ts';
import { readTerminals } from '../../../electron/strapi/records.ts';
import { describeCause } from '../../../electron/support/log.ts';
import { holdsHidden } from '../../../shared/harmless.ts';
import { longestRowOf, writtenCards } from '../../support/card-formats.ts';

const PASSWORD = 'Sala-Sana/1';
const TOKEN = 'token0123456789abcdef';
const RECORD_FIELDS = [
  'StanAuth',
  'SessionNumber',
  'TimeStamp',
  'CardIssuerName',
  'ResponseCode',
  'CVM',
  'orderId',
  'OrderID',
  'TerminalID',
  'terminalId',
  'cardType',
  'OptionalData',
  'RejectionReason',
];

/** Everything that is kept of an answer in which the text stands in every place that there is. */
function keptOfNets(text: string): string {
  const record = { Result: 0, TotalAmount: 1_250, ...Object.fromEntries(RECORD_FIELDS.map((name) => [name, text])) };
  const body = JSON.stringify({
    result: [{ localModeEventArgs: record, orderId: text, cardType: text }],
    failure: { error: text, orderId: text, localModeEventArgs: record },
  });
  const { records, failureText } = readWire(body);
  const answered = { kind: 'answered', status: 200, contentType: null, date: null, retryAfter: null, elapsedMs: 1 } as const;
  const kept = records.map((one) => evidenceOf({ ...answered, body: Buffer.from('') }, { record: one, failureText }));
  // The digest and the numbers are our own.
  return JSON.stringify(kept.map(({ record: one, failureText: words }) => ({ ...one, words, totalMinor: 0 })));
}

function keptOfLists(text: string): string {
  const record = {
    documentId: text,
    id: text,
    name: text,
    terminalId: text,
    location: text,
    pointOfSale: { documentId: text, id: text, name: text },
  };
  return JSON.stringify([
    readTerminalIds([text, { terminalId: text }, '71000001']),
    readTerminals([record, { id: text, attributes: record }]),
  ]);
}

const kept = (text: string): string => `${keptOfNets(text)}${keptOfLists(text)}${describeCause(new Error(text))}`;

/** Logs in, as the program does: from then on it knows what must not be kept. */
beforeAll(async () => {
  const body = Buffer.from(JSON.stringify({ token: TOKEN }));
  const login = createLoginToken({
    call: async () => ({ kind: 'answered', status: 200, contentType: null, date: null, retryAfter: null, body, elapsedMs: 1 }),
    credentials: () => ({ username: 'desk', password: PASSWORD }),
    clock: { elapsed: () => 0, wallTime: () => '2026-11-23T10:00:00.000Z' },
    signal: new AbortController().signal,
    onTerminals: () => undefined,
  });
  expect(await login.get()).toMatchObject({ ok: true });
});

describe('what is kept of any field of Nets, Strapi or an error', () => {
  it('is no more of a card number than its last four digits, in whatever format it came', () => {
    fc.assert(
      fc.property(writtenCards, ({ card, written }) => {
        expect(longestRowOf(card, kept(written).replaceAll('71000001', ''))).toBe(4);
      }),
      { numRuns: 500 },
    );
  });

  it('is no more of it wherever a long text is cut', () => {
    fc.assert(
      fc.property(writtenCards, fc.integer({ min: 0, max: 600 }), ({ card, written }, padding) => {
        expect(longestRowOf(card, kept(`${'y'.repeat(padding)} ${written}`).replaceAll('71000001', ''))).toBe(4);
      }),
      { numRuns: 500 },
    );
  });

  it('is neither the password nor the token, in whatever form somebody says them back', () => {
    const forms = (secret: string): string[] => [
      secret,
      secret.toUpperCase(),
      encodeURIComponent(secret),
      JSON.stringify(secret),
      Buffer.from(secret).toString('base64'),
    ];
    for (const secret of [PASSWORD, TOKEN].flatMap(forms)) {
      for (const text of [secret, `${secret} VISA`, `x${secret}y`, `${'z'.repeat(185)} ${secret}`, `${'z'.repeat(490)} ${secret}`]) {
        const all = kept(text).toLowerCase();
        expect(all, text).not.toContain(secret.toLowerCase());
        expect(all, text).not.toContain(secret.slice(0, 8).toLowerCase());
      }
    }
  });

  it('is text that acts on nothing, whatever stands in it', () => {
    for (const sign of ['\u202e', '\u200f', '\0', '\u001b[2J', '\u2028', '\u200b', '\n']) {
      const values = JSON.parse(keptOfNets(`VISA${sign}4242`)) as unknown;
      expect(holdsHidden(JSON.stringify(values).replaceAll('\\n', '\n')), sign).toBe(false);
      expect(JSON.stringify(values)).not.toMatch(/\\u00|\\n/);
      expect(keptOfLists(`VISA${sign}4242`)).not.toMatch(/\\u00|\\n/);
      expect(holdsHidden(keptOfLists(`VISA${sign}4242`) + describeCause(new Error(`VISA${sign}4242`)))).toBe(false);
    }
  });
});

describe('fields are taken by their shape', () => {
  const record = (members: object) => readWire(JSON.stringify({ result: [{ localModeEventArgs: { X: 1, ...members } }] })).records[0];

  it.each(['000123', '1', '000123 A1B2C3'])('a STAN is digits: %j', (stan) => {
    expect(record({ StanAuth: stan })?.stan).toBe(stan);
  });
  it.each(['salasana', '4111 1111 1111 1111', 'STAN 000123', '000123\u202e', '0001234567890123'])('and %j is none', (stan) => {
    expect(record({ StanAuth: stan })?.stan).toBeNull();
  });

  it.each(['VISA', 'Visa Debit', 'American Express', 'Visa/Dankort', 'S-Etukortti Visa', 'Käteis & kortti'])(
    'a brand is letters: %j',
    (brand) => {
      expect(record({ CardIssuerName: brand })?.card?.brand).toBe(brand);
    },
  );
  it('and of what is more than letters the letters are left', () => {
    expect(record({ CardIssuerName: 'VISA\u202e 4242' })?.card?.brand).toBe('VISA 4242');
    expect(record({ CardIssuerName: 'VISA <b>12345 $x' })?.card?.brand).toBe('VISA b x');
  });

  it('a session is a number, and a time is one', () => {
    expect(record({ SessionNumber: 'salasana' })?.sessionNumber).toBeNull();
    expect(record({ TimeStamp: '2026-11-23T4111111111111111' })?.timeStamp).toBeNull();
  });

  it('an id that had to be changed before it may be kept is nobody’s', () => {
    expect(record({ orderId: 'W-1\u200b' })?.orderId).not.toBe('W-1');
    expect(record({ orderId: '\u202eW-1' })?.orderId).not.toBe('W-1');
    expect(record({ TerminalID: '7100\u200b0001' })?.terminalId).not.toBe('71000001');
  });

  it('two references that cannot be kept are two charges all the same', () => {
    const two = (one: string, other: string) =>
      readWire(
        JSON.stringify({
          result: [one, other].map((StanAuth) => ({ localModeEventArgs: { Result: 0, TotalAmount: 1_250, StanAuth }, orderId: 'W-1' })),
        }),
      ).records.map(({ result }) => result);
    expect(two('abc', 'abc')).toEqual([0, 0]);
    expect(new Set(two('abc', 'abd')).size).toBe(2);
  });
});
