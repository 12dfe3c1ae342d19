/**
 * Where a terminal's calls go, or null for an id that cannot be a terminal's. `.` and `..` survive percent-encoding and would
 * name another place; a lone surrogate cannot be encoded at all.
 */
export function terminalPath(terminalId: string): string | null {
  if (terminalId === '' || terminalId === '.' || terminalId === '..' || !terminalId.isWellFormed()) return null;
  return `/v1/terminal/${encodeURIComponent(terminalId)}`;
}
