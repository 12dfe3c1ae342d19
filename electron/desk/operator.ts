import type { Desk, DeskSettings } from '../../shared/ipc/desk.ts';
import { ok } from '../../shared/result.ts';
import type { Part } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';
import type { Refuse } from './refusals.ts';

export type Operator = ReturnType<typeof createOperator>;

/** Who is at the desk. A name that the settings do not have any more is nobody. */
export function createOperator(names: readonly string[], before: string | null) {
  let operator = names.find((name) => name === before) ?? null;
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
    /** Keeps this PC's place. @returns false where another account works with the settings as it read them. */
    readonly choosePointOfSale: (name: string | null) => boolean;
    readonly refuse: Refuse;
    readonly changed: Changed;
  },
) {
  const { settings, refuse, changed } = parts;
  return {
    slices: {
      desk: (): Desk => ({ ...settings(), operator: operator.current(), secretsForThisRunOnly: parts.secretsForThisRunOnly() }),
    },
    commands: {
      chooseOperator({ name }) {
        if (!settings().operators.includes(name)) return refuse('invalid-request');
        operator.choose(name);
        changed('desk');
        return ok(null);
      },
      choosePointOfSale({ name }) {
        if (!parts.choosePointOfSale(name)) return refuse('open-elsewhere');
        changed('desk', 'terminals');
        return ok(null);
      },
    },
  } satisfies Part;
}
