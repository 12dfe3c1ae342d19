import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeptPlace, placeFrom, placeWindow, windowBounds } from '../../../electron/shell/window-place.ts';

const main = { x: 0, y: 0, width: 1920, height: 1040 };
const left = { x: -1280, y: -200, width: 1280, height: 984 };
const kept = (place: Partial<KeptPlace>): KeptPlace => ({ x: 100, y: 80, width: 1280, height: 800, maximised: false, ...place });
const boundsOf = (place: KeptPlace | null, areas = [main, left], usual = main) => {
  const { minWidth, minHeight, ...bounds } = placeWindow(place, areas, usual);
  return bounds;
};

describe('where the window comes back', () => {
  it.each([
    ['the first time: in the middle', null, [main], { x: 320, y: 120, width: 1280, height: 800 }],
    ['where it was', kept({}), [main, left], { x: 100, y: 80, width: 1280, height: 800 }],
    [
      'on a second monitor with negative coordinates',
      kept({ x: -1270, y: -190, width: 900 }),
      [main, left],
      { x: -1270, y: -190, width: 900, height: 800 },
    ],
    ['its monitor is gone', kept({ x: -1270, y: -190, width: 900 }), [main], { x: 510, y: 120, width: 900, height: 800 }],
    [
      'its monitor is smaller now',
      kept({ x: 600, y: 200 }),
      [{ x: 0, y: 0, width: 1366, height: 728 }],
      { x: 86, y: 0, width: 1280, height: 728 },
    ],
    [
      '1366 × 768 is scaled to 150 % now',
      kept({ x: 600, y: 200 }),
      [{ x: 0, y: 0, width: 910, height: 472 }],
      { x: 0, y: 0, width: 910, height: 472 },
    ],
    ['it hung over the edge', kept({ x: 1500, y: 900 }), [main], { x: 640, y: 240, width: 1280, height: 800 }],
    ['most of it was on the left', kept({ x: -1000, y: 0 }), [main, left], { x: -1280, y: -16, width: 1280, height: 800 }],
    ['maximised: the size below it stays', kept({ maximised: true }), [main], { x: 100, y: 80, width: 1280, height: 800 }],
    ['smaller than the program can be', kept({ width: 90, height: 40 }), [main], { x: 100, y: 80, width: 800, height: 500 }],
    ['broken units', kept({ x: 10.4, y: 9.6, width: 1000.5, height: 700.2 }), [main], { x: 10, y: 10, width: 1001, height: 700 }],
  ] as const)('%s', (_name, place, areas, expected) => {
    expect(boundsOf(place, [...areas], areas[0])).toEqual(expected);
  });

  const area = fc.record({
    x: fc.integer({ min: -8000, max: 8000 }),
    y: fc.integer({ min: -8000, max: 8000 }),
    width: fc.integer({ min: 320, max: 8000 }),
    height: fc.integer({ min: 240, max: 5000 }),
  });
  it('is whole on one of the monitors that exist, whatever was kept', () => {
    const place = fc.record({
      x: fc.integer({ min: -100_000, max: 100_000 }),
      y: fc.integer({ min: -100_000, max: 100_000 }),
      width: fc.integer({ min: 1, max: 100_000 }),
      height: fc.integer({ min: 1, max: 100_000 }),
      maximised: fc.boolean(),
    });
    fc.assert(
      fc.property(place, fc.array(area, { minLength: 1, maxLength: 4 }), (was, areas) => {
        const { x, y, width, height, minWidth, minHeight } = placeWindow(was, areas, areas[0] ?? main);
        const isInside = areas.some(
          (a) =>
            x >= a.x &&
            y >= a.y &&
            x + width <= a.x + a.width &&
            y + height <= a.y + a.height &&
            minWidth <= a.width &&
            minHeight <= a.height,
        );
        expect(isInside).toBe(true);
      }),
    );
  });

  it('opens as on the first start where the file is damaged', () => {
    for (const read of [
      null,
      7,
      {},
      { x: 0, y: 0, width: 0, height: 1 },
      { x: 'a', y: 0, width: 9, height: 9 },
      { x: 1e9, y: 0, width: 9, height: 9 },
      { x: null, y: 0, width: 9, height: 9 },
    ])
      expect(placeFrom(read)).toBeNull();
    expect(placeFrom({ x: 1, y: 2, width: 900, height: 600 })).toEqual({ x: 1, y: 2, width: 900, height: 600, maximised: false });
    expect(boundsOf(null)).toEqual((({ minWidth, minHeight, ...bounds }) => bounds)(windowBounds(main)));
  });
});
