import { resolveImport, type Source } from './imports.ts';

/**
 * Files that import each other in a circle, each as `a.ts → b.ts → a.ts`, and each circle once. Types and lazy imports count: files in a
 * circle can only be understood, and moved, together.
 */
export function circlesIn(sources: readonly Source[]): string[] {
  const known = new Map(sources.map((source) => [source.path, targetsOf(source)]));
  const done = new Set<string>();
  const circles: string[] = [];

  function visit(path: string, way: readonly string[]): void {
    const start = way.indexOf(path);
    if (start >= 0) {
      circles.push([...way.slice(start), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const target of known.get(path) ?? []) visit(target, [...way, path]);
    done.add(path);
  }
  for (const path of known.keys()) visit(path, []);
  return circles;
}

const targetsOf = (source: Source): readonly string[] => [
  ...new Set(
    source.imports
      .map((specifier) => resolveImport(source.path, specifier))
      .filter(({ kind }) => kind === 'file')
      .map(({ name }) => name),
  ),
];
