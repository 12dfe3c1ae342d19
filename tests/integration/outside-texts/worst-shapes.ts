/** A megabyte, in UTF-16 units. */
const LARGE = 1_000_000;

const filled = (one: string): string => one.repeat(Math.ceil(LARGE / one.length));

/** Texts of a megabyte that cost a careless reader more than their length. */
export const worstTexts: Readonly<Record<string, string>> = {
  'digits with blanks': filled('1 '),
  digits: filled('4'),
  'card numbers': filled('4111 1111 1111 1111 '),
  dates: filled('23.11.2026 '),
  'shortened cards': filled('1 1*'),
  'the beginnings of tokens': filled('a'),
  dots: filled('aaaaaaaa.'),
  slashes: filled('/'),
  'marks from right to left': filled('\u202e'),
  'joined emoji': filled('\u200d❤'),
  marks: filled('e\u0308'),
  escapes: filled('\\'),
};

const list = (element: string, count: number): string => `[${`${element},`.repeat(count - 1)}${element}]`;

/** A megabyte, and what still passes a file's, a page's and an answer's limit. */
export const JSON_SIZES = [LARGE, 460_000, 60_000] as const;

/** JSON of about so many characters in the worst shapes. `member` names what holds it. */
export const worstJson: Readonly<Record<string, (member: string, size: number) => string>> = {
  'nested lists': (member, size) => `{"${member}":${'['.repeat(size / 2)}${']'.repeat(size / 2)}}`,
  'nested objects': (member, size) => `{"${member}":${'{"a":'.repeat(size / 6)}1${'}'.repeat(size / 6)}}`,
  'many members': (member, size) => `{"${member}":{${Array.from({ length: size / 13 }, (_, index) => `"m${index}":1`).join()}}}`,
  'many records': (member, size) => `{"${member}":${list('{"a":1}', size / 8)}}`,
  'empty records': (member, size) => `{"${member}":${list('{}', size / 3)}}`,
  numbers: (member, size) => `{"${member}":${list('0', size / 2)}}`,
  'one member again and again': (member, size) => `{"${member}":{${'"Result":0,'.repeat(size / 11)}"Result":0}}`,
  'lines and no end': (member, size) => `{"${member}":${'\n'.repeat(size)}`,
};
