import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, projectRoot } from '../../support/imports.ts';

/** What a file loads when it runs: types are gone by then. */
function loadedBy(path: string, text: string): string[] {
  const found = text.matchAll(/^(?:import|export)(?!\s+type\b)\s+(?:([^;']*?)\s+from\s+)?'([^']+)';|\bimport\('([^']+)'\)/gms);
  return [...found].flatMap(([, names, from, later]) => {
    const isTypesOnly = names !== undefined && /^\{\s*type\s[^}]*\}$/.test(names) && !/,\s*(?!type\b)\w/.test(names);
    const specifier = from ?? later ?? '';
    if (isTypesOnly) return [];
    return specifier.startsWith('.') ? [relative(projectRoot, join(projectRoot, dirname(path), specifier))] : [specifier];
  });
}

/** The way from a file to zod: `a.ts → b.ts → zod`; null if there is none. */
function wayToZod(start: string): string | null {
  const seen = new Set<string>([start]);
  const waiting: string[][] = [[start]];
  for (let chain = waiting.shift(); chain !== undefined; chain = waiting.shift()) {
    const path = chain.at(-1) ?? '';
    for (const next of loadedBy(path, readFileSync(join(projectRoot, path), 'utf8'))) {
      if (next === 'zod') return [...chain, next].join(' → ');
      if (seen.has(next) || !/\.tsx?$/.test(next) || !existsSync(join(projectRoot, next))) continue;
      seen.add(next);
      waiting.push([...chain, next]);
    }
  }
  return null;
}

describe('the window', () => {
  it('loads no schemas, which are the slowest part of a start and try to make code out of text', () => {
    const files = filesIn('renderer').filter((path) => /\.tsx?$/.test(path));
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((path) => wayToZod(path) ?? [])).toEqual([]);
  });

  it('and the search would notice', () => {
    expect(wayToZod('shared/ipc/contract.ts')).toMatch(/ → zod$/);
    expect(loadedBy('renderer/x.ts', "import { type A, b } from '../shared/paper.ts';")).toEqual(['shared/paper.ts']);
    expect(loadedBy('renderer/x.ts', "import { type A, type B } from '../shared/paper.ts';")).toEqual([]);
    expect(loadedBy('renderer/x.ts', "import type { A } from '../shared/paper.ts';\nimport '../shared/y.ts';")).toEqual(['shared/y.ts']);
    expect(loadedBy('renderer/x.ts', "const x = import('../shared/paper.ts');")).toEqual(['shared/paper.ts']);
  });
});
