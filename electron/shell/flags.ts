import { resolve } from 'node:path';
import type { Language } from '../../shared/money.ts';
import type { OpenedLink } from '../program/links.ts';
import { asLanguage } from '../settings/desk-language.ts';
import { splitLink } from './opened-link.ts';

export type Flags = {
  readonly training: boolean;
  readonly provision: string | null;
  readonly language: Language | null;
  readonly exportPayments: string | null;
  readonly selfCheck: boolean;
  /** A backup that takes the journal's place. */
  readonly restoreBackup: string | null;
  /** How many payments may be lost by that, as it was typed. */
  readonly acceptLosing: string | null;
  /** What Willba asks for, or why its link is refused. */
  readonly link: OpenedLink | null;
};

/**
 * Reads the command line (`interfaces.md`). Unknown flags are for Chromium and are ignored here. Relative paths start from the folder in
 * which the command was typed.
 */
export function readFlags(argv: readonly string[], folder: string): Flags {
  const { own, link } = splitLink(argv);
  const value = (name: string): string | null => {
    const prefix = `--${name}=`;
    return own.findLast((argument) => argument.startsWith(prefix))?.slice(prefix.length) ?? null;
  };
  const file = (name: string): string | null => {
    const given = value(name);
    return given === null || given === '' ? given : resolve(folder, given);
  };
  return {
    training: own.includes('--training'),
    provision: file('provision'),
    language: asLanguage(value('lang')),
    exportPayments: file('export-payments'),
    selfCheck: own.includes('--self-check'),
    restoreBackup: file('restore-backup'),
    acceptLosing: value('accept-losing'),
    link,
  };
}
