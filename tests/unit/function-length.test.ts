import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, projectRoot } from '../support/imports.ts';
import { children, isNode, type Node, nameOf, parse } from '../support/syntax-tree.ts';

const LONGEST = 65;

/** The functions that may be longer, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'electron/desk/day-rows.ts createDayRows': 'two lines over: the rows by their id and by their order are one memory',
  'electron/desk/today.ts createToday': 'one line over: the list of the day and how many rows it shows',
};

type LongFunction = { readonly name: string; readonly lines: number };

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** A function's body from its first line to its last, with all that is written inside it: a factory counts as one. */
function longFunctions(path: string, text: string): LongFunction[] {
  const found: LongFunction[] = [];
  function visit(node: Node, name: string): void {
    const own = nameOf(node['id']) ?? nameOf(node['key']) ?? name;
    const { body, end } = node;
    if (node.type.includes('Function') && isNode(body)) {
      const lines = lineAt(text, Number(end)) - lineAt(text, Number(body['start'])) + 1;
      if (lines > LONGEST) found.push({ name: own, lines });
    }
    for (const child of children(node)) visit(child, own);
  }
  for (const statement of parse(path, text)) visit(statement, path);
  return found;
}

const all = filesIn('electron', 'renderer', 'shared')
  .filter((path) => /\.tsx?$/.test(path))
  .flatMap((path) => longFunctions(path, readFileSync(join(projectRoot, path), 'utf8')).map((found) => ({ path, ...found })));

describe('the length of functions', () => {
  it(`no function of the program is longer than ${LONGEST} lines`, () => {
    const sentences = all
      .filter(({ path, name }) => !(`${path} ${name}` in EXCEPTIONS))
      .map(({ path, name, lines }) => `${name} in ${path} has ${lines} lines: part it by what it is about`);
    expect(sentences).toEqual([]);
  });

  it('no exception is left over from a function that is short by now', () => {
    const known = new Set(all.map(({ path, name }) => `${path} ${name}`));
    expect(Object.keys(EXCEPTIONS).filter((exception) => !known.has(exception))).toEqual([]);
  });

  it('a long function is noticed, whatever form it has, and one of the allowed length is not', () => {
    const lines = (count: number): string => 'work();\n'.repeat(count);
    const planted = [
      `export function declared() {\n${lines(LONGEST - 1)}}`,
      `const arrow = () => {\n${lines(LONGEST - 1)}};`,
      `const made = { method() {\n${lines(LONGEST - 1)}} };`,
      `function outer() {\nconst inner = () => {\n${lines(LONGEST - 3)}};\n}`,
      `function allowed() {\n${lines(LONGEST - 2)}}`,
    ].join('\n');
    expect(longFunctions('planted.ts', planted)).toEqual([
      { name: 'declared', lines: LONGEST + 1 },
      { name: 'arrow', lines: LONGEST + 1 },
      { name: 'method', lines: LONGEST + 1 },
      { name: 'outer', lines: LONGEST + 1 },
    ]);
  });
});
