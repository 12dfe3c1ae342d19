import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createDeskLanguage, savedLanguage } from '../../../electron/settings/desk-language.ts';
import { openSettingsStore } from '../../../electron/settings/settings-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'willba-pos-language-'));
const file = join(folder, 'settings.json');
beforeEach(() => rmSync(file, { force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the language of a start', () => {
  it('is Finnish until somebody chooses', () => {
    expect(savedLanguage(folder)).toBeNull();
    expect(createDeskLanguage(null).current()).toBe('fi');
  });

  it('is what was chosen, also before this PC is set up', () => {
    openSettingsStore(folder).writeLanguage('sv');
    expect(savedLanguage(folder)).toBe('sv');
    expect(openSettingsStore(folder).read()).toBeNull();
  });

  it.each(['not JSON', '[]', '"sv"', '{"language":"de"}', '{"language":{}}', '{}'])('is not read from %s', (text) => {
    writeFileSync(file, text);
    expect(savedLanguage(folder)).toBeNull();
  });

  it('is not stored over settings that cannot be read', () => {
    writeFileSync(file, '{ damaged');
    openSettingsStore(folder).writeLanguage('en');
    expect(readFileSync(file, 'utf8')).toBe('{ damaged');
  });
});

describe('what is chosen', () => {
  it('is spoken at once and stored', () => {
    const stored: string[] = [];
    const first = createDeskLanguage('en');
    const language = first.storedBy((wanted) => void stored.push(wanted));
    language.choose('sv', true);
    expect([first.current(), language.current(), stored]).toEqual(['sv', 'sv', ['sv']]);
  });

  it('is for this run only where the file is another account’s', () => {
    const stored: string[] = [];
    const language = createDeskLanguage(null).storedBy((wanted) => void stored.push(wanted));
    language.choose('sv', false);
    expect([language.current(), stored]).toEqual(['sv', []]);
  });

  it('is spoken also where it cannot be stored', () => {
    const language = createDeskLanguage(null).storedBy(() => {
      throw new Error('no room');
    });
    expect(() => language.choose('en', true)).toThrow('no room');
    expect(language.current()).toBe('en');
  });
});
