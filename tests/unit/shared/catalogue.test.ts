import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../../shared/texts/en/index.ts';
import { fi } from '../../../shared/texts/fi/index.ts';
import { sv } from '../../../shared/texts/sv/index.ts';
import { compare, leavesOf, mentionsIn, plurals, unreadMembers, unused } from '../../support/catalogue-judge.ts';
import { filesIn, projectRoot } from '../../support/imports.ts';

const finnish = leavesOf(fi);
const read = (...folders: string[]) =>
  filesIn(...folders)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(projectRoot, path), 'utf8') }));

/** What main reads as members, not by keys. */
const ofMain: Readonly<Record<string, readonly string[]>> = {
  'boxes.': ['electron/shell', 'electron/desk'],
  'receipt.paper.': ['electron/receipts'],
  'payments.csv.': ['electron/history'],
  'payments.file': ['electron/history'],
  'dayClose.': ['electron/day-close'],
};

describe.each([
  ['sv', leavesOf(sv)],
  ['en', leavesOf(en)],
])('the texts in %s', (language, leaves) => {
  it('have the keys and the gaps of the Finnish ones', () => expect(compare(finnish, leaves, language)).toEqual([]));
  it('count as the language does', () => expect(plurals(leaves, language)).toEqual([]));
  it('were translated', () => {
    const same = [...leaves].filter(([key, text]) => text === finnish.get(key) && /\p{Ll}{5}/u.test(text.replace(/\{\{.*?\}\}/g, '')));
    // Names, and words that are the same in both languages.
    expect(same.filter(([, text]) => !/^(?:Willba POS|Strapi|Willba|Result {{result}})$/.test(text))).toEqual([]);
  });
});

it('count in Finnish', () => expect(plurals(finnish, 'fi')).toEqual([]));

it('no text is kept that nobody shows', () => {
  const others = read('electron', 'shared').filter(({ path }) => !path.startsWith('shared/texts/'));
  const byKey = unused(finnish.keys(), mentionsIn(read('renderer'), others));
  const unread = byKey.filter((key) => {
    const place = Object.keys(ofMain).find((prefix) => key.startsWith(prefix));
    return (
      place === undefined ||
      unreadMembers(
        [key],
        read(...(ofMain[place] ?? []))
          .map(({ text }) => text)
          .join('\n'),
      ).length > 0
    );
  });
  expect(unread).toEqual([]);
});

describe('what is wrong is found', () => {
  const leaves = new Map(
    Object.entries({ 'sale.pay': 'Maksa {{sum}}', 'today.rows_one': '{{count}} rivi', 'today.rows_other': '{{count}} riviä' }),
  );
  const changed = (key: string, text: string | null): Map<string, string> => {
    const other = new Map(leaves);
    if (text === null) other.delete(key);
    else other.set(key, text);
    return other;
  };

  it.each([
    ['a missing key', changed('sale.pay', null), ['sv lacks sale.pay']],
    ['an extra key', changed('sale.extra', 'Mer'), ['sv has sale.extra, which Finnish lacks']],
    ['another gap', changed('sale.pay', 'Betala {{summa}}'), ['sale.pay needs {{sum}}, but in sv {{summa}}']],
    ['no gap', changed('sale.pay', 'Betala'), ['sale.pay needs {{sum}}, but in sv none']],
    ['no text', changed('today.rows_one', ' '), ['today.rows_one needs {{count}}, but in sv none', 'sv has no text for today.rows_one']],
  ])('%s', (_what, other, faults) => expect(compare(leaves, other, 'sv')).toEqual(faults));

  it('half a pair', () => expect(plurals(changed('today.rows_one', null), 'sv')).toEqual(['sv lacks today.rows_one']));
  it('many without their number', () =>
    expect(plurals(changed('today.rows_other', 'rader'), 'sv')).toEqual(['sv does not say the number in today.rows_other']));

  it('a text that nobody shows', () => {
    const source = (text: string) => mentionsIn([{ path: 'renderer/x.ts', text }]);
    expect(unused(leaves.keys(), source("t('sale.pay'); tCount('today.rows', 2);"))).toEqual([]);
    expect(unused(leaves.keys(), source("tCount('today.rows', 2);"))).toEqual(['sale.pay']);
    const gap = (name: string): string => ['$', `{${name}}`].join('');
    expect(
      unused(leaves.keys(), source(`t(\`sale.${gap('what')}\`); type What = 'pay'; const all = \`${gap('a')}.${gap('b')}\`;`)),
    ).toEqual(['today.rows_one', 'today.rows_other']);
    expect(unused(['sale.pay'], source(`t(\`sale.${gap('what')}\`); type What = 'paid';`))).toEqual(['sale.pay']);
    expect(unreadMembers(['paper.marks.copy', 'paper.marks.gone'], 'words.marks.copy')).toEqual(['paper.marks.gone']);
    expect(unreadMembers(['paper.kinds.sale'], 'words.kinds[payment.kind]')).toEqual([]);
  });
});
