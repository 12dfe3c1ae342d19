import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circlesIn } from '../support/import-circles.ts';
import { filesIn, packageOf, projectRoot, readSource, resolveImport, type Source, sourcesIn, type Target } from '../support/imports.ts';

/**
 * Who may know whom (ARCHITECTURE.md), as one table. A folder knows itself, and besides that only what its row says:
 * our own folders and files by path, packages by name, `node:` for Node's own modules. The longest path that fits a file
 * is its row. A new subject of `electron/` may know what every subject may; any other file without a row fails until somebody
 * decides what it may know.
 */
/** What joins the subjects, and what stands around them. Every other folder of `electron/` is a subject of the business. */
const AROUND_SUBJECTS = ['program', 'ipc', 'shell'];
const SUBJECTS = foldersIn('electron')
  .filter((name) => !AROUND_SUBJECTS.includes(name))
  .map((name) => `electron/${name}/`);
/** What a new subject may know before anybody decides more for it: what both sides agree on, and what a part is. */
const NEW_SUBJECT = ['shared/', 'electron/program/part.ts', 'electron/program/publication.ts'];
/** What all of the window may use. */
const BELOW = ['renderer/stores/', 'renderer/i18n/', 'renderer/keys/', 'renderer/time/'];
/** One row a screen, so that none knows another. */
const SCREENS = foldersIn('renderer/screens').map((name) => `renderer/screens/${name}/`);
const ELECTRON = ['electron', 'electron-log', 'electron-updater'];
const PRIVATE_FILES = 'electron/system/private-files.ts';

const DECIDED: Readonly<Record<string, readonly string[]>> = {
  'shared/': ['zod'],

  // The window, from the top down: a row knows only what stands below it. No screen knows another one.
  'renderer/index.html': [],
  'renderer/main.tsx': [
    'shared/',
    'renderer/App.tsx',
    'renderer/frame/',
    'renderer/actions/',
    'renderer/components/',
    ...BELOW,
    'renderer/theme/',
    'react-dom',
    '@fontsource-variable/inter',
  ],
  'renderer/App.tsx': [
    'shared/',
    'renderer/Dialogs.tsx',
    'renderer/Pages.tsx',
    'renderer/screens/',
    'renderer/frame/',
    'renderer/payment/',
    'renderer/components/',
    ...BELOW,
    'react',
  ],
  'renderer/Pages.tsx': ['shared/', 'renderer/screens/', ...BELOW],
  'renderer/Dialogs.tsx': ['shared/', 'renderer/screens/', ...BELOW, 'react-aria-components'],
  ...Object.fromEntries(
    SCREENS.map((screen) => [
      screen,
      [
        'shared/',
        'renderer/frame/',
        'renderer/actions/',
        'renderer/payment/',
        'renderer/terminal/',
        'renderer/components/',
        ...BELOW,
        'renderer/pos-client.ts',
        'react',
        'react-aria-components',
      ],
    ]),
  ),
  'renderer/frame/': [
    'shared/',
    'renderer/actions/',
    'renderer/payment/',
    'renderer/components/',
    ...BELOW,
    'renderer/pos-client.ts',
    'react',
    'react-aria-components',
  ],
  'renderer/actions/': ['shared/', 'renderer/payment/', ...BELOW, 'renderer/pos-client.ts'],
  'renderer/payment/': ['shared/', 'renderer/components/', ...BELOW],
  'renderer/terminal/': ['shared/', 'renderer/i18n/', 'renderer/time/'],
  // Everything that a component shows is handed to it.
  'renderer/components/': ['shared/', 'renderer/i18n/', 'renderer/time/', 'react'],
  'renderer/stores/': ['shared/', 'renderer/pos-client.ts', 'zustand'],
  'renderer/i18n/': ['shared/', 'i18next'],
  'renderer/keys/': ['react'],
  'renderer/time/': ['shared/', 'react'],
  'renderer/theme/': [],
  'renderer/pos-client.ts': ['shared/'],

  // The pure core: no Electron, no Node, no database, no network.
  'electron/payments/ports.ts': ['shared/', 'electron/payments/core/'],
  'electron/payments/core/': ['shared/'],
  'electron/payments/rules/': ['shared/', 'electron/payments/core/', 'electron/payments/ports.ts'],
  'electron/payments/runner/': ['shared/', 'electron/payments/core/', 'electron/payments/ports.ts'],
  'electron/terminals/': ['shared/'],
  'electron/diagnostics/': ['shared/', 'electron/terminals/ports.ts'],
  'electron/desk/': ['shared/', 'electron/payments/', 'electron/terminals/', 'electron/program/part.ts', 'electron/program/publication.ts'],

  // What implements the core's ports.
  'electron/http/': ['shared/', 'node:', 'undici'],
  // The one sink that masks, and what it must know.
  'electron/masking/': ['shared/', 'node:'],
  'electron/nets/': [
    'shared/',
    'electron/http/',
    'electron/masking/',
    'electron/payments/',
    'electron/terminals/',
    'electron/day-close/ports.ts',
    'node:',
  ],
  // Queue, waits and order of what others must still be told. Who they are it does not know.
  'electron/outbox/': ['shared/', 'electron/payments/ports.ts'],
  'electron/day-close/': [
    'shared/',
    'electron/payments/',
    'electron/paper/',
    'electron/desk/persons-word.ts',
    'electron/desk/refusals.ts',
    'electron/program/part.ts',
    'electron/program/publication.ts',
  ],
  'electron/other-desks/': [
    'shared/',
    'electron/payments/',
    'electron/outbox/',
    'electron/strapi/strapi-payments.ts',
    'electron/program/part.ts',
    'electron/program/publication.ts',
  ],
  // Lists of payments, read in a thread of their own by the desk's own reading of a payment.
  'electron/history/': [
    'shared/',
    'electron/payments/',
    'electron/desk/payment-views.ts',
    'electron/desk/refusals.ts',
    'electron/paper/save-file.ts',
    'electron/paper/file-name.ts',
    'electron/storage/',
    'electron/program/part.ts',
    'electron/program/publication.ts',
    'node:',
  ],
  'electron/strapi/': [
    'shared/',
    'electron/http/',
    'electron/masking/',
    'electron/terminals/',
    'electron/payments/rules/',
    'electron/outbox/',
    'node:',
  ],
  'electron/willba/': [
    'shared/',
    'electron/http/',
    'electron/outbox/',
    'electron/program/part.ts',
    'electron/program/publication.ts',
    'node:',
    'standardwebhooks',
  ],
  'electron/storage/': [
    'shared/',
    'electron/payments/',
    'electron/terminals/',
    'electron/masking/',
    'electron/day-close/ports.ts',
    'electron/desk/handover.ts',
    'electron/outbox/ports.ts',
    'electron/receipts/ports.ts',
    'electron/strapi/ports.ts',
    'electron/willba/ports.ts',
    'electron/support/log.ts',
    PRIVATE_FILES,
    'electron/system/processes.ts',
    'node:',
    'zod',
    'better-sqlite3',
  ],
  // What is printed is plain text; who prints it knows no printer, and the printer is Electron's, behind a port.
  'electron/paper/': [
    'shared/',
    'electron/desk/refusals.ts',
    'electron/storage/replace-file.ts',
    PRIVATE_FILES,
    'electron/program/part.ts',
    'electron/program/publication.ts',
    'node:',
  ],
  'electron/receipts/': [
    'shared/',
    'electron/desk/refusals.ts',
    'electron/paper/',
    'electron/program/part.ts',
    'electron/program/publication.ts',
  ],
  'electron/system/': ['shared/', 'electron/payments/ports.ts', 'electron/terminals/ports.ts', 'node:'],
  'electron/settings/': ['shared/', 'node:', 'zod'],
  'electron/settings/settings-store.ts': ['shared/', 'electron/settings/', PRIVATE_FILES, 'node:', 'conf'],
  'electron/settings/window-store.ts': [PRIVATE_FILES, 'node:', 'conf'],
  'electron/settings/secrets-store.ts': ['shared/', 'electron/settings/', PRIVATE_FILES, 'node:', 'electron'],
  // The simulator knows nothing of the client that it is there to try.
  'electron/training/': ['shared/', 'node:'],
  'electron/support/': ['shared/', 'electron/masking/', 'electron/storage/', 'node:', '@electron/fuses'],

  // What joins them. compose is free of Electron, so that tests run the real program without it.
  'electron/program/': ['shared/', ...SUBJECTS, 'node:'],
  'electron/ipc/': ['shared/', 'electron/desk/', 'electron'],
  'electron/shell/': [
    'shared/',
    'electron/program/',
    'electron/ipc/',
    'electron/desk/',
    'electron/masking/',
    'electron/paper/',
    'electron/settings/',
    'electron/storage/',
    'electron/support/',
    'electron/system/',
    'node:',
    '@fontsource/dejavu-mono',
    ...ELECTRON,
  ],
  'electron/main.ts': ['shared/', ...SUBJECTS, 'electron/program/', 'electron/ipc/', 'electron/shell/', 'node:', ...ELECTRON],
  // Sandboxed and small: the names of the commands, and not their schemas.
  'electron/preload.ts': ['shared/ipc/command-names.ts', 'shared/ipc/channels.ts', 'electron'],
};

const isDecided = (folder: string): boolean => Object.keys(DECIDED).some((row) => row.startsWith(folder));
const NEW_SUBJECTS = Object.fromEntries(SUBJECTS.filter((folder) => !isDecided(folder)).map((folder) => [folder, NEW_SUBJECT]));
const TABLE = { ...NEW_SUBJECTS, ...DECIDED };

/** In the pure folders time, chance and the machine come in through ports. */
const PURE = ['electron/payments/', 'electron/terminals/'];
const IMPURE = [
  'Date.now',
  'new Date()',
  'Date()',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'Math.random',
  'crypto',
  'process',
  'Buffer',
  'require',
  'fetch',
  'globalThis',
];

function foldersIn(folder: string): string[] {
  const entries = readdirSync(join(projectRoot, folder), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

const rowOf = (path: string): string | null =>
  Object.keys(TABLE)
    .filter((row) => (row.endsWith('/') ? path.startsWith(row) : path === row))
    .sort((a, b) => b.length - a.length)[0] ?? null;

/** One sentence for each import that the table does not allow. */
function violations(source: Source): string[] {
  const row = rowOf(source.path);
  if (row === null) return [`${source.path} is in no row of the table: decide what it may know and add it.`];
  const allowed = [row, ...(TABLE[row] ?? [])];
  const sentences = source.imports
    .filter((specifier) => !allowed.some((one) => allows(one, resolveImport(source.path, specifier))))
    .map((specifier) => {
      const others = TABLE[row]?.join(', ') ?? '';
      return `${source.path} imports ${resolveImport(source.path, specifier).name}, but ${row} may know only ${others} and itself.`;
    });
  return source.unreadableImports === 0 ? sentences : [...sentences, `${source.path} imports something whose name nobody can read here.`];
}

function allows(one: string, target: Target): boolean {
  switch (target.kind) {
    case 'node':
      return one === 'node:';
    case 'package':
      return packageOf(target.name) === one;
    case 'file':
      return one.endsWith('/') ? target.name.startsWith(one) : target.name === one;
  }
}

const impurities = (source: Source): string[] =>
  PURE.some((folder) => source.path.startsWith(folder))
    ? [
        ...IMPURE.filter((name) => source.globals.has(name)).map(
          (name) => `${source.path} uses ${name}: what it needs of the world comes in through ports.ts.`,
        ),
        ...source.imports.filter((specifier) => specifier.startsWith('node:')).map((name) => `${source.path} imports ${name} of Node.`),
      ]
    : [];

const sources = sourcesIn('electron', 'shared', 'renderer');

describe('who may know whom', () => {
  it.each(Object.keys(TABLE))('%s knows only what the table says', (row) => {
    const found = sources.filter((source) => rowOf(source.path) === row).flatMap(violations);
    expect(found, found.join('\n')).toEqual([]);
  });

  it('every file of the product is in a row of the table', () => {
    const homeless = filesIn('electron', 'shared', 'renderer').filter((path) => rowOf(path) === null);
    expect(homeless.map((path) => `${path} is in no row of the table: decide what it may know and add it.`)).toEqual([]);
  });

  it('no row is left over from a folder that is gone', () => {
    const files = filesIn('electron', 'shared', 'renderer');
    expect(Object.keys(TABLE).filter((row) => !files.some((path) => rowOf(path) === row))).toEqual([]);
  });

  it('time, chance and the machine reach the pure folders through their ports alone', () => {
    const found = sources.flatMap(impurities);
    expect(found, found.join('\n')).toEqual([]);
  });

  it('compose.ts is free of Electron, through everything that it brings with it', () => {
    expect(chainsTo('electron/program/compose.ts', ['electron', 'electron-log', 'electron-updater'])).toEqual([]);
    // And the search does go all the way: it finds the database at the end of a long chain.
    expect(chainsTo('electron/program/compose.ts', ['better-sqlite3']).length).toBeGreaterThan(0);
  });

  it('Electron and what imports it stand in the named files only', () => {
    const mayImport = /^electron\/(?:main\.ts|preload\.ts|shell\/|ipc\/|settings\/settings-store\.ts$|settings\/secrets-store\.ts$)/;
    const found = sources.filter((source) =>
      source.imports.some((specifier) => /^electron(?:-store|-log|-updater)?(?:\/|$)/.test(specifier)),
    );
    expect(found.map(({ path }) => path).filter((path) => !mayImport.test(path))).toEqual([]);
  });

  it('the worlds that judge the program know nothing of it', () => {
    const judges = ['tests/chaos/nets-world', 'tests/support/connect-cloud', 'tests/support/raw-server', 'tests/support/willba'];
    const found = judges.flatMap((folder) =>
      sourcesIn(folder).flatMap(({ path, imports }) => imports.map((specifier) => `${path} → ${resolveImport(path, specifier).name}`)),
    );
    expect(found.length).toBeGreaterThan(10);
    expect(found.filter((each) => / → (?:electron|shared|renderer)\//.test(each))).toEqual([]);
  });

  it('no files know each other in a circle', () => {
    const found = circlesIn(sources);
    expect(found, found.join('\n')).toEqual([]);
  });

  it('only pos-client.ts touches window.pos', () => {
    const found = sources.filter((source) => source.path.startsWith('renderer/') && source.globals.has('window.pos'));
    expect(found.map(({ path }) => path)).toEqual(['renderer/pos-client.ts']);
  });
});

/** Each way from a file to something it must not bring with it: `a.ts → b.ts → electron`. */
function chainsTo(start: string, unwanted: readonly string[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const chains: string[] = [];
  const seen = new Set<string>([start]);
  const waiting: string[][] = [[start]];
  for (let chain = waiting.shift(); chain !== undefined; chain = waiting.shift()) {
    const source = byPath.get(chain.at(-1) ?? '');
    for (const target of source?.imports.map((specifier) => resolveImport(source.path, specifier)) ?? []) {
      if (unwanted.includes(target.kind === 'package' ? packageOf(target.name) : target.name)) {
        chains.push([...chain, target.name].join(' → '));
      } else if (target.kind === 'file' && !seen.has(target.name)) {
        seen.add(target.name);
        waiting.push([...chain, target.name]);
      }
    }
  }
  return chains;
}

describe('the table would notice', () => {
  const at = (path: string, text: string): string[] => {
    const source = readSource(path, text);
    return [...violations(source), ...impurities(source)];
  };

  it.each([
    ['a static import', "import { x } from '../../nets/outcome.ts';"],
    ['an import of a type', "import type { X } from '../../nets/outcome.ts';"],
    ['a type among values', "import { type X } from '../../nets/outcome.ts';"],
    ['an import for its effect', "import '../../nets/outcome.ts';"],
    ['a dynamic import', "const x = await import('../../nets/outcome.ts');"],
    ['a dynamic import in a template', 'const x = await import(`../../nets/outcome.ts`);'],
    ['an export from', "export { x } from '../../nets/outcome.ts';"],
    ['an export of everything', "export * from '../../nets/outcome.ts';"],
    ['an export of a type', "export type { X } from '../../nets/outcome.ts';"],
    ['an import inside a type', "type X = import('../../nets/outcome.ts').X;"],
    ['an import by equals', "import x = require('../../nets/outcome.ts');"],
    ['a require', "const x = require('../../nets/outcome.ts');"],
    ['a way round', "import { x } from '../../payments/../nets/outcome.ts';"],
  ])('%s', (_how, text) => {
    expect(at('electron/payments/core/x.ts', text)).toContain(
      'electron/payments/core/x.ts imports electron/nets/outcome.ts, but electron/payments/core/ may know only shared/ and itself.',
    );
  });

  it.each([
    ['electron/desk/x.ts', "import { x } from '../settings/settings.ts';"],
    ['electron/nets/x.ts', "import { x } from '../../renderer/App.tsx';"],
    ['electron/nets/x.ts', "import Database from 'better-sqlite3';"],
    ['electron/storage/x.ts', "import { app } from 'electron';"],
    ['electron/storage/x.ts', "import log from 'electron-log/main';"],
    ['electron/settings/settings.ts', "import Conf from 'conf';"],
    ['electron/settings/settings-store.ts', "import { app } from 'electron';"],
    ['electron/training/x.ts', "import { x } from '../nets/wire.ts';"],
    ['electron/program/compose.ts', "import { x } from '../shell/window.ts';"],
    ['electron/payments/core/x.ts', "import { x } from '../runner/runner.ts';"],
    ['electron/payments/rules/x.ts', "import { x } from '../runner/runner.ts';"],
    ['electron/program/compose.ts', "import { app } from 'electron';"],
    ['electron/main.ts', "import { x } from '../tests/support/fakes/fake-clock.ts';"],
    ['electron/preload.ts', "import { commands } from '../shared/ipc/contract.ts';"],
    ['electron/preload.ts', "import { z } from 'zod';"],
    ['electron/payments/core/x.ts', "import { z } from 'zod';"],
    ['electron/payments/core/x.ts', "import { join } from 'node:path';"],
    ['electron/payments/core/x.ts', "import { join } from 'path';"],
    ['shared/x.ts', "import { x } from '../electron/payments/state.ts';"],
    ['shared/x.ts', "import { join } from 'node:path';"],
    ['renderer/screens/sale/x.tsx', "import { x } from '../../../electron/payments/state.ts';"],
    ['renderer/App.tsx', "import { ipcRenderer } from 'electron';"],
    ['renderer/App.tsx', "import { x } from '../tests/support/electron-path.ts';"],
    ['renderer/screens/x.tsx', "import { x } from '../frame/Page.tsx';"],
    ['renderer/nowhere/x.ts', "import { x } from '../../shared/money.ts';"],
    ['electron/nowhere/x.ts', "import { x } from '../../shared/money.ts';"],
    ['electron/nets/x.ts', 'const x = await import(name);'],
  ])('in %s: %s', (path, text) => {
    expect(at(path, text)).toHaveLength(path === 'electron/payments/core/x.ts' && text.includes('node:') ? 2 : 1);
  });

  it.each([
    [
      'from one screen to another',
      'screens/sale/x.tsx',
      "import { TodayList } from '../today/TodayList.tsx';",
      'screens/today/TodayList.tsx',
    ],
    [
      'the same, lazily',
      'screens/sale/x.tsx',
      "const later = lazy(() => import('../today/TodayList.tsx'));",
      'screens/today/TodayList.tsx',
    ],
    ['from a screen up to the dialogs', 'screens/sale/x.tsx', "import { Dialogs } from '../../Dialogs.tsx';", 'Dialogs.tsx'],
    [
      'from the frame up to a screen',
      'frame/x.tsx',
      "import type { X } from '../screens/sale/SaleScreen.tsx';",
      'screens/sale/SaleScreen.tsx',
    ],
    ['from an action up to the frame', 'actions/x.ts', "import { Page } from '../frame/Page.tsx';", 'frame/Page.tsx'],
    ['from a payment up to an action', 'payment/x.ts', "import { charge } from '../actions/charge.ts';", 'actions/charge.ts'],
    ['from a store up to a payment', 'stores/x.ts', "import { toneOf } from '../payment/outcome-model.ts';", 'payment/outcome-model.ts'],
    ['from a component to a store', 'components/x.tsx', "import { useMirror } from '../stores/mirror.ts';", 'stores/mirror.ts'],
  ])('in the window, %s', (_how, path, text, target) => {
    const row = SCREENS.find((screen) => `renderer/${path}`.startsWith(screen)) ?? `renderer/${path.split('/')[0]}/`;
    const sentences = at(`renderer/${path}`, text);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toContain(`renderer/${path} imports renderer/${target}, but ${row} may know only `);
  });

  it.each([
    ['of two', { a: "import { b } from './b.ts';", b: "export type { A } from './a.ts';", c: "import './a.ts';" }, 'a.ts → b.ts → a.ts'],
    [
      'of three, one step of it lazy',
      { a: "import './b.ts';", b: "const c = import('./c.ts');", c: "import type { A } from './a.ts';" },
      'a.ts → b.ts → c.ts → a.ts',
    ],
    ['of a file with itself', { a: "import { x } from './a.ts';" }, 'a.ts → a.ts'],
    [
      'behind a file that is in none',
      { a: "import './b.ts'; import './c.ts';", b: '', c: "import './d.ts';", d: "import './c.ts';" },
      'c.ts → d.ts → c.ts',
    ],
  ])('a circle %s', (_how, files, circle) => {
    const planted = Object.entries(files).map(([name, text]) => readSource(`renderer/stores/${name}.ts`, text));
    expect(circlesIn(planted).map((each) => each.replaceAll('renderer/stores/', ''))).toEqual([circle]);
  });

  it.each([
    'const now = Date.now();',
    "const now = Date['now']();",
    'const now = new Date();',
    'const now = Date();',
    'setTimeout(() => {}, 1);',
    'const later = setInterval;',
    'const x = Math.random();',
    'const { env } = process;',
    'const x = Buffer.from(text);',
    'const now = performance.now();',
    'globalThis.setTimeout(f, 1);',
  ])('in the pure core: %s', (text) => {
    expect(at('electron/terminals/x.ts', text)).not.toEqual([]);
  });

  it.each([
    "import { x } from '../../../shared/money.ts';",
    "import type { Fact } from './facts.ts';",
    'const at = new Date(text).toISOString();',
    'const x = { process: 1, setTimeout: 2 }; x.process;',
    'clock.now(); this.process();',
    '// Date.now()\nconst x = "setTimeout";',
  ])('but not in: %s', (text) => {
    expect(at('electron/payments/core/x.ts', text)).toEqual([]);
  });
});
