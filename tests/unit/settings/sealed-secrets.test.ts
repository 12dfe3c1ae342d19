import { describe, expect, it } from 'vitest';
import { parseProvisioning } from '../../../electron/settings/provisioning-file.ts';
import { seal, secretsFor } from '../../../electron/settings/sealed-secrets.ts';
import { applyProvisioning } from '../../../electron/settings/settings.ts';

const file = {
  version: 1,
  property: 'Hotelli Esimerkki',
  currency: 'EUR',
  nets: { baseUrl: 'https://nets.example', username: 'hotel', password: 'nets-secret' },
  strapi: { baseUrl: 'https://cms.example', token: 'read-token', outboxToken: 'outbox-token' },
  willba: { webhookUrl: 'https://willba.example/hook', webhookSecret: 'whsec_c2VjcmV0', linkKey: 'link-key' },
};

function imported(change: object = {}) {
  const parsed = parseProvisioning(JSON.stringify({ ...file, ...change }));
  if (!parsed.ok) throw new Error(parsed.error);
  return applyProvisioning(parsed.value, null);
}

const mine = imported();
const sealed = seal(mine.settings, mine.secrets);
const all = { netsPassword: 'nets-secret', strapiToken: 'read-token', strapiOutboxToken: 'outbox-token' };
const willba = { webhookSecret: ['whsec_c2VjcmV0'], linkKey: ['link-key'] };

describe('what an account sealed', () => {
  it('is there while this PC’s settings name those it was given for, whatever else another account imported', () => {
    expect(secretsFor(mine.settings, sealed)).toEqual({ ...all, ...willba });
    expect(secretsFor(imported({ property: 'Toinen nimi', operators: ['Maija V.'] }).settings, sealed)).toEqual({ ...all, ...willba });
  });

  it.each([
    ['host', { nets: { ...file.nets, baseUrl: 'https://elsewhere.example' } }, { netsPassword: null }],
    ['user', { nets: { ...file.nets, username: 'other-hotel' } }, { netsPassword: null }],
    ['Strapi', { strapi: { ...file.strapi, baseUrl: 'https://cms2.example' } }, { strapiToken: null, strapiOutboxToken: null }],
    ['Willba', { willba: { ...file.willba, webhookUrl: 'https://else.example/hook' } }, { webhookSecret: [], linkKey: [] }],
    ['absence of all three', { nets: undefined, strapi: undefined, willba: undefined }, null],
  ])('is not there for another %s, and the rest is', (_which, change, gone) => {
    const none = { netsPassword: null, strapiToken: null, strapiOutboxToken: null, webhookSecret: [], linkKey: [] };
    expect(secretsFor(imported(change).settings, sealed)).toEqual(gone === null ? none : { ...all, ...willba, ...gone });
  });

  it('is for nobody where there are no settings', () => {
    expect(Object.values(secretsFor(null, sealed))).toEqual([null, null, null, [], []]);
  });
});
