import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Program, ProgramParts } from '../../../electron/program/compose.ts';
import { noSecrets } from '../../../electron/settings/settings.ts';
import { composeForTest } from './program.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Two of these, each for a property whose file has no `nets`: payments are recorded by hand there and nothing is amiss. */
const secretsOf: readonly (readonly [string, ProgramParts['secrets']])[] = [
  ['with a keyring', Promise.resolve({ secrets: noSecrets, kept: true })],
  ['without a safe storage', Promise.resolve({ secrets: { ...noSecrets, strapiToken: 'token' }, kept: false })],
  ['after a restart without it', Promise.resolve({ secrets: null, kept: false })],
];

async function shownBy(program: Program) {
  const snapshot = await program.execute('snapshot', null);
  if (!snapshot.ok) throw new Error(snapshot.error.code);
  return snapshot.value;
}

it.each(secretsOf)('a property without Nets begins with a record by hand and is warned of nothing, %s', async (_name, secrets) => {
  const folder = mkdtempSync(join(tmpdir(), 'willba-no-nets-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  const program = composeForTest(folder, '', undefined, { secrets });
  cleanups.push(() => program.close());
  await program.opened();
  await secrets;
  const shown = await shownBy(program);
  expect(shown.selling).toMatchObject({ possible: false, problem: 'manual-only' });
  expect(shown.desk.secretsForThisRunOnly).toBe(false);
  expect(shown.form.draft.method).toBe('manual');
  const recorded = await program.execute('recordManualEntry', {
    idempotencyKey: shown.form.draft.form,
    mode: 'production',
    amountMinor: 1_250,
    reference: 'A 113',
    lastFour: '4242',
    receipt: '0017',
    reason: 'Käsin',
    confirmed: [],
  });
  expect(recorded.ok).toBe(true);
  // The next guest's form too.
  expect((await shownBy(program)).form.draft).toMatchObject({ amountText: '', method: 'manual' });
});
