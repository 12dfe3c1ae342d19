import { failed } from '../../shared/result.ts';
import type { PaymentJournal } from '../payments/ports.ts';
import { eachRead } from './empty-reads.ts';

/** Stands where a journal could not be opened: it knows of nothing and takes nothing, so that nothing is sold. */
export function createClosedJournal(cause: unknown): PaymentJournal {
  const refusal = () => failed({ kind: 'unavailable' as const, cause });
  return { create: refusal, append: refusal, ...eachRead((_name, nothing) => () => nothing) };
}
