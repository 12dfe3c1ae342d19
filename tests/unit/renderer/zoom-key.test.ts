import { describe, expect, it } from 'vitest';
import { zoomKey } from '../../../renderer/keys/zoom-key.ts';

const press = (key: string, more = {}) => ({ key, ctrlKey: true, metaKey: false, altKey: false, ...more });

describe('the keys of the size', () => {
  it.each([
    ['+', 'in'],
    ['=', 'in'],
    ['-', 'out'],
    ['_', 'out'],
    ['0', 'usual'],
    ['9', null],
  ])('Ctrl and %s: %s', (key, way) => expect(zoomKey(press(key), false)).toBe(way));

  it('nothing without Ctrl or with Alt: a plus that is typed stays a plus', () => {
    for (const more of [{ ctrlKey: false }, { altKey: true }]) expect(zoomKey(press('+', more), false)).toBeNull();
    expect(zoomKey(press('+', { ctrlKey: false, metaKey: true }), true)).toBe('in');
  });
});
