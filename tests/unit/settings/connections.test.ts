import { describe, expect, it } from 'vitest';
import { losesPayments, savedConnections, withConnections } from '../../../electron/settings/connections.ts';
import { noSecrets, type Secrets, type Settings } from '../../../electron/settings/settings.ts';

const settings: Settings = {
  version: 1,
  property: 'Hotelli Esimerkki',
  currency: 'EUR',
  timeZone: 'Europe/Helsinki',
  cutOverHour: 0,
  support: null,
  operators: [],
  nets: { baseUrl: 'https://nets.example', username: 'hotel' },
  strapi: { baseUrl: 'https://cms.example' },
  willba: null,
  terminals: null,
  pointOfSale: null,
};
const secrets: Secrets = { ...noSecrets, netsPassword: 'nets-secret', strapiToken: 'strapi-secret', webhookSecret: ['whsec_kept'] };
const unchanged = {
  nets: { ...settings.nets, baseUrl: 'https://nets.example', username: 'hotel', password: '' },
  strapi: { baseUrl: 'https://cms.example', token: '' },
};

describe('what support sees of the connections', () => {
  it('is addresses and names, and only whether a secret is kept', () => {
    const seen = savedConnections(settings, secrets);
    expect(seen).toEqual({
      nets: { baseUrl: 'https://nets.example', username: 'hotel', hasPassword: true },
      strapi: { baseUrl: 'https://cms.example', hasToken: true, hasOutboxToken: false },
      willba: null,
    });
    expect(JSON.stringify(seen)).not.toContain('secret');
    expect(savedConnections(settings, null)).toMatchObject({ nets: { hasPassword: false }, strapi: { hasToken: false } });
  });
});

describe('a change of the connections', () => {
  it('keeps every secret that is not typed anew, also those that it does not speak of', () => {
    expect(withConnections(unchanged, settings, secrets)).toEqual({ ok: true, value: { settings, secrets } });
    const typed = withConnections({ ...unchanged, nets: { ...unchanged.nets, password: 'new' } }, settings, secrets);
    expect(typed).toMatchObject({
      ok: true,
      value: { secrets: { netsPassword: 'new', strapiToken: 'strapi-secret', webhookSecret: ['whsec_kept'] } },
    });
  });

  it('never sends a saved secret to another address or as another user', () => {
    for (const nets of [{ baseUrl: 'https://elsewhere.example' }, { username: 'somebody' }]) {
      expect(withConnections({ ...unchanged, nets: { ...unchanged.nets, ...nets } }, settings, secrets)).toEqual({
        ok: false,
        error: 'secret-needed',
      });
    }
    const strapi = { baseUrl: 'https://elsewhere.example', token: '' };
    expect(withConnections({ ...unchanged, strapi }, settings, secrets)).toEqual({ ok: false, error: 'secret-needed' });
  });

  it.each(['http://nets.example', 'ftp://nets.example', 'nets', 'https://user:pass@nets.example', ''])(
    'refuses the address %j',
    (baseUrl) => {
      expect(withConnections({ ...unchanged, nets: { ...unchanged.nets, baseUrl, password: 'x' } }, settings, secrets)).toEqual({
        ok: false,
        error: 'bad-address',
      });
    },
  );

  it('takes no token of one Strapi along to another, nor what it calls this PC’s place', () => {
    const both = { ...secrets, strapiOutboxToken: 'outbox-of-a' };
    const moved = withConnections({ ...unchanged, strapi: { baseUrl: 'https://b.example', token: 'b' } }, settings, both);
    expect(moved).toMatchObject({ ok: true, value: { secrets: { strapiToken: 'b', strapiOutboxToken: null } } });
    const placed = { ...settings, pointOfSale: 'Vastaanotto', pointOfSaleId: '1' };
    expect(withConnections(unchanged, placed, both)).toMatchObject({ value: { settings: { pointOfSaleId: '1' } } });
    const elsewhere = withConnections({ ...unchanged, strapi: { baseUrl: 'https://b.example', token: 'b' } }, placed, both);
    expect(elsewhere.ok && elsewhere.value.settings).toEqual({
      ...placed,
      strapi: { baseUrl: 'https://b.example' },
      pointOfSaleId: undefined,
    });
    expect(withConnections(unchanged, settings, both)).toMatchObject({
      ok: true,
      value: { secrets: { strapiOutboxToken: 'outbox-of-a' } },
    });
  });

  it('forgets Strapi and its token where Strapi is taken away', () => {
    const terminals = [{ terminalId: '71000001', name: 'Päätelaite I', active: true, location: '', pointOfSale: null }];
    expect(withConnections({ ...unchanged, strapi: null }, { ...settings, terminals }, secrets)).toMatchObject({
      ok: true,
      value: { settings: { strapi: null }, secrets: { strapiToken: null, netsPassword: 'nets-secret' } },
    });
  });

  it('refuses to take the only list of terminals away', () => {
    for (const terminals of [null, []]) {
      const asked = withConnections({ ...unchanged, strapi: null }, { ...settings, terminals }, secrets);
      expect(asked).toEqual({ ok: false, error: 'terminals-needed' });
    }
  });

  it('of the password alone is taken where Strapi stays as it was, although its token is not here either', () => {
    const typed = { ...unchanged, nets: { ...unchanged.nets, password: 'new' } };
    expect(withConnections(typed, settings, null)).toMatchObject({
      ok: true,
      value: { settings: { strapi: settings.strapi }, secrets: { netsPassword: 'new', strapiToken: null } },
    });
  });

  it('loses payments that wait where host or user differ from those they were sent to and as', () => {
    const waiting = { any: true, login: null };
    const other = { ...settings, nets: { baseUrl: 'https://nets.example', username: 'x' } };
    expect(losesPayments(settings, settings, waiting)).toBe(false);
    expect(losesPayments(settings, null, waiting)).toBe(false);
    expect(losesPayments(other, settings, waiting)).toBe(true);
    expect(losesPayments({ ...settings, nets: null }, settings, waiting)).toBe(true);
    expect(losesPayments(other, settings, { any: false, login: settings.nets })).toBe(false);
  });

  it('is judged by the journal where the settings were lost, or were changed while nothing waited', () => {
    const waiting = { any: true, login: settings.nets };
    const other = { ...settings, nets: { baseUrl: 'https://nets.example', username: 'x' } };
    expect(losesPayments(other, null, waiting)).toBe(true);
    expect(losesPayments(settings, null, waiting)).toBe(false);
    expect(losesPayments(settings, other, waiting)).toBe(false);
  });
});
