import { describe, expect, it } from 'vitest';
import { createScanDetector, type KeyKind, type ScanDetector, type Verdict } from '../../../renderer/keys/scan-detector.ts';
import { createRandom, type Random } from '../../kills/random.ts';

type Stroke = { readonly kind: KeyKind; readonly at: number; readonly inText: boolean };

const PASSED: Verdict = { swallow: false, begins: false, ends: false };

const strokes = (kinds: readonly KeyKind[], gap: number, inText: boolean, from = 1_000): Stroke[] =>
  kinds.map((kind, index) => ({ kind, at: from + index * gap, inText }));
const characters = (count: number): KeyKind[] => Array.from({ length: count }, () => 'character' as const);
const play = (given: readonly Stroke[], detector: ScanDetector = createScanDetector()): Verdict[] =>
  given.map((stroke) => detector.keydown(stroke));

describe('a scan', () => {
  it('is three fast characters and what ends the line', () => {
    for (const ending of ['enter', 'tab'] as const) {
      const verdicts = play(strokes([...characters(3), ending], 30, true));
      expect(verdicts.map(({ swallow }) => swallow)).toEqual([false, false, false, true]);
      expect(verdicts.map(({ begins }) => begins)).toEqual([true, false, false, false]);
      expect(verdicts.map(({ ends }) => ends)).toEqual([false, false, false, true]);
    }
  });

  it('takes the second half of CR LF with it, and ends once', () => {
    const verdicts = play(strokes([...characters(6), 'enter', 'enter', 'tab'], 20, true));
    expect(verdicts.slice(6)).toEqual([{ swallow: true, begins: false, ends: true }, ...Array(2).fill({ ...PASSED, swallow: true })]);
  });

  it('presses nothing by its characters where no text is typed', () => {
    const verdicts = play(strokes([...characters(5), 'enter'], 10, false));
    expect(verdicts.map(({ swallow }) => swallow)).toEqual([false, true, true, true, true, true]);
  });

  it('may hold function keys and control characters', () => {
    for (const inText of [true, false]) {
      const verdicts = play(strokes([...characters(3), 'other', ...characters(2), 'other', 'enter'], 15, inText));
      expect([verdicts[3], verdicts[6], verdicts[7]].map((verdict) => verdict?.swallow)).toEqual([true, true, true]);
      expect(verdicts[7]?.ends).toBe(true);
    }
  });

  it('is not torn by Shift, nor by one slow key after it was seen', () => {
    const capitals = play(strokes(['modifier', 'character', 'modifier', 'character', 'modifier', 'character', 'enter'], 12, true));
    expect(capitals.at(-1)?.ends).toBe(true);
    const detector = createScanDetector();
    play(strokes(characters(5), 10, true), detector);
    expect(play(strokes(['character', 'character', 'enter'], 10, true, 1_140), detector).at(-1)?.ends).toBe(true);
  });

  it('begins on one screen and ends on the next', () => {
    const verdicts = play([...strokes(characters(4), 10, true), ...strokes(['character', 'enter'], 10, false, 1_040)]);
    expect(verdicts.slice(4).map(({ swallow }) => swallow)).toEqual([true, true]);
  });

  it('ends also when the clock is coarse: Windows counts keys in steps of 15.6 ms', () => {
    const at = [0, 15.6, 15.6, 46.8, 62.4, 62.4];
    const kinds: KeyKind[] = ['character', 'character', 'character', 'character', 'character', 'enter'];
    expect(play(kinds.map((kind, index) => ({ kind, at: at[index] ?? 0, inText: true }))).at(-1)?.ends).toBe(true);
  });
});

describe('one or two characters', () => {
  it('are no scan in a text field, where Enter only leads on', () => {
    for (const count of [1, 2]) expect(play(strokes([...characters(count), 'enter'], 10, true)).at(-1)).toEqual(PASSED);
  });

  it('press nothing on a button, nor does the Enter that follows the one that led there', () => {
    expect(play(strokes(['character', 'enter'], 20, false)).at(-1)?.swallow).toBe(true);
    const detector = createScanDetector();
    play(strokes(['character', 'enter'], 20, true), detector);
    expect(detector.keydown({ kind: 'enter', at: 1_040, inText: false }).swallow).toBe(true);
    expect(detector.keydown({ kind: 'enter', at: 1_200, inText: false }).swallow).toBe(false);
  });
});

describe('a person', () => {
  it('is let alone at 60 ms a key, on every kind of key, wherever the focus is', () => {
    const wrong: string[] = [];
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = createRandom(seed);
      const detector = createScanDetector();
      let at = 0;
      for (let key = 0; key < 60; key += 1) {
        at += 60 + random.fraction() * 200;
        const kind = random.oneOf<KeyKind>(['character', 'character', 'character', 'enter', 'tab', 'modifier', 'other']);
        const verdict = detector.keydown({ kind, at, inText: random.fraction() < 0.5 });
        if (verdict.swallow || verdict.ends) wrong.push(`seed ${seed}, key ${key}: ${kind}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('may go on 150 ms after a scan, and cannot keep its end open by typing', () => {
    const detector = createScanDetector();
    play(strokes([...characters(6), 'enter'], 10, true), detector);
    const person = strokes(['character', 'character', 'character', 'enter', 'enter'], 80, true, 1_240);
    expect(play(person, detector).map(({ swallow }) => swallow)).toEqual([false, false, false, false, false]);
  });

  it('is let alone after the window had lost the keyboard', () => {
    const detector = createScanDetector();
    play(strokes(characters(6), 10, true), detector);
    detector.reset();
    expect(detector.keydown({ kind: 'enter', at: 1_070, inText: false })).toEqual(PASSED);
  });
});

type Plan = { readonly strokes: Stroke[]; readonly ends: number };

/** Scans as the trade sells them: 3 to 40 characters, 2 to 30 ms apart, capitals, separators, every suffix, the focus anywhere. */
function scans(random: Random): Plan {
  const planned: Stroke[] = [];
  let at = 5_000;
  const ends = random.between(1, 4);
  for (let scan = 0; scan < ends; scan += 1) {
    at += scan === 0 ? 0 : random.between(2, 900);
    const inText = random.fraction() < 0.5;
    const moves = random.fraction() < 0.2 ? random.between(1, 40) : Number.POSITIVE_INFINITY;
    const push = (kind: KeyKind, index: number): void => {
      at += 2 + random.fraction() * 28;
      planned.push({ kind, at, inText: index < moves ? inText : !inText });
    };
    const length = random.between(3, 40);
    for (let index = 0; index < length; index += 1) {
      if (random.fraction() < 0.2) planned.push({ kind: 'modifier', at: at + 1, inText });
      push('character', index);
      if (index >= 2 && random.fraction() < 0.05) push('other', index);
    }
    for (const kind of random.oneOf<readonly KeyKind[]>([['enter'], ['tab'], ['enter', 'enter'], ['tab', 'enter']])) push(kind, length);
  }
  return { strokes: planned, ends };
}

it('no scan of 1,000 seeded rows of them presses anything, and each ends once', () => {
  const wrong: string[] = [];
  for (let seed = 1; seed <= 1_000; seed += 1) {
    const plan = scans(createRandom(seed));
    const verdicts = play(plan.strokes);
    let inCode = 0;
    plan.strokes.forEach(({ kind, inText }, index) => {
      if (kind === 'modifier') return;
      inCode = kind === 'character' || kind === 'other' ? inCode + 1 : 0;
      // The first one is not known yet: what it could press is held for a moment (hold-first-keys.ts).
      const must = kind !== 'character' || (!inText && inCode > 1);
      if (must && verdicts[index]?.swallow !== true) wrong.push(`seed ${seed}, key ${index}: ${kind}`);
    });
    const ends = verdicts.filter((verdict) => verdict.ends).length;
    if (ends !== plan.ends) wrong.push(`seed ${seed}: ${ends} of ${plan.ends} ended`);
  }
  expect(wrong).toEqual([]);
});
