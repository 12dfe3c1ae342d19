import { parseSync } from 'vite';

/** A node of a source's syntax tree, as the bundler's own parser makes it. */
export type Node = { readonly type: string; readonly start: number; readonly [member: string]: unknown };

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
export const children = (node: Node): Node[] => Object.values(node).flat().filter(isNode);
export const nameOf = (value: unknown): string | null =>
  isNode(value) && (value.type === 'Identifier' || value.type === 'JSXIdentifier') && typeof value['name'] === 'string'
    ? value['name']
    : null;

/** The text of a string, also of a template without anything filled in. */
export function textOf(value: unknown): string | null {
  if (!isNode(value)) return null;
  if (value.type === 'Literal') return typeof value['value'] === 'string' ? value['value'] : null;
  if (value.type !== 'TemplateLiteral' || !Array.isArray(value['quasis']) || value['quasis'].length !== 1) return null;
  return cookedOf(value['quasis'][0]);
}

/** The text of one piece of a template. */
export function cookedOf(part: unknown): string | null {
  if (!isNode(part) || typeof part['value'] !== 'object' || part['value'] === null || !('cooked' in part['value'])) return null;
  return typeof part['value'].cooked === 'string' ? part['value'].cooked : null;
}

/** The statements of a file. A file that cannot be parsed fails the test that reads it. */
export function parse(path: string, text: string): readonly Node[] {
  const parsed = parseSync(path, text);
  if (parsed.errors.length > 0) throw new Error(`${path} cannot be parsed: ${parsed.errors[0]?.message}`);
  const statements: readonly unknown[] = parsed.program.body;
  return statements.filter(isNode);
}
