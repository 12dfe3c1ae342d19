import { expect, it } from 'vitest';
import { connectionsSchema } from '../../../shared/connections.ts';

const typed = {
  nets: { baseUrl: 'https://connectcloud-test.aws.nets.eu', username: 'desk', password: 'Pääsy 1 ❤️' },
  strapi: { baseUrl: 'https://cms.example', token: 'abc\n' },
};

it('a secret is taken as it was typed, and a token without the line end that was copied with it', () => {
  expect(connectionsSchema.parse(typed)).toMatchObject({ nets: { password: 'Pääsy 1 ❤️' }, strapi: { token: 'abc' } });
});

it.each(['\u200b', '\u202e', '\u0000', '\u00ad', '\n', '\u001b'])('nothing invisible is taken within a secret: %j', (hidden) => {
  const { nets, strapi } = typed;
  for (const wrong of [
    { ...typed, nets: { ...nets, password: `pass${hidden}word` } },
    { ...typed, nets: { ...nets, username: `us${hidden}er` } },
    { ...typed, strapi: { ...strapi, token: `to${hidden}ken` } },
  ]) {
    expect(connectionsSchema.safeParse(wrong).success).toBe(false);
  }
});
