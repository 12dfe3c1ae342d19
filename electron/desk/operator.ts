import type { Desk, DeskSettings } from '../../shared/ipc/desk.ts';
import type { Language } from '../../shared/money.ts';
import { readNewName } from '../../shared/new-name.ts';
import { nameKey } from '../../shared/reference.ts';
import { ok } from '../../shared/result.ts';
import type { Part } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';
import type { Refuse } from './refusals.ts';

export type Operator = ReturnType<typeof createOperator>;

/**
 * The operator at the desk.
 *
 * @param before the operator before the world was reopened; dropped if the settings no longer have the name
 */
export function createOperator(names: readonly string[], before: string | null) {
  let operator = before === null ? null : (names.find((name) => nameKey(name) === nameKey(before)) ?? null);
  return {
    current: (): string | null => operator,
    choose(name: string): void {
      operator = name;
    },
  };
}

export function operatorPart(
  operator: Operator,
  parts: {
    readonly settings: () => DeskSettings;
    readonly secretsForThisRunOnly: () => boolean;
    /** Stores this PC's point of sale. @returns false if another account has the program open: the settings are in use there. */
    readonly choosePointOfSale: (name: string | null) => boolean;
    /** Stores above which sum Maksa asks. @returns false likewise */
    readonly chooseAskAbove: (minor: number | null) => boolean;
    /** Stores a name for this PC. @returns false likewise. */
    readonly addOperator: (name: string) => boolean;
    readonly operatorChanged: (from: string | null, by: string) => void;
    readonly chooseLanguage: (language: Language) => void;
    readonly refuse: Refuse;
    readonly changed: Changed;
  },
) {
  const { settings, refuse, changed } = parts;
  function choose(name: string): void {
    const before = operator.current();
    operator.choose(name);
    changed('desk');
    if (before !== name) parts.operatorChanged(before, name);
  }
  return {
    slices: {
      desk: (): Desk => ({ ...settings(), operator: operator.current(), secretsForThisRunOnly: parts.secretsForThisRunOnly() }),
    },
    commands: {
      chooseOperator({ name }) {
        if (!settings().operators.includes(name)) return refuse('invalid-request');
        choose(name);
        return ok(null);
      },
      addOperator({ name }) {
        const read = readNewName(name, settings().operators);
        if (!read.ok) return ok(read.error);
        if (!parts.addOperator(read.value)) return refuse('open-elsewhere');
        choose(read.value);
        return ok('added');
      },
      choosePointOfSale({ name }) {
        if (!parts.choosePointOfSale(name)) return refuse('open-elsewhere');
        changed('desk', 'terminals');
        return ok(null);
      },
      chooseAskAbove({ minor }) {
        if (!parts.chooseAskAbove(minor)) return refuse('open-elsewhere');
        changed('desk');
        return ok(null);
      },
      chooseLanguage({ language }) {
        // Also while a payment waits: only words change.
        parts.chooseLanguage(language);
        changed('desk');
        return ok(null);
      },
    },
  } satisfies Part;
}
