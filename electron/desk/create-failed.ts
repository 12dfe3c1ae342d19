import type { PosErrorCode } from '../../shared/errors.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { CreateFailure } from '../payments/ports.ts';

/** The error if no row was created. A form that was already sent is no error: the answer is the payment that it became. */
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
