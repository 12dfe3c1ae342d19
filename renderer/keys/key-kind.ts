import type { KeyKind } from './scan-detector.ts';

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'getModifierState'>;

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'ScrollLock', 'Fn', 'Super', 'Hyper']);

/** A character that the key event does not tell: half of an accent, an input method, a code typed on the number pad with Alt. */
export const isUntold = ({ key, code, altKey }: Key): boolean =>
  key === 'Dead' || key === 'Process' || key === 'Unidentified' || (altKey && /^Numpad\d$/.test(code));

export function kindOf(event: Key): KeyKind {
  const { key, ctrlKey, altKey, metaKey } = event;
  if (MODIFIERS.has(key)) return 'modifier';
  if (key === 'Enter') return 'enter';
  if (key === 'Tab') return 'tab';
  if (isUntold(event)) return 'character';
  // On Windows AltGr is reported as Ctrl and Alt; it types @ and €.
  const writes = (!ctrlKey && !metaKey) || event.getModifierState('AltGraph') || (ctrlKey && altKey);
  if ([...key].length === 1 && writes) return 'character';
  // Ctrl+J and Ctrl+M are line feed and carriage return: some keyboard layouts press a button with them.
  if (ctrlKey && !altKey && /^[jm]$/i.test(key)) return 'enter';
  return 'other';
}
