import { keptText } from '../masking/kept-text.ts';

/** The program's log. Whatever goes in comes out as one harmless line, masked; a password or a token must never be handed to it. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  /** @param cause what was thrown or what an adapter kept; only its name, code and masked message are written. */
  error(message: string, cause?: unknown): void;
}

const MAX_CAUSE = 500;
/** A line for people; a file's path and a cause fit into it. */
export const LONGEST_LINE = 2_000;

/** One line on the standard error, where support and scripts read it: masked, and nothing that a terminal would act on. */
export function printLine(line: string): void {
  process.stderr.write(`willba-pos: ${keptText(line, LONGEST_LINE)}\n`);
}

/** One line for a cause, with what may be kept of it. */
export function describeCause(cause: unknown): string {
  const depth = [cause, cause instanceof Error ? cause.cause : undefined].filter((one) => one !== undefined);
  const words = depth.map((one) => (one instanceof Error ? `${one.name}${codeOf(one)}: ${one.message}` : String(one)));
  return keptText(words.join(' <- '), MAX_CAUSE);
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
}

/** Nothing is written; for windowless flags, whose only voice is their output. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
