import type { PosErrorCode } from '../../shared/errors.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { CreateFailure } from '../payments/ports.ts';

/** Why there is no new row. The same form twice is no failure: it is the payment that it became. */
export function readCreateFailure(failure: CreateFailure): Result<{ paymentId: string }, PosErrorCode> {
  switch (failure.kind) {
    case 'terminal-held':
      return failed('terminal-held');
    case 'key-used':
      return ok({ paymentId: failure.paymentId });
    case 'disk-full':
      return failed('disk-full');
    case 'unavailable':
      return failed('journal-unavailable');
  }
}
