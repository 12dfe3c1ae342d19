import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { composeForTest } from './program.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

it('settings that were lost say nothing of a terminal: neither its card nor a check calls it deleted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'willba-lost-list-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  const first = composeForTest(folder, 'http://127.0.0.1:1');
  await first.opened();
  expect(await first.execute('chooseTerminal', { terminalId: '71000001' })).toMatchObject({ ok: true });
  await first.close();

  const lost = composeForTest(folder, '', undefined, {
    settings: null,
    settingsDamaged: true,
    secrets: Promise.resolve({ secrets: null, kept: false }),
  });
  cleanups.push(() => lost.close());
  await lost.opened();
  const snapshot = await lost.execute('snapshot', null);
  expect(snapshot).toMatchObject({ ok: true, value: { selling: { problem: 'settings-damaged' } } });
  expect(snapshot).toMatchObject({
    value: { terminals: { chosen: { name: 'Päätelaite I', status: { light: 'red', reason: 'settings-lost' } } } },
  });
  for (const name of ['active', 'id'] as const)
    expect(await lost.execute('runCheck', { name, terminalId: null })).toMatchObject({
      ok: true,
      value: { result: 'unknown', reason: 'settings-lost' },
    });
});
