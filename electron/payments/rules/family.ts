import type { PaymentJournal } from '../ports.ts';

/**
 * A payment and all that belong to it: the one that it gives back, voids or completes, the payments of that one, and all that name any of
 * these. What one of them is worth depends on the others.
 */
export function familyOf(paymentId: string, journal: Pick<PaymentJournal, 'byId' | 'byOriginal'>): ReadonlySet<string> {
  const family = new Set<string>();
  const waiting = [paymentId];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (family.has(id)) continue;
    family.add(id);
    const originalId = journal.byId(id)?.facts.originalId ?? null;
    if (originalId !== null) waiting.push(originalId);
    for (const { facts } of journal.byOriginal(id)) waiting.push(facts.id);
  }
  return family;
}
