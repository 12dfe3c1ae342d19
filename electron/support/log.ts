import { keptText } from '../masking/kept-text.ts';

/** The program's log. Every message is masked and written as one harmless line. A password or a token must never be passed to it. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  /** @param cause an exception, or what an adapter kept of one; only its name, code and masked message are written. */
  error(message: string, cause?: unknown): void;
}

const MAX_CAUSE = 500;
/** The longest line, in UTF-16 units; a file's path and a cause fit into it. */
export const LONGEST_LINE = 2_000;

/** Prints one line on the standard error, for support and scripts: masked, without control characters. */
export function printLine(line: string): void {
  process.stderr.write(`willba-pos: ${keptText(line, LONGEST_LINE)}\n`);
}

/** Describes a cause in one masked line. */
export function describeCause(cause: unknown): string {
  const depth = [cause, cause instanceof Error ? cause.cause : undefined].filter((one) => one !== undefined);
  const words = depth.map((one) => (one instanceof Error ? `${one.name}${codeOf(one)}: ${one.message}` : String(one)));
  return keptText(words.join(' <- '), MAX_CAUSE);
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
}

/** Writes nothing: for windowless flags, which only print their result. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
