import { commandNames } from '../../../shared/ipc/command-names.ts';
import type { CommandName } from '../../../shared/ipc/contract.ts';
import { mayBeAbsent, mayBeNull, validInputs } from './valid-inputs.ts';

/** A valid input with one change, and whether the contract still allows it. */
export type Changed = { readonly command: CommandName; readonly what: string; readonly input: unknown; readonly allowed: boolean };

type Members = { readonly [name: string]: unknown };
const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

const TOO_LONG = 'x'.repeat(100_001);

/** The wrong values for one value, by the type of the right one. */
function wrongValues(value: unknown): readonly unknown[] {
  if (value === null) return [{}, [], '', 0, false];
  if (Array.isArray(value)) return [...scalars, {}, [{}], ['no such word'], Array.from({ length: 1_000 }, () => value[0])];
  switch (typeof value) {
    case 'string':
      return [0, true, {}, [value], TOO_LONG];
    case 'number':
      return ['1250', true, {}, [value], Number.NaN, Number.POSITIVE_INFINITY, value + 0.5, -value, 1e300];
    case 'boolean':
      return ['true', 1, 'false', 0, {}, [value]];
    default:
      return [...scalars, [], {}];
  }
}
const scalars: readonly unknown[] = ['x', 1, true];

/** Enumerations refuse any other word; what is free text may hold it. */
const CHOICES = ['mode', 'method', 'shown', 'answer', 'kind', 'filter'];

function changesOf(command: CommandName, root: unknown): readonly Changed[] {
  const told = (what: string, input: unknown, allowed = false): Changed => ({ command, what: `${command}${what}`, input, allowed });
  const visit = (value: unknown, path: string, put: (changed: unknown) => unknown): readonly Changed[] => [
    ...wrongValues(value).map((wrong, index) => told(`${path} wrong in way ${index + 1}`, put(wrong))),
    ...(isMembers(value) ? Object.keys(value).flatMap((name) => member(value, name, `${path}.${name}`, put)) : []),
  ];
  const member = (whole: Members, name: string, path: string, put: (changed: unknown) => unknown): readonly Changed[] => {
    const key = `${command}${path}`;
    const { [name]: value, ...rest } = whole;
    const isChoice = typeof value === 'string' && (CHOICES.includes(name) || key === 'runCheck.name');
    return [
      told(`${path} left out`, put(rest), mayBeAbsent.includes(key)),
      told(`${path} null`, put({ ...whole, [name]: null }), mayBeNull.includes(key)),
      ...(isChoice ? [told(`${path} another word`, put({ ...whole, [name]: 'no-such-word' }))] : []),
      ...visit(value, path, (changed) => put({ ...whole, [name]: changed })),
    ];
  };
  return visit(root, '', (changed) => changed);
}

/** Every valid input of the contract with one thing changed. */
export const changedInputs: readonly Changed[] = commandNames.flatMap((name) => changesOf(name, validInputs[name]));
