import { failed, ok, type Result } from '../../shared/result.ts';
import type { ConfigurationStore } from '../settings/configuration-store.ts';
import { losesPayments, type PendingPayments } from '../settings/connections.ts';
import type { Provisioning } from '../settings/provisioning-file.ts';
import { applyProvisioning, type Configuration } from '../settings/settings.ts';
import { countPending } from '../storage/pending-payments.ts';

/**
 * Stores a valid file's settings. Refused, with nothing changed, while another account has the program open with the earlier settings, and
 * if it would change the Nets host or user while a payment is open: that payment can only be looked up with the host and user it was sent
 * with.
 */
export async function importProvisioning(
  file: Provisioning,
  parts: { readonly store: ConfigurationStore; readonly isOpenElsewhere: () => boolean; readonly pending: () => PendingPayments },
): Promise<Result<Configuration, string>> {
  if (parts.isOpenElsewhere()) return failed('another account has the program open on this PC; close it there before importing a file');
  const earlier = parts.store.readSettings();
  const next = applyProvisioning(file, earlier);
  if (losesPayments(next.settings, earlier, parts.pending())) {
    return failed('the file changes the Nets host or user while a payment is open; settle the payment first');
  }
  return ok(await parts.store.keep(next));
}

/** An unresolved payment can still be proven by a lookup, but only with the log-in it was sent with. */
export function pendingIn(folder: string): PendingPayments {
  const pending = countPending(folder);
  return pending.known ? { any: pending.open + pending.unresolved > 0, login: pending.login } : { any: true, login: null };
}
