const IS_DIGIT = /^\p{Nd}$/u;
/** A superscript, or a digit in a circle or in brackets: NFKC turns it into one plain digit. */
const SPELLED_OUT = /^[^\d\p{L}]?(\d)[^\d\p{L}]?$/u;

const known = new Map<string, number>();

/**
 * A character's value as a digit, in any script and form: 4 for `4`, `４`, `٤`, `४`, `⁴` and `④`; -1 if it is not a digit. The search for
 * card numbers must find all of these.
 *
 * @param character one whole character, of one or two UTF-16 units
 */
export function digitValue(character: string): number {
  const code = character.charCodeAt(0);
  if (code < 0x80) return code >= 0x30 && code <= 0x39 ? code - 0x30 : -1;
  let value = known.get(character);
  if (value === undefined) {
    value = find(character);
    known.set(character, value);
  }
  return value;
}

function find(character: string): number {
  const spelledOut = SPELLED_OUT.exec(character.normalize('NFKC'))?.[1];
  if (spelledOut !== undefined) return Number(spelledOut);
  if (!IS_DIGIT.test(character)) return -1;
  // In Unicode the ten digits of a script follow each other, from zero.
  let before = 0;
  for (let code = (character.codePointAt(0) ?? 0) - 1; IS_DIGIT.test(String.fromCodePoint(code)); code -= 1) before += 1;
  return before % 10;
}
