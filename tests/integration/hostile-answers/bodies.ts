import fc from 'fast-check';
import { HUGE, type Json, usually } from './json-text.ts';

export type Body = {
  readonly text: string;
  /** How long each HUGE is, in characters. */
  readonly hugeLength: number;
  /** A member that decides about money stands twice in one object, so that the answer contradicts itself. */
  readonly contradictory: boolean;
};

const HTML = '<!doctype html><html><head><title>Hotel Wi-Fi</title></head><body>terminal busy 8013 "Result":0</body></html>';
const nested = fc
  .tuple(fc.constantFrom(['[', ']'], ['{"result":', '}'], ['{"a":[', ']}']), fc.constantFrom(3, 5_000, 60_000), fc.boolean())
  .map(([[open, close], depth, closed]) => `${(open ?? '').repeat(depth)}0${closed ? (close ?? '').repeat(depth) : ''}`);
const junk = fc.oneof(
  fc.constantFrom('', ' ', '\r\n', 'null', '0', '"Result"', '[]', '{}', HTML, HUGE, `{"failure":"${HUGE}`, '\uFEFF', '\0\0', '{"result":'),
  fc.string({ unit: 'binary' }),
  fc.json(),
  nested,
);

/** @param twice members to be inserted before the one of their name */
export function bodyOf(nearMiss: fc.Arbitrary<Json>, twice: readonly string[]): fc.Arbitrary<Body> {
  const whole = fc.tuple(
    nearMiss,
    twice.length === 0 ? fc.constant(null) : usually<string | null>(12, fc.constant(null), fc.constantFrom(...twice)),
  );
  const contradictory = whole.map(([text, member]) => {
    const at = member === null ? -1 : text.indexOf(member.slice(0, member.indexOf(':') + 1));
    return at < 0 ? { text, contradictory: false } : { text: `${text.slice(0, at)}${member}${text.slice(at)}`, contradictory: true };
  });
  const cutOff = fc.tuple(nearMiss, fc.nat(400)).map(([text, length]) => text.slice(0, length));
  const broken = fc.oneof(junk, junk, cutOff).map((text) => ({ text, contradictory: false }));
  const hugeLength = usually(3, fc.constant(10), fc.constantFrom(600, 70_000, 900_000, 2_000_000));
  return fc
    .tuple(fc.oneof({ weight: 6, arbitrary: contradictory }, broken), hugeLength)
    .map(([body, length]) => ({ ...body, hugeLength: body.text.includes(HUGE) ? length : 0 }));
}

export const textOf = ({ text, hugeLength }: Body): string => text.replaceAll(HUGE, 'x'.repeat(hugeLength));
