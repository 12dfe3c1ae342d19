import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { StateCreator } from 'zustand';
import { designTable, type Written } from '../../support/outcomes/design-table.ts';
import type { Outcome } from '../../support/outcomes/outcome.ts';
import { outcomes } from '../../support/outcomes/outcomes.ts';

// A page that is rendered to text shows a store's first state: here it shows the present one, as in a window.
vi.mock('zustand', async (load) => {
  const zustand = await load<typeof import('zustand')>();
  const create = (initialise: StateCreator<unknown>) => {
    const store = zustand.createStore(initialise);
    return Object.assign((select: (state: unknown) => unknown) => select(store.getState()), store);
  };
  return { ...zustand, create };
});
vi.stubGlobal('window', { pos: {}, matchMedia: () => ({ addEventListener: () => undefined, matches: false }) });
vi.stubGlobal('document', { getElementById: () => null });

const { looks } = await import('../../../renderer/payment/looks.ts');
const { meanings, meaningOf } = await import('../../../renderer/payment/meaning.ts');
const { OutcomeScreen } = await import('../../../renderer/screens/outcome/OutcomeScreen.tsx');
const { ReadRow } = await import('../../../renderer/screens/payments/PaymentRow.tsx');
const { TodayRow } = await import('../../../renderer/screens/today/TodayRow.tsx');
const { UnclearScreen } = await import('../../../renderer/screens/unclear/UnclearScreen.tsx');
const { useView } = await import('../../../renderer/stores/view.ts');

const table = designTable();
const written = (meaning: string): Written | undefined => table.find((row) => row.meaning === meaning);

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\s+/g, ' ');

/** What stands on the screen, read as a browser would. */
function read(html: string) {
  const [, tone, size, shape] = /<svg class="mark mark--(\w+) mark--(\w+)[^"]*" data-shape="([\w-]+)"/.exec(html) ?? [];
  const sums = [...html.matchAll(/(?:window__sum|row-sum) (?:window__sum|row-sum)--(\w+) number">(.*?)<\/(?:p|span)>/g)];
  return {
    ...{ tone, size, shape },
    ground: /window window--(\w+)/.exec(html)?.[1],
    heading: plain(/<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1] ?? ''),
    form: sums[0]?.[1],
    sums: sums.map(([, , text = '']) => plain(text).trim()),
    isStruck: /<s>/.test(html),
    onEnter: /aria-keyshortcuts="Enter"[^>]*>\s*<span class="button__text">([^<]*)/.exec(html)?.[1] ?? null,
    tag: /window__tag">([^<]*)/.exec(html)?.[1] ?? null,
    words: plain(html),
  };
}

function screenOf({ payment, isAlarm = false }: Outcome): string {
  useView.setState({ openedAsLate: isAlarm ? payment.id : null });
  const Screen = payment.state === 'checking' || payment.state === 'unresolved' ? UnclearScreen : OutcomeScreen;
  return renderToStaticMarkup(createElement(Screen, { payment }));
}

function rowsOf({ payment, isAlarm = false }: Outcome): readonly string[] {
  useView.setState({ openedAsLate: isAlarm ? payment.id : null });
  const place = {
    place: 0,
    id: 'row',
    className: 'grid__row',
    frame: { height: 56, transform: '' },
    isActive: false,
    language: 'fi',
  } as const;
  return [renderToStaticMarkup(createElement(TodayRow, { payment })), renderToStaticMarkup(createElement(ReadRow, { payment, ...place }))];
}

/** What stands in a frame under the heading. */
const tags: Readonly<Record<string, string>> = {
  record: 'Vain kirjaus',
  'record-not': 'Vain kirjaus',
  signature: 'Allekirjoitus tarkistamatta',
  'other-card': 'Eri kortille kuin veloitettiin',
  'signature-refused': 'Allekirjoitusta ei hyväksytty',
};

const comparing =
  (faults: string[]) =>
  (what: string, seen: unknown, wanted: unknown): void => {
    if (JSON.stringify(seen) !== JSON.stringify(wanted)) faults.push(`${what}: ${JSON.stringify(seen)}, not ${JSON.stringify(wanted)}`);
  };

/** The same of the screen that opens. */
function misreadScreen(outcome: Outcome, row: Written): readonly string[] {
  const faults: string[] = [];
  const same = comparing(faults);
  const screen = read(screenOf(outcome));
  same('tone', screen.tone, row.tone);
  same('ground', screen.ground, row.tone);
  same('shape', screen.shape, row.shape);
  same('form', screen.form, row.sum);
  same('struck', screen.isStruck, row.sum === 'struck');
  same('sums', screen.sums, outcome.second === undefined ? [outcome.sum] : [outcome.sum, outcome.second]);
  same('heading', screen.heading, outcome.heading);
  same('heading in the table', row.headings.includes(outcome.heading), true);
  same('on Enter', screen.onEnter, outcome.payment.restMinor > 0 ? null : row.enter);
  same('tag', screen.tag, outcome.meaning === 'return-unclear' ? outcome.row : (tags[outcome.meaning] ?? null));
  return faults;
}

/** What a person would read wrongly; empty if the outcome looks as it is written down. */
function misread(outcome: Outcome): readonly string[] {
  const row = written(outcome.meaning);
  if (row === undefined) return [`${outcome.meaning} is not in the table`];
  const faults: string[] = [];
  const same = comparing(faults);
  if (outcome.meaning !== 'running') faults.push(...misreadScreen(outcome, row));
  for (const html of rowsOf(outcome)) {
    const line = read(html);
    same('row: tone', line.tone, row.tone);
    same('row: shape', line.shape, row.shape);
    same('row: form', line.form, row.sum);
    same('row: sum', line.sums, [outcome.sum]);
    same('row: words', line.words.includes(outcome.row), true);
  }
  return faults;
}

afterEach(() => useView.setState({ openedAsLate: null }));
afterAll(() => vi.unstubAllGlobals());

describe('one meaning, one look', () => {
  it.each(outcomes.map((outcome) => [outcome.name, outcome] as const))('%s', (_, outcome) => {
    expect(meaningOf(outcome.payment, outcome.isAlarm)).toBe(outcome.meaning);
    expect(misread(outcome)).toEqual([]);
  });

  it('is written down for every meaning, and each is seen here', () => {
    expect(table.map(({ meaning }) => meaning)).toEqual(meanings);
    expect(outcomes.length).toBeGreaterThanOrEqual(60);
    const seen = new Set(outcomes.map(({ meaning }) => meaning));
    expect(meanings.filter((meaning) => !seen.has(meaning))).toEqual([]);
  });

  it('is another one for every other meaning, without colour too', () => {
    const withoutColour = meanings.map((meaning) => `${looks[meaning].shape} ${looks[meaning].sum} ${looks[meaning].enter}`);
    expect(new Set(withoutColour).size).toBe(meanings.length);
  });

  it('is missed by nobody: any two looks that are swapped are noticed', () => {
    const seen = outcomes.filter(({ meaning }, at) => outcomes.findIndex((other) => other.meaning === meaning) === at);
    const table = looks as Record<string, (typeof looks)['money-in']>;
    const unnoticed: string[] = [];
    for (const [at, one] of seen.entries())
      for (const other of seen.slice(at + 1)) {
        const [first, second] = [looks[one.meaning], looks[other.meaning]];
        Object.assign(table, { [one.meaning]: second, [other.meaning]: first });
        if (misread(one).length === 0 || misread(other).length === 0) unnoticed.push(`${one.meaning} and ${other.meaning}`);
        Object.assign(table, { [one.meaning]: first, [other.meaning]: second });
      }
    expect(unnoticed).toEqual([]);
    expect(outcomes.flatMap(misread)).toEqual([]);
  });
});
