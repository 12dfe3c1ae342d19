/**
 * The path of a terminal's calls, or null if the id cannot be a terminal's. `.` and `..` are not changed by percent-encoding and would lead
 * to another path; a lone surrogate cannot be encoded.
 */
export function terminalPath(terminalId: string): string | null {
  if (terminalId === '' || terminalId === '.' || terminalId === '..' || !terminalId.isWellFormed()) return null;
  return `/v1/terminal/${encodeURIComponent(terminalId)}`;
}
