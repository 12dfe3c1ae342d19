import { children, cookedOf, isNode, type Node, nameOf, parse, textOf } from './syntax-tree.ts';

/** What is wrong with the texts, in sentences that say where. */
export type Fault = string;

export type Leaves = ReadonlyMap<string, string>;

/** Every text of a catalogue by its key: `sale.paySum`. */
export function leavesOf(branch: object, path = ''): Map<string, string> {
  const entries = Object.entries(branch).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : [...leavesOf(value, `${path}${key}.`)],
  );
  return new Map(entries);
}

const gapsOf = (text: string): string => [...new Set(text.match(/\{\{.*?\}\}/g) ?? [])].sort().join(' ');

/** What another language has less, more or otherwise than Finnish. */
export function compare(finnish: Leaves, other: Leaves, language: string): Fault[] {
  const missing = [...finnish.keys()].filter((key) => !other.has(key)).map((key) => `${language} lacks ${key}`);
  const extra = [...other.keys()].filter((key) => !finnish.has(key)).map((key) => `${language} has ${key}, which Finnish lacks`);
  const otherGaps = [...finnish]
    .filter(([key, text]) => other.has(key) && gapsOf(text) !== gapsOf(other.get(key) ?? ''))
    .map(([key, text]) => `${key} needs ${gapsOf(text) || 'no values'}, but in ${language} ${gapsOf(other.get(key) ?? '') || 'none'}`);
  const empty = [...other]
    .filter(([key, text]) => text.trim() === '' && finnish.get(key) !== '')
    .map(([key]) => `${language} has no text for ${key}`);
  return [...missing, ...extra, ...otherGaps, ...empty];
}

/** Counted texts need a member for each form that the language's numbers have, and the one for many says the number. */
export function plurals(leaves: Leaves, locale: string): Fault[] {
  const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const bases = new Set([...leaves.keys()].flatMap((key) => /^(.*)_(?:zero|one|two|few|many|other)$/.exec(key)?.[1] ?? []));
  return [...bases].flatMap((base) => [
    ...needed.filter((form) => !leaves.has(`${base}_${form}`)).map((form) => `${locale} lacks ${base}_${form}`),
    ...(leaves.get(`${base}_other`)?.includes('{{count}}') === false ? [`${locale} does not say the number in ${base}_other`] : []),
  ]);
}

/** The strings of sources, the names of their members, and their templates as patterns in which a filled-in part is a group without a point. */
export type Mentions = { readonly words: ReadonlySet<string>; readonly names: ReadonlySet<string>; readonly patterns: readonly RegExp[] };

type SourceText = { readonly path: string; readonly text: string };

/** @param others where the parts that are filled in may be named as well. */
export function mentionsIn(sources: readonly SourceText[], others: readonly SourceText[] = []): Mentions {
  const words = new Set<string>();
  const names = new Set<string>();
  const patterns: RegExp[] = [];
  const visit = (node: Node, asks: boolean): void => {
    const text = textOf(node);
    if (text !== null) (asks ? words : names).add(text);
    const name = nameOf(node['key']);
    if (name !== null) names.add(name);
    const pattern = asks && node.type === 'TemplateLiteral' ? patternOf(node) : null;
    if (pattern !== null) patterns.push(pattern);
    for (const child of children(node)) visit(child, asks);
  };
  for (const { path, text } of sources) for (const statement of parse(path, text)) visit(statement, true);
  for (const { path, text } of others) for (const statement of parse(path, text)) visit(statement, false);
  return { words, names, patterns };
}

/** Null where a template says no whole part of a key, or too little of one part: it would fit everything. */
function patternOf(template: Node): RegExp | null {
  const quasis: readonly unknown[] = Array.isArray(template['quasis']) ? template['quasis'] : [];
  const pieces = quasis.filter(isNode).map((piece) => cookedOf(piece) ?? '');
  if (pieces.length < 2 || !/(?:^|\.)[\w-]+\.|\.[\w-]+(?:\.|$)|^[a-z]{3,}-\0$/.test(pieces.join('\0'))) return null;
  return new RegExp(`^${pieces.map((piece) => piece.replace(/[.*+?^$(){}|[\]\\]/g, '\\$&')).join('([^.]+)')}$`);
}

/** Keys that no source asks for. A counted key is asked for without its form; what fills a template must be named somewhere. */
export const unused = (keys: Iterable<string>, { words, names, patterns }: Mentions): string[] => {
  const isWord = (part: string): boolean => words.has(part) || names.has(part);
  const isNamed = (part: string): boolean =>
    isWord(part) || patterns.some((pattern) => pattern.exec(part)?.slice(1).every(isWord) === true);
  const fits = (key: string, pattern: RegExp): boolean => pattern.exec(key)?.slice(1).every(isNamed) === true;
  return [...keys].filter((key) => {
    const asked = key.replace(/_(?:one|other)$/, '');
    return ![key, asked].some((each) => words.has(each) || patterns.some((pattern) => fits(each, pattern)));
  });
};

/** Keys that are read as members, by their own name or by a name that is only known at run time: `words.kinds[kind]`. */
export const unreadMembers = (keys: Iterable<string>, text: string): string[] =>
  [...keys].filter((key) => {
    const [branch, leaf] = key.split('.').slice(-2);
    return !new RegExp(`\\b${leaf}\\b|['"]${leaf}['"]|\\b${branch}\\s*(?:\\[|\\))`).test(text);
  });
