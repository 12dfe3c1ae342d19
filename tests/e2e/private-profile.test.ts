import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { runProgram } from '../support/desk/program.ts';
import { freshStart } from '../support/desk/started.ts';

const started = freshStart();

test('everything in the profile is this account’s alone, whatever the umask, and an export takes the place of nothing there', async () => {
  const umask = process.umask(0);
  const nets = await openNetsDesk(started).finally(() => process.umask(umask));
  const { userDataDir, desk } = nets;
  await desk.startSale({ amount: '12,50' });
  await desk.waitForOutcome('paid');
  const open = readdirSync(userDataDir, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const stats = lstatSync(join(userDataDir, name), { throwIfNoEntry: false });
    return stats !== undefined && !stats.isSymbolicLink() && (stats.mode & 0o077) !== 0;
  });
  expect(open).toEqual([]);
  for (const name of ['settings.json', 'payments.db', 'reserve.bin', 'secrets.bin', 'Preferences', 'logs/willba-pos.log']) {
    const { code, said } = await runProgram(userDataDir, [`--export-payments=${join(userDataDir, name)}`], { display: false });
    expect(code, name).toBe(1);
    expect(said, name).toHaveLength(1);
  }
  expect(JSON.parse(readFileSync(join(userDataDir, 'settings.json'), 'utf8'))).toHaveProperty('settings');
});
