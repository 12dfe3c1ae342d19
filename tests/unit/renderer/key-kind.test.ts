import { describe, expect, it } from 'vitest';
import { isUntold, kindOf } from '../../../renderer/keys/key-kind.ts';

type Held = { readonly ctrlKey?: boolean; readonly altKey?: boolean; readonly metaKey?: boolean; readonly altGraph?: boolean };

const press = (key: string, code = '', { ctrlKey = false, altKey = false, metaKey = false, altGraph = false }: Held = {}) => ({
  key,
  code,
  ctrlKey,
  altKey,
  metaKey,
  getModifierState: (name: string) => name === 'AltGraph' && altGraph,
});

describe('what a key is', () => {
  it.each([
    ['a', 'KeyA', {}],
    ['Ä', 'Quote', {}],
    ['7', 'Numpad7', {}],
    [' ', 'Space', {}],
    ['Dead', 'BracketRight', {}],
    ['Process', 'KeyA', {}],
    ['€', 'KeyE', { ctrlKey: true, altKey: true }],
    ['@', 'Digit2', { altGraph: true }],
    ['0', 'Numpad0', { altKey: true }],
    ['𝟙', '', {}],
  ])('%s writes a character', (key, code, held) => {
    expect(kindOf(press(key, code, held))).toBe('character');
  });

  it.each([
    ['Enter', 'Enter', {}],
    ['Enter', 'NumpadEnter', {}],
    ['Enter', 'Enter', { ctrlKey: true }],
    ['j', 'KeyJ', { ctrlKey: true }],
    ['M', 'KeyM', { ctrlKey: true }],
  ])('%s (%s) presses what has the focus', (key, code, held) => {
    expect(kindOf(press(key, code, held))).toBe('enter');
  });

  it.each([
    ['F9', 'F9', {}],
    ['Escape', 'Escape', {}],
    ['ArrowDown', 'ArrowDown', {}],
    [']', 'BracketRight', { ctrlKey: true }],
    ['v', 'KeyV', { metaKey: true }],
  ])('%s is neither', (key, code, held) => {
    expect(kindOf(press(key, code, held))).toBe('other');
  });

  it('knows Tab and what only changes other keys', () => {
    expect(kindOf(press('Tab', 'Tab'))).toBe('tab');
    for (const key of ['Shift', 'Alt', 'AltGraph', 'Control', 'CapsLock', 'NumLock']) expect(kindOf(press(key))).toBe('modifier');
  });

  it('knows which characters do not tell what they are', () => {
    expect([press('Dead'), press('Process'), press('6', 'Numpad6', { altKey: true })].every(isUntold)).toBe(true);
    expect([press('e'), press('6', 'Numpad6'), press('6', 'Digit6', { altKey: true })].some(isUntold)).toBe(false);
  });
});
