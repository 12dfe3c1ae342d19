import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { children, isNode, type Node, nameOf, parse, textOf } from './syntax-tree.ts';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** What one source file needs from elsewhere and what it takes from the machine, read from its syntax tree. */
export type Source = {
  /** From the project's root, with `/`. */
  readonly path: string;
  /** Types count too: what is only known at compile time is known all the same. */
  readonly imports: readonly string[];
  /** Dynamic imports of something that is only known at run time. */
  readonly unreadableImports: number;
  /** Names of globals that are read: `process`, `Date.now`, `new Date`, `Math.random`. */
  readonly globals: ReadonlySet<string>;
};

/** A plain name in these places is a member's own name, and no global. */
const isOwnName = (parent: Node | null, member: Node): boolean =>
  parent !== null &&
  ((parent['property'] === member && parent['computed'] !== true) ||
    (parent['key'] === member && parent['computed'] !== true && parent['shorthand'] !== true) ||
    parent['imported'] === member ||
    parent['exported'] === member);

export function readSource(path: string, text: string): Source {
  const imports: string[] = [];
  const globals = new Set<string>();
  let unreadableImports = 0;

  const note = (source: unknown): void => {
    const specifier = textOf(source);
    if (specifier === null) unreadableImports += 1;
    else imports.push(specifier);
  };

  function visit(node: Node, parent: Node | null): void {
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'ImportExpression':
      case 'TSImportType':
        note(node['source']);
        break;
      case 'ExportNamedDeclaration':
        if (isNode(node['source'])) note(node['source']);
        break;
      case 'TSExternalModuleReference':
        note(node['expression']);
        break;
      case 'CallExpression':
        if (nameOf(node['callee']) === 'require' && Array.isArray(node['arguments'])) note(node['arguments'][0]);
        if (nameOf(node['callee']) === 'Date') globals.add('Date()');
        break;
      case 'NewExpression':
        // With an argument it only reads a moment; without one it asks the machine for the time.
        if (nameOf(node['callee']) === 'Date' && Array.isArray(node['arguments']) && node['arguments'].length === 0)
          globals.add('new Date()');
        break;
      case 'MemberExpression': {
        const object = nameOf(node['object']);
        const property = nameOf(node['property']) ?? textOf(node['property']);
        if (object !== null && property !== null) globals.add(`${object}.${property}`);
        break;
      }
      case 'Identifier': {
        const name = nameOf(node);
        if (name !== null && !isOwnName(parent, node)) globals.add(name);
        break;
      }
      default:
        break;
    }
    for (const child of children(node)) visit(child, node);
  }
  for (const statement of parse(path, text)) visit(statement, null);
  return { path, imports, unreadableImports, globals };
}

const IS_SOURCE = /\.[cm]?[jt]sx?$/;

/** Every file below these folders, from the project's root, with `/`. */
export function filesIn(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file).split(sep).join('/'))
      .filter((path) => statSync(join(projectRoot, path)).isFile()),
  );
}

export const sourcesIn = (...folders: readonly string[]): Source[] =>
  filesIn(...folders)
    .filter((path) => IS_SOURCE.test(path))
    .map((path) => readSource(path, readFileSync(join(projectRoot, path), 'utf8')));

/** One of our own files, by its path from the root; or a package or one of Node's modules, by the name it was asked for. */
export type Target = { readonly kind: 'file' | 'package' | 'node'; readonly name: string };

export function resolveImport(from: string, specifier: string): Target {
  if (specifier.startsWith('node:')) return { kind: 'node', name: specifier };
  if (specifier.startsWith('/')) return { kind: 'file', name: relative(projectRoot, specifier).split(sep).join('/') };
  if (!specifier.startsWith('.')) return { kind: 'package', name: specifier };
  return { kind: 'file', name: posix.join(dirname(from), specifier.replace(/[?#].*$/, '')) };
}

/** `electron-log/main` → `electron-log`, `@fontsource-variable/inter/wght.css` → `@fontsource-variable/inter`. */
export const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
