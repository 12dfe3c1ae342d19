import type { PosErrorCode } from '../../shared/errors.ts';
import type { CommandInput } from '../../shared/ipc/contract.ts';
import type { DeskSettings } from '../../shared/ipc/desk.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Part } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';
import { readName } from './persons-word.ts';
import type { MissingPaymentsNotice } from './ports.ts';
import { answerOf, type Refuse } from './refusals.ts';

/** A named person has read that payments may be missing. Refused if the notice has changed since the window showed it. */
function take(
  { by, to }: CommandInput<'missingPaymentsRead'>,
  notice: MissingPaymentsNotice,
  operators: readonly string[],
): Result<null, PosErrorCode> {
  const name = readName(by, operators);
  if (!name.ok) return name;
  if (notice.current()?.to !== to) return failed('not-possible-now');
  return notice.read(name.value) ? ok(null) : failed('journal-unavailable');
}

export const missingPaymentsPart = (
  notice: MissingPaymentsNotice,
  parts: { readonly settings: () => Pick<DeskSettings, 'operators'>; readonly refuse: Refuse; readonly changed: Changed },
) =>
  ({
    slices: { missingPayments: notice.current },
    commands: {
      missingPaymentsRead(input) {
        const taken = take(input, notice, parts.settings().operators);
        if (taken.ok) parts.changed('missingPayments');
        return answerOf(taken, parts.refuse);
      },
    },
  }) satisfies Part;
