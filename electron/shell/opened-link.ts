import { failed, ok } from '../../shared/result.ts';
import type { OpenedLink } from '../program/links.ts';

export const LINK_SCHEME = 'willba-pos';

/** Longer ones are not handed on. The reader has the same limit (`willba/payment-link.ts`), and is loaded only for a link. */
const LONGEST_LINK = 4096;
const IS_LINK = new RegExp(`^${LINK_SCHEME}:`, 'i');

/** The program's own arguments, and the link behind them, if there is one. */
export type CommandLine = { readonly own: readonly string[]; readonly link: OpenedLink | null };

/**
 * Takes the link out of the command line. A browser may have been led to write more behind a link: that never acts as a flag, and the link
 * is refused.
 */
export function splitLink(argv: readonly string[]): CommandLine {
  const at = argv.findIndex((argument) => IS_LINK.test(argument));
  const end = argv.indexOf('--');
  const own = argv.slice(0, Math.min(...[at, end].map((index) => (index < 0 ? argv.length : index))));
  const link = argv[at];
  if (link === undefined) return { own, link: null };
  return { own, link: at < argv.length - 1 ? failed('not-last') : openedLink(link) };
}

export const openedLink = (link: string): OpenedLink => (link.length > LONGEST_LINK ? failed('too-long') : ok(link));

/** What a second start hands to the running program. Any process of this account can send that, so it is read like every other input. */
export const handedOver = (link: OpenedLink | null): Record<string, unknown> => ({ link });

export function readHandedOver(data: unknown): OpenedLink | null {
  const link = isObject(data) ? data['link'] : null;
  if (!isObject(link)) return null;
  if (typeof link['value'] === 'string') return openedLink(link['value']);
  return failed(link['error'] === 'not-last' ? 'not-last' : 'too-long');
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Chromium's limit is 32 KiB, with its own words around. */
const LONGEST_MESSAGE_BYTES = 28_000;

/**
 * Whether a second start must not hand its command line to the running program. Chromium sends it in one message. It takes a program that
 * does not understand the message for one that hangs, and kills it, with whatever payment it waits for. Windows has no such limit.
 */
export function isTooLongToHandOver(argv: readonly string[], folder: string, link: OpenedLink | null): boolean {
  if (process.platform === 'win32') return false;
  const bytes = (text: string): number => Buffer.byteLength(text) + 1;
  const handed = link?.ok === true ? bytes(link.value) : 0;
  return [folder, ...argv].reduce((sum, argument) => sum + bytes(argument), 3 * handed) > LONGEST_MESSAGE_BYTES;
}
