import { afterEach, expect, it } from 'vitest';
import { judgeStrapi } from '../../../electron/diagnostics/judge.ts';
import { createStrapiTerminals } from '../../../electron/strapi/strapi-terminals.ts';
import { createDirectoryWatch } from '../../../electron/terminals/directory-watch.ts';
import { testConnections } from '../../../electron/terminals/test-connections.ts';
import { checkDetail } from '../../../renderer/terminal/check-texts.ts';
import { failed, ok } from '../../../shared/result.ts';
import { startSmallStrapi } from '../../support/strapi/small-strapi.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const record = { documentId: 'a', name: 'Päätelaite I', terminalId: '71000001', active: true, location: 'Aula' };
const { documentId: _id, ...attributes } = record;
const placed = { ...record, pointOfSale: { documentId: 'p', name: 'Vastaanotto' } };

async function read(...records: readonly object[]) {
  const strapi = await startSmallStrapi(records);
  const source = createStrapiTerminals({ baseUrl: strapi.baseUrl, token: () => 'token' });
  cleanups.push(
    () => strapi.goAway(),
    () => source.dispose(),
  );
  return source;
}

const watch = (list: () => ReturnType<Awaited<ReturnType<typeof read>>['list']>) =>
  createDirectoryWatch({
    isLost: () => false,
    source: { list },
    cache: { read: () => null, keep: () => undefined },
    nets: { list: async () => failed('unreachable') },
    netsCache: { read: () => null, keep: () => undefined },
    choice: { read: () => null },
    pointOfSale: () => 'Vastaanotto',
    read: () => undefined,
    lastAttempt: () => null,
    quiet: () => false,
    clock: { wallTime: () => '2026-11-27T10:00:00.000Z', after: () => () => undefined },
    changed: () => undefined,
  });

it.each([
  ['Strapi 5’s shape', record],
  ['Strapi 4’s shape', { id: 1, attributes }],
])(
  'a relation that Strapi left out is a missing right, in %s: the terminals are read, and the check says what is missing',
  async (_name, sent) => {
    const source = await read(sent);
    const list = await source.list();
    expect(list).toMatchObject({ ok: true, value: [{ terminalId: '71000001', pointOfSale: null }] });
    expect(judgeStrapi(list)).toMatchObject({ result: 'failed', reason: 'right-missing' });
    expect(checkDetail('strapi', judgeStrapi(list))).toMatch(/oikeutta/);
    const tested = await testConnections({
      nets: { list: async () => ok([]) },
      strapi: source,
      failures: { nets: () => null, strapi: () => null },
    });
    expect(tested.strapi).toEqual({ result: 'right-missing', terminals: 1 });
    const directory = watch(source.list);
    await directory.askSource();
    expect(directory.view()).toMatchObject({
      strapi: 'right-missing',
      sections: [{ pointOfSale: null, terminals: [{ terminalId: '71000001' }] }],
    });
  },
);

it.each([
  ['null', { ...record, pointOfSale: null }],
  ['null in Strapi 4’s shape', { id: 1, attributes: { ...attributes, pointOfSale: { data: null } } }],
  ['a place', placed],
])('a relation that is %s is no missing right', async (_name, sent) => {
  const source = await read(sent);
  expect(judgeStrapi(await source.list())).toMatchObject({ result: 'ok' });
  const directory = watch(source.list);
  await directory.askSource();
  expect(directory.view().strapi).toBe('connected');
});

it('a right that is taken away moves no terminal out of the place where it was seen', async () => {
  let list = (await read(placed)).list;
  const directory = watch(() => list());
  await directory.askSource();
  list = (await read(record)).list;
  await directory.askSource();
  expect(directory.view()).toMatchObject({
    strapi: 'right-missing',
    sections: [{ pointOfSale: 'Vastaanotto', terminals: [{ name: 'Päätelaite I' }] }],
  });
});
