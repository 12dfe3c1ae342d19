import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createDeskLanguage } from '../../../electron/settings/desk-language.ts';
import type { Language } from '../../../shared/money.ts';
import { composeForTest } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'willba-pos-language-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (name: string, stored: Language[]) =>
  composeForTest(join(folder, name), '', undefined, { language: createDeskLanguage(null).storedBy((wanted) => void stored.push(wanted)) });

test('a language is published, stored, and spoken in the world that is opened next', async () => {
  const stored: Language[] = [];
  const program = start('one', stored);
  const spoken: (Language | undefined)[] = [];
  program.subscribe(({ desk }) => void spoken.push(desk?.language));
  await program.opened();
  expect(await program.execute('chooseLanguage', { language: 'sv' })).toMatchObject({ ok: true });
  await expect.poll(() => spoken).toContain('sv');
  expect(await program.execute('startTraining', null)).toMatchObject({ ok: true });
  const after = await program.execute('snapshot', null);
  expect(after.ok && [after.value.desk.mode, after.value.desk.language]).toEqual(['training', 'sv']);
  expect(await program.execute('chooseLanguage', { language: 'en' })).toMatchObject({ ok: true });
  const inTraining = await program.execute('snapshot', null);
  expect(inTraining.ok && inTraining.value.desk.language).toBe('en');
  expect(stored).toEqual(['sv', 'en']);
  await program.close();
});

test('beside another account’s program it is spoken and not stored', async () => {
  const stored: Language[] = [];
  const first = start('two', []);
  await first.opened();
  const second = start('two', stored);
  await second.opened();
  expect(await second.execute('chooseLanguage', { language: 'sv' })).toMatchObject({ ok: true });
  const after = await second.execute('snapshot', null);
  expect(after.ok && after.value.desk.language).toBe('sv');
  expect(stored).toEqual([]);
  await second.close();
  await first.close();
});
