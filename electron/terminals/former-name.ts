import { nameKey } from '../../shared/reference.ts';
import type { Terminal } from '../../shared/terminal.ts';

/**
 * The name under which this PC's terminal was chosen, where the customer calls it something else now; null where it is the same to
 * a reader. Names may have been swapped between two devices: then the card would name one and the sum would come up at the other.
 *
 * @param kept this PC's terminal, as it was when somebody chose it or answered for its new name
 */
export function formerNameOf(kept: Terminal | null, now: Terminal): string | null {
  if (kept === null || kept.terminalId !== now.terminalId) return null;
  // One without a usable name is called by its id; that fault is told by itself.
  if (now.fault === 'bad-name' || kept.fault === 'bad-name') return null;
  return nameKey(kept.name) === nameKey(now.name) ? null : kept.name;
}
