import type { PosErrorCode } from '../../shared/errors.ts';
import { failed, type Result } from '../../shared/result.ts';
import type { Warnings } from '../payments/rules/warnings.ts';
import type { RandomIds } from './ports.ts';
import { posError } from './pos-error.ts';

export type Refuse = ReturnType<typeof createRefuse>;

/** Makes the answer of a command that was refused, with a new reference for support. */
export const createRefuse =
  ({ errorRef }: Pick<RandomIds, 'errorRef'>) =>
  (code: PosErrorCode, warnings?: Warnings, unclearId?: string) =>
    failed(posError(code, errorRef(), warnings, unclearId));

/** Turns a result of the runner into the answer of a command. */
export const answerOf = (result: Result<null, PosErrorCode>, refuse: Refuse) => (result.ok ? result : refuse(result.error));
