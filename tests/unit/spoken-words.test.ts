import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fi } from '../../shared/texts/fi/index.ts';
import { filesIn, projectRoot } from '../support/imports.ts';
import { type Spoken, spokenIn, vocabularyOf } from '../support/spoken-words.ts';

/** Where words stand that are not this program's own, and why. */
const NOT_OURS: Readonly<Record<string, string>> = {
  'electron/training/':
    'plays terminals: their names, displays and receipts are what Nets and a maker write, in the language of the terminal',
};

const textsOf = (branch: object): string[] =>
  Object.values(branch).flatMap((value) => (typeof value === 'string' ? [value] : textsOf(value)));
const vocabulary = vocabularyOf(textsOf(fi));
const sources = filesIn('electron', 'renderer', 'shared').filter((path) => /\.tsx?$/.test(path) && !path.startsWith('shared/texts/'));
const spoken = (path: string) => spokenIn(path, readFileSync(join(projectRoot, path), 'utf8'), vocabulary);

const sentenceOf = ({ path, line, text }: Spoken): string => `${path}:${line} says "${text}": move it to shared/texts.`;
const isNotOurs = (path: string): boolean => Object.keys(NOT_OURS).some((place) => path.startsWith(place));

describe('every word that a person reads', () => {
  it('stands in the catalogue', () => {
    const found = sources.filter((path) => !isNotOurs(path)).flatMap(spoken);
    expect(found, found.map(sentenceOf).join('\n')).toEqual([]);
  });

  it('and no place is excused that needs no excuse', () => {
    for (const place of Object.keys(NOT_OURS)) {
      expect(sources.filter((path) => path.startsWith(place)).flatMap(spoken), place).not.toEqual([]);
    }
  });
});

describe('the search would notice', () => {
  const found = (text: string): string[] => spokenIn('renderer/x.tsx', `const before = 1;\n${text}`, vocabulary).map(sentenceOf);

  it.each([
    ["const leave = 'Älä sulje';", 'Älä sulje'],
    // Without a letter that gives it away.
    ["const box = { message: 'Ikkuna ei pysy auki' };", 'Ikkuna ei pysy auki'],
    ["buttons: ['Sulje ohjelma']", 'Sulje ohjelma'],
    ["const cancel = 'Peruuta';", 'Peruuta'],
    [`const text = \`Maksa \${sum}\`;`, 'Maksa'],
    [`const text = \`Korttia voidaan \${may}.\`;`, 'Korttia voidaan'],
    ["type Leave = 'Sulje silti';", 'Sulje silti'],
    ['const x = <p>Pay now</p>;', 'Pay now'],
    ['const x = <Dialog title="Pay now" />;', 'Pay now'],
    ['const x = <input aria-label="Amount" />;', 'Amount'],
    ["throw new Error('Maksua ei ole');", 'Maksua ei ole'],
  ])('%s', (text, words) => {
    expect(found(text)).toEqual([`renderer/x.tsx:2 says "${words}": move it to shared/texts.`]);
  });

  it.each([
    "const text = t('closing.leave.sale');",
    "throw new Error('the journal cannot be opened');",
    "const code = 'not-connected';",
    "const url = 'https://connectcloud.nets.eu/v1/terminal';",
    'const sql = `SELECT id FROM payments WHERE state_name = ?`;',
    '// Älä sulje\nconst x = /Älä sulje/;',
    'const x = <p className="notice__title">{t(key)} · {sum}</p>;',
    "const brand = 'VISA';",
  ])('but not in: %s', (text) => expect(found(text)).toEqual([]));
});
