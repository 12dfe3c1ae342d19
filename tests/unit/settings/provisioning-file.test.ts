import { describe, expect, it } from 'vitest';
import { parseProvisioning, readProvisioning } from '../../../electron/settings/provisioning-file.ts';
import { applyProvisioning, settingsSchema } from '../../../electron/settings/settings.ts';

const nets = { baseUrl: 'https://nets.example', username: 'hotelli', password: 'Sala Sana-1' };
const file = {
  version: 1,
  property: 'Hotelli Pääsky',
  currency: 'EUR',
  nets,
  strapi: { baseUrl: 'https://cms.example', token: 'abc.DEF-1' },
};
const text = JSON.stringify(file, null, 2);
const why = (content: string | object): string => {
  const read = parseProvisioning(typeof content === 'string' ? content : JSON.stringify(content));
  return read.ok ? '' : read.error;
};

describe('a provisioning file’s bytes', () => {
  it('are UTF-8, with a byte order mark or without', () => {
    for (const mark of ['', '\ufeff']) {
      expect(readProvisioning(Buffer.from(mark + text))).toMatchObject({ ok: true, value: { property: 'Hotelli Pääsky' } });
    }
  });

  it('in Windows-1252 are refused, and the line is told', () => {
    const read = readProvisioning(Buffer.from(text, 'latin1'));
    expect(read).toEqual({ ok: false, error: 'the provisioning file is not UTF-8 (line 3); save it again as UTF-8' });
  });

  it.each(['utf16le', 'latin1'] as const)('in %s are never half read', (encoding) => {
    expect(readProvisioning(Buffer.from(`\ufeff${text}`, encoding)).ok).toBe(false);
  });
});

describe('a member that stands twice', () => {
  it.each([
    ['at the top', text.replace('"version": 1,', '"version": 1,\n  "nets": {},'), 'nets'],
    ['inside', text.replace('"username"', '"password": "toinen",\n    "username"'), 'nets.password'],
    [
      'in a list',
      JSON.stringify({ ...file, terminals: [{ terminalId: '71000001', name: 'A' }] }).replace('"name":"A"', '"name":"A","name":"B"'),
      'terminals.0.name',
    ],
    ['in a member that nobody knows', text.replace('"version": 1,', '"version": 1, "later": {"a": 1, "a": 1},'), 'later.a'],
    ['in another spelling', text.replace('"version": 1,', '"version": 1,\n  "\\u006eets": {},'), 'nets'],
  ])('is refused %s, and told with its line', (_where, content, member) => {
    expect(why(content)).toMatch(new RegExp(`: ${member}: stands twice \\(line \\d+\\)$`));
  });

  it('is none where two objects have the same member', () => {
    expect(why({ ...file, terminals: ['71000001', '71000002'].map((terminalId) => ({ terminalId, name: terminalId })) })).toBe('');
  });
});

describe('what nobody can see in a secret or an address', () => {
  const hidden = ['\n', '\r\n', '\t', '\u200b', '\u202e', '\ufeff', '\u00ad', '\0', '\u2028', '\u00a0', '\u{e0041}'];
  const places: readonly (readonly [member: string, put: (sign: string) => object])[] = [
    ['nets.password', (sign) => ({ nets: { ...nets, password: `sala${sign}sana` } })],
    ['nets.password', (sign) => ({ nets: { ...nets, password: `salasana${sign}` } })],
    ['nets.username', (sign) => ({ nets: { ...nets, username: `ho${sign}telli` } })],
    ['nets.baseUrl', (sign) => ({ nets: { ...nets, baseUrl: `https://nets${sign}.example` } })],
    ['strapi.token', (sign) => ({ strapi: { ...file.strapi, token: `abc${sign}` } })],
    ['strapi.outboxToken', (sign) => ({ strapi: { ...file.strapi, outboxToken: `a${sign}bc` } })],
    ['willba.linkKey', (sign) => ({ willba: { linkKey: `a${sign}bc` } })],
    ['willba.webhookSecret', (sign) => ({ willba: { webhookSecret: `whsec_abc${sign}` } })],
  ];
  it.each(places)('is refused and told: %s', (member, put) => {
    for (const sign of hidden) {
      const told = why({ ...file, ...put(sign) });
      expect(told, JSON.stringify(sign)).toMatch(new RegExp(`: ${member}: `));
      expect(told).not.toContain('sana');
    }
  });

  it('lets blanks through that a password has', () => {
    expect(why(file)).toBe('');
    expect(why({ ...file, strapi: { ...file.strapi, token: 'a b' } })).toMatch(/strapi\.token/);
  });
});

describe('operators that a person reads as the same', () => {
  it.each(['Maija V.', 'maija v.', 'Maija  V.', 'Maija\u00a0V.', 'Ｍaija V.', 'Maija V\u2024', 'Maija\u200b V.'])(
    'are refused: %j',
    (other) => {
      expect(why({ ...file, operators: ['Jussi K.', 'Maija V.', other] })).toMatch(/: operators\.2: .*operators\.1$/);
    },
  );
  it('are two people where a letter differs', () => {
    expect(why({ ...file, operators: ['Maija V.', 'Maija W.', 'Maija-V.'] })).toBe('');
  });
});

describe('names', () => {
  it('come in as one harmless line, and hold no card number', () => {
    const read = parseProvisioning(JSON.stringify({ ...file, property: 'Hotelli\u202e\n Pääsky', operators: ['Mai\u200bja ❤️'] }));
    expect(read).toMatchObject({ ok: true, value: { property: 'Hotelli  Pääsky', operators: ['Maija ❤️'] } });
    for (const card of ['4111 1111 1111 1111', '411111 1111111111', '４１１１１１１１１１１１１１１１']) {
      expect(why({ ...file, operators: [card] })).toMatch(/: operators\.0: .*card number$/);
      expect(why({ ...file, terminals: [{ terminalId: '71000001', name: 'A', location: card }] })).toMatch(/: terminals\.0\.location: /);
      expect(why({ ...file, terminals: [{ terminalId: card, name: 'A' }] })).toMatch(/: terminals\.0\.terminalId: /);
    }
  });
});

describe('limits', () => {
  it('are told in words', () => {
    const terminals = Array.from({ length: 2_001 }, (_, index) => ({ terminalId: String(71_000_000 + index), name: 'A' }));
    expect(why({ ...file, terminals })).toMatch(/terminals: more than 2000$/);
    expect(why({ ...file, operators: Array.from({ length: 201 }, (_, index) => `N${index}`) })).toMatch(/operators: more than 200$/);
    expect(why({ ...file, padding: 'x'.repeat(600_000) })).toMatch(/too large/);
    expect(why(`${'['.repeat(5_000)}${']'.repeat(5_000)}`)).toMatch(/nested too deeply/);
    expect(why({ ...file, terminals: terminals.slice(1) })).toBe('');
  });
});

describe('the merchant, for the head of a receipt', () => {
  const merchant = { name: 'Esimerkki Oy', businessId: '1234567-8', address: ['Rantatie 1', '00100 Helsinki'] };

  it('is kept with the settings, and how this PC prints stays over another import', () => {
    const read = parseProvisioning(JSON.stringify({ ...file, merchant }));
    if (!read.ok) throw new Error(read.error);
    const printing = { printer: 'kuitti', paper: '58', dialog: false } as const;
    const { settings } = applyProvisioning(read.value, null);
    expect(settings.merchant).toEqual(merchant);
    expect(settingsSchema.parse(settings)).toEqual(settings);
    const again = applyProvisioning(read.value, { ...settings, printing }).settings;
    expect(again.printing).toEqual(printing);
    expect(settingsSchema.parse(again)).toEqual(again);
  });

  it('is plain lines, and never a card number', () => {
    const read = parseProvisioning(JSON.stringify({ ...file, merchant: { ...merchant, name: 'Esi\u202emerkki Oy' } }));
    expect(read.ok && read.value.merchant?.name).toBe('Esimerkki Oy');
    expect(why({ ...file, merchant: { ...merchant, address: ['4242 4242 4242 4242'] } })).toContain(
      'merchant.address.0: holds what may be a card number',
    );
    expect(why({ ...file, merchant: { ...merchant, address: Array.from({ length: 7 }, () => 'x') } })).toContain('merchant.address');
    expect(why({ ...file, merchant: { name: 'Esimerkki Oy' } })).toContain('merchant.businessId');
  });
});
