import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../support/imports.ts';

/** Made by a tool or a run, and no part of the project. */
const NOT_OURS = ['node_modules', '.git', '.cache', 'out', 'dist', 'demo-output', 'test-results', 'playwright-report', 'coverage'];

/** Every file and folder of the project, from its root, with `/`. */
const ours = pathsIn(projectRoot);
const folderNames = new Set(ours.flatMap((path) => path.split('/').slice(0, -1)));
const documents = ours.filter((path) => /^[A-Z]+\.md$|^docs\/.+\.md$/.test(path));

function pathsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.includes(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return [relative(projectRoot, path).split(sep).join('/'), ...(entry.isDirectory() ? pathsIn(path) : [])];
    });
}

const ENDINGS = /\.(?:tsx?|m?js|cjs|md|css|json|ya?ml|html|grit|png)$/;

/** What stands in backticks and reads as a path of this repository: a file by its ending, or a folder that we have a name of. */
function pathsNamedIn(text: string): string[] {
  const named = [...text.replace(/^```.*?^```/gms, '').matchAll(/`([^`\n]+)`/g)].map((found) => found[1] ?? '');
  return named.filter((each) => /^[\w.<>*/-]+$/.test(each) && !each.includes('//')).filter(isPath);
}

function isPath(text: string): boolean {
  const [first = '', ...rest] = text.split('/');
  return ENDINGS.test(text) || (rest.length > 0 && folderNames.has(first));
}

/**
 * Whether it is there, written from the root or, where the program has it, by its last parts alone (`runner/runner.ts`), with or without
 * its ending. `<name>` and `*` stand for any one name. A name alone may be anywhere.
 */
function isThere(path: string): boolean {
  const words = path
    .replace(/\/$/, '')
    .replace(/<[^>]*>|\*/g, '\0')
    .replace(/[.+]/g, '\\$&')
    .replaceAll('\0', '[^/]+');
  const place = words.includes('/') ? '^(?:(?:electron|renderer|shared)/(?:.+/)?)?' : '(?:^|/)';
  const wanted = new RegExp(`${place}${words}(?:\\.tsx?)?$`);
  return ours.some((each) => wanted.test(each));
}

const gone = (text: string): string[] => pathsNamedIn(text).filter((path) => !isThere(path));

describe('the documents', () => {
  it.each(documents)('%s names only files that are there', (path) => {
    expect(gone(readFileSync(join(projectRoot, path), 'utf8'))).toEqual([]);
  });

  it.each(documents)('%s links only to files that are there', (path) => {
    const text = readFileSync(join(projectRoot, path), 'utf8');
    const links = [...text.matchAll(/\]\(([^)#\s]+)/g)].map((found) => found[1] ?? '').filter((to) => !/^[a-z]+:/.test(to));
    const targets = links.map((to) => join(path, '..', to).split(sep).join('/').replace(/\/$/, ''));
    expect(targets.filter((target) => !ours.includes(target))).toEqual([]);
  });

  it.each(documents)('%s names only commands that npm knows', (path) => {
    const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
    const named = [...readFileSync(join(projectRoot, path), 'utf8').matchAll(/npm run ([\w:-]+)/g)].map((found) => found[1] ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('are read as far as they go', () => {
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'ARCHITECTURE.md', 'docs/guarantees.md']));
    expect(pathsNamedIn(readFileSync(join(projectRoot, 'ARCHITECTURE.md'), 'utf8')).length).toBeGreaterThan(50);
  });

  it.each([
    '`electron/payments/runner.ts`',
    '`payments/times.ts`',
    '`shared/nothing/`',
    '`screens/<screen>/nothing.ts`',
    '`tests/nowhere`',
  ])('would notice %s', (text) => {
    expect(gone(text)).toHaveLength(1);
  });

  it.each([
    ['a path from the root', '`electron/payments/core/times.ts`'],
    ['the last parts of one', '`core/times.ts` and `payments/core/transition`'],
    ['a name that stands for others', '`shared/texts/<language>/` and `tests/planted/*.mjs`'],
    ['what is no path', '`refused/not-sent`, `npm test -- e2e`, `https://x.example/y.json`, `window.pos`, `tests → x.ts`'],
  ])('takes %s', (_what, text) => {
    expect(gone(text)).toEqual([]);
  });
});
