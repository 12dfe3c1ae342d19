import { test } from '@playwright/test';
import { freshStart } from '../support/desk/started.ts';
import { playTwoDesks } from '../support/desk/two-desks.ts';
import { startSharedStrapi } from '../support/strapi/shared-strapi.ts';

const started = freshStart();

test('a second desk is asked before it charges a booking that the first one has charged, and both work without Strapi', async () => {
  const strapi = await startSharedStrapi();
  started.atEnd(() => strapi.goAway());
  await playTwoDesks(started, { ...strapi, states: async () => strapi.records.map(({ state }) => state) });
});
