import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Program } from '../../../electron/program/compose.ts';
import { startConnectCloud } from '../../support/connect-cloud/index.ts';
import { provisionedTerminals, testCredentials } from '../../support/provisioning.ts';
import { composeForTest, sale } from './program.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const [I, II] = ['71000001', '71000002'] as const;
const named = (names: Readonly<Record<string, string>>) =>
  provisionedTerminals.map((terminal) => ({ ...terminal, name: names[terminal.terminalId] ?? terminal.name }));
const swapped = named({ [I]: 'Päätelaite II', [II]: 'Päätelaite I' });

/** A PC on which Päätelaite I was chosen; each start finds the customer's list with the names that it is given. */
async function remembered() {
  const folder = mkdtempSync(join(tmpdir(), 'willba-renamed-'));
  const cloud = await startConnectCloud({ ...testCredentials, latestAfterMs: 0 });
  cleanups.push(
    () => rmSync(folder, { recursive: true, force: true }),
    () => cloud.close(),
  );
  let program: Program | null = null;
  cleanups.push(() => program?.close());
  const start = async (terminals = named({})): Promise<Program> => {
    await program?.close();
    program = composeForTest(folder, cloud.baseUrl, undefined, { overrides: { terminals } });
    await program.opened();
    return program;
  };
  expect(await (await start()).execute('chooseTerminal', { terminalId: I })).toMatchObject({ ok: true });
  const posts = () => cloud.count({ method: 'POST', path: /\/transaction$/ });
  return { start, posts };
}

const chosenOf = async (program: Program) => {
  const snapshot = await program.execute('snapshot', null);
  return snapshot.ok ? snapshot.value.terminals.chosen : null;
};
const question = { ok: false, error: { code: 'confirmation-needed', moneyMoved: 'no', warnings: ['terminal-renamed'] } };

it('names that were swapped are asked about before the next sale, with both names on the card, and once', async () => {
  const { start, posts } = await remembered();
  const program = await start(swapped);
  expect(await chosenOf(program)).toMatchObject({ terminalId: I, name: 'Päätelaite II', formerName: 'Päätelaite I' });
  const asked = { ...sale(), terminalId: I };
  expect(await program.execute('startSale', asked)).toMatchObject(question);
  // A question that nobody answered is asked again, also after a restart.
  const again = await start(swapped);
  expect(await again.execute('startSale', { ...asked, idempotencyKey: 'another-form' })).toMatchObject(question);
  expect(posts()).toBe(0);
  expect(await again.execute('startSale', { ...asked, idempotencyKey: 'another-form', confirmed: ['terminal-renamed'] })).toMatchObject({
    ok: true,
  });
  expect(await chosenOf(again)).not.toHaveProperty('formerName');
  const later = await start(swapped);
  expect(await chosenOf(later)).not.toHaveProperty('formerName');
});

it('a name that changes again between question and answer is asked about anew', async () => {
  const { start, posts } = await remembered();
  const program = await start(swapped);
  const asked = { ...sale(), terminalId: I };
  expect(await program.execute('startSale', asked)).toMatchObject(question);
  const third = await start(named({ [I]: 'Aulan pääte' }));
  expect(
    await third.execute('startSale', { ...asked, shown: { terminalId: I, name: 'Päätelaite II' }, confirmed: ['terminal-renamed'] }),
  ).toMatchObject({
    ok: false,
    error: { code: 'terminal-changed' },
  });
  expect(posts()).toBe(0);
});

it('choosing a terminal under its new name answers the question', async () => {
  const { start } = await remembered();
  const program = await start(swapped);
  await program.execute('chooseTerminal', { terminalId: I });
  expect(await chosenOf(program)).not.toHaveProperty('formerName');
  expect(await program.execute('startSale', { ...sale(), terminalId: I })).toMatchObject({ ok: true });
});

it('nobody is asked where the name reads the same, nor about a terminal that is not this PC’s', async () => {
  const { start } = await remembered();
  const program = await start(named({ [I]: '  PÄÄTELAITE   Ⅰ ', [II]: 'Toinen' }));
  expect(await chosenOf(program)).not.toHaveProperty('formerName');
  expect(await program.execute('startSale', { ...sale(), terminalId: II })).toMatchObject({ ok: true });
});
