import type { PosErrorCode } from '../../shared/errors.ts';
import { failed, type Result } from '../../shared/result.ts';
import type { Warnings } from '../payments/rules/warnings.ts';
import type { RandomIds } from './ports.ts';
import { posError } from './pos-error.ts';

export type Refuse = ReturnType<typeof createRefuse>;

/** What a command answers that cannot be done, each with a reference that support can find in the log. */
export const createRefuse =
  ({ errorRef }: Pick<RandomIds, 'errorRef'>) =>
  (code: PosErrorCode, warnings?: Warnings, unclearId?: string) =>
    failed(posError(code, errorRef(), warnings, unclearId));

/** An act of the core as a command answers it. */
export const answerOf = (result: Result<null, PosErrorCode>, refuse: Refuse) => (result.ok ? result : refuse(result.error));
