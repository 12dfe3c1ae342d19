import { describe, expect, it } from 'vitest';
import { differs, formOf } from '../../../renderer/screens/settings/connections-model.ts';

const saved = {
  nets: { baseUrl: 'https://nets.example', username: 'hotelli', hasPassword: true },
  strapi: { baseUrl: 'https://cms.example', hasToken: true, hasOutboxToken: false },
};

describe('the form of the connections', () => {
  it('begins with what is saved, never with a secret, and is then what a test would test', () => {
    const form = formOf(saved);
    expect(form).toEqual({
      netsUrl: 'https://nets.example',
      username: 'hotelli',
      password: '',
      strapiUrl: 'https://cms.example',
      token: '',
    });
    expect(differs(form, saved)).toBe(false);
    const nothing = { nets: null, strapi: null };
    expect(differs(formOf(nothing), nothing)).toBe(false);
  });

  it.each(['netsUrl', 'username', 'password', 'strapiUrl', 'token'] as const)('differs from what is saved by its %s', (field) => {
    expect(differs({ ...formOf(saved), [field]: 'typed' }, saved)).toBe(true);
  });
});
