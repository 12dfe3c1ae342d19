import { describe, expect, it } from 'vitest';
import { changesLogin, savedConnections, withConnections } from '../../../electron/settings/connections.ts';
import { noSecrets, type Secrets, type Settings } from '../../../electron/settings/settings.ts';

const settings: Settings = {
  version: 1,
  property: 'Hotelli Esimerkki',
  currency: 'EUR',
  timeZone: 'Europe/Helsinki',
  support: null,
  operators: [],
  nets: { baseUrl: 'https://nets.example', username: 'hotel' },
  strapi: { baseUrl: 'https://cms.example' },
  willba: null,
  terminals: null,
  pointOfSale: null,
  language: 'fi',
};
const secrets: Secrets = { ...noSecrets, netsPassword: 'nets-secret', strapiToken: 'strapi-secret', webhookSecret: 'whsec_kept' };
const unchanged = {
  nets: { ...settings.nets, baseUrl: 'https://nets.example', username: 'hotel', password: '' },
  strapi: { baseUrl: 'https://cms.example', token: '' },
};

describe('what support sees of the connections', () => {
  it('is addresses and names, and only whether a secret is kept', () => {
    const seen = savedConnections(settings, secrets);
    expect(seen).toEqual({
      nets: { baseUrl: 'https://nets.example', username: 'hotel', hasPassword: true },
      strapi: { baseUrl: 'https://cms.example', hasToken: true },
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
      value: { secrets: { netsPassword: 'new', strapiToken: 'strapi-secret', webhookSecret: 'whsec_kept' } },
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

  it('forgets Strapi and its token where Strapi is taken away', () => {
    expect(withConnections({ ...unchanged, strapi: null }, settings, secrets)).toMatchObject({
      ok: true,
      value: { settings: { strapi: null }, secrets: { strapiToken: null, netsPassword: 'nets-secret' } },
    });
  });

  it('is one of the log-in where host or user differ', () => {
    expect(changesLogin(settings, settings)).toBe(false);
    expect(changesLogin(settings, null)).toBe(false);
    expect(changesLogin({ ...settings, nets: { baseUrl: 'https://nets.example', username: 'x' } }, settings)).toBe(true);
    expect(changesLogin({ ...settings, nets: null }, settings)).toBe(true);
  });
});
