import { nameKey } from '../../shared/reference.ts';
import type { Terminal } from '../../shared/terminal.ts';

/**
 * The old name of this PC's terminal if the customer has renamed it since it was chosen; null if both read the same. The names of two
 * devices may have been swapped: then the card would show one name and the sum would appear on the other device.
 *
 * @param kept this PC's terminal, as it was when somebody chose it or confirmed its new name
 */
export function formerNameOf(kept: Terminal | null, now: Terminal): string | null {
  if (kept === null || kept.terminalId !== now.terminalId) return null;
  // A terminal without a usable name is shown by its id, and that fault has its own message.
  if (now.fault === 'bad-name' || kept.fault === 'bad-name') return null;
  return nameKey(kept.name) === nameKey(now.name) ? null : kept.name;
}
