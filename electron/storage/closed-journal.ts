import { failed } from '../../shared/result.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import { eachRead } from './empty-reads.ts';

/** Used when the journal could not be opened: it finds nothing and accepts nothing, so nothing is sold. */
export function createClosedJournal(cause: unknown): PaymentJournal {
  const refusal = () => failed({ kind: 'unavailable' as const, cause });
  return { create: refusal, append: refusal, ...eachRead((_name, nothing) => () => nothing) };
}
