import type { Snapshot } from '../../shared/ipc/contract.ts';
import { isWaiting } from './outcome-model.ts';

type Shown = Pick<Snapshot, 'current' | 'starting' | 'closing'>;

/** Whether an unattended screen may be covered: never while a payment is open, about to begin, or not known to have ended. */
export function mayCover(shown: Shown | null): boolean {
  if (shown === null || shown.starting !== null || shown.closing !== null) return false;
  const { current } = shown;
  return current === null || !(isWaiting(current) || current.state === 'checking' || current.state === 'unresolved');
}
