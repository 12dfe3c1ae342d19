import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readSource, sourcesIn } from '../../support/imports.ts';

const isLibrary = (specifier: string): boolean => !/^(?:\.|\/|node:)/.test(specifier);

/** The file that a specifier means to a file of Node's, or null where it is Node's own. */
function resolved(specifier: string, from: string): string | null {
  try {
    const path = isLibrary(specifier) ? fileURLToPath(import.meta.resolve(specifier, `file://${from}`)) : join(dirname(from), specifier);
    return createRequire(from).resolve(path);
  } catch {
    return null;
  }
}

/** Every file of libraries that the main process loads with this entry, as far as they are named in plain words. */
function filesBehind(entry: string, from: string, seen = new Set<string>()): Set<string> {
  const path = resolved(entry, from);
  if (path === null || seen.has(path) || !/\.[cm]?js$/.test(path)) return seen;
  seen.add(path);
  for (const next of readSource(path, readFileSync(path, 'utf8')).imports) {
    if (next !== 'electron' && !next.startsWith('node:')) filesBehind(next, path, seen);
  }
  return seen;
}

/** A library that listens on a channel of its own asks no sender who it is: the one door is `ipc/bind.ts`. */
it('no library of the main process touches ipcMain', () => {
  const main = sourcesIn('electron').filter(({ path }) => path !== 'electron/preload.ts');
  const entries = [...new Set(main.flatMap(({ imports }) => imports.filter(isLibrary)))].filter((entry) => entry !== 'electron');
  expect(entries).toContain('undici');
  const root = fileURLToPath(new URL('../../../package.json', import.meta.url));
  const touching = entries.flatMap((entry) =>
    [...filesBehind(entry, root)].filter((path) => /\bipcMain\b/.test(readFileSync(path, 'utf8'))).map((path) => `${entry}: ${path}`),
  );
  expect(touching).toEqual([]);
});

it('ipcMain itself is touched by the door alone', () => {
  const touching = sourcesIn('electron').filter(({ globals }) => globals.has('ipcMain'));
  expect(touching.map(({ path }) => path)).toEqual(['electron/ipc/bind.ts']);
});
