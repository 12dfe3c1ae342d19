import { children, cookedOf, isNode, type Node, nameOf, parse, textOf } from './syntax-tree.ts';

/** Words that a person would read, found in a source instead of in the catalogue. */
export type Spoken = { readonly path: string; readonly line: number; readonly text: string };

/** What stands in these attributes is read by a person or by a screen reader. */
const READ = new Set(['title', 'label', 'text', 'alt', 'placeholder', 'hint', 'legend', 'aria-label', 'aria-description']);

/** Names stay as they are in every language, also the one of a member of Nets' answer. */
const NAMES = new Set(['willba', 'nets', 'strapi', 'result']);

/** Each word of the texts, to know a sentence of that language by. Short forms in capitals are names too. */
export function vocabularyOf(texts: readonly string[]): ReadonlySet<string> {
  const words = texts.flatMap((text) => wordsOf(text.replace(/\{\{.*?\}\}/g, ' ')));
  return new Set(
    words
      .filter((word) => !/^\p{Lu}+$/u.test(word))
      .map((word) => word.toLowerCase())
      .filter((word) => !NAMES.has(word)),
  );
}

const wordsOf = (text: string): readonly string[] => text.match(/\p{L}{2,}/gu) ?? [];

/**
 * Every string of a source that is Finnish, and every word that JSX shows without a string. Comments are no text. Regular
 * expressions are not read: they recognise what others write.
 */
export function spokenIn(path: string, source: string, vocabulary: ReadonlySet<string>): Spoken[] {
  const found: Spoken[] = [];
  const note = (node: Node, text: string): void => {
    found.push({ path, line: source.slice(0, node.start).split('\n').length, text: text.trim() });
  };
  function visit(node: Node): void {
    if (node.type === 'JSXText' && typeof node['value'] === 'string' && /\p{L}/u.test(node['value'])) note(node, node['value']);
    else if (node.type === 'JSXAttribute' && isShown(node)) note(node, textOf(node['value']) ?? '');
    else {
      const text = node.type === 'TemplateElement' ? cookedOf(node) : node.type === 'Literal' ? textOf(node) : null;
      if (text !== null && isFinnish(text, vocabulary)) note(node, text);
      for (const child of children(node)) visit(child);
    }
  }
  for (const statement of parse(path, source)) visit(statement);
  return found;
}

function isShown(attribute: Node): boolean {
  const name = isNode(attribute['name']) ? nameOf(attribute['name']) : null;
  return name !== null && READ.has(name) && /\p{L}/u.test(textOf(attribute['value']) ?? '');
}

/** Letters that only Finnish and Swedish have here; or several words of the catalogue; or one that stands alone, as on a button. */
function isFinnish(text: string, vocabulary: ReadonlySet<string>): boolean {
  if (/[äöå]/iu.test(text)) return true;
  const words = wordsOf(text);
  const known = words.filter((word) => vocabulary.has(word.toLowerCase()));
  if (words.length === 1) return known.length === 1 && /^\p{Lu}\p{Ll}{2,}[.:!?…]?$/u.test(text.trim());
  return /\s/u.test(text.trim()) && known.length >= 2 && known.length * 2 >= words.length;
}
