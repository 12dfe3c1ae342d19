import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages } from '../../shared/money.ts';

/** The language of the window, the system's boxes and the papers. */
export type DeskLanguage = {
  readonly current: () => Language;
  /** From now on, and with `keep` also at the next starts. @throws if it cannot be stored; this run speaks it all the same */
  readonly choose: (language: Language, keep: boolean) => void;
  /** The same language, once it is known how to store it: the settings' file is opened after the window. */
  readonly storedBy: (store: (language: Language) => void) => DeskLanguage;
};

/** @param first what this run was told, or what somebody chose earlier. Without either it is Finnish, whatever the system says. */
export function createDeskLanguage(first: Language | null): DeskLanguage {
  let language: Language = first ?? 'fi';
  const storing = (store: (language: Language) => void): DeskLanguage => ({
    current: () => language,
    choose(wanted, keep) {
      language = wanted;
      if (keep) store(wanted);
    },
    storedBy: storing,
  });
  return storing(() => undefined);
}

export const asLanguage = (value: unknown): Language | null => languages.find((language) => language === value) ?? null;

/**
 * What somebody chose on this PC, read from the settings' file without what reads it later (`settings-store.ts`): the page is drawn in it
 * at once, and must not wait. Null if nothing was chosen or the file cannot be read.
 */
export function savedLanguage(folder: string): Language | null {
  try {
    const stored: unknown = JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));
    return typeof stored === 'object' && stored !== null && 'language' in stored ? asLanguage(stored.language) : null;
  } catch {
    return null;
  }
}
