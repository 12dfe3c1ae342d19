type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Ctrl and + − 0, as in a browser; on a Mac with Command. The plus may need Shift, and has a key of its own beside the digits. */
export function zoomKey(
  { key, ctrlKey, metaKey, altKey }: Press,
  isMac = navigator.userAgent.includes('Mac'),
): 'in' | 'out' | 'usual' | null {
  if (altKey || !(isMac ? metaKey : ctrlKey)) return null;
  if (key === '+' || key === '=') return 'in';
  if (key === '-' || key === '_') return 'out';
  return key === '0' ? 'usual' : null;
}
