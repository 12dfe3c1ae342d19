import type { Ledger } from './world.ts';

/** What a desk claims about one of its payments, in terms that belong to no program. Amounts are minor units. */
export interface Claim {
  readonly desk: string;
  readonly orderId: string;
  readonly kind: 'sale' | 'refund' | 'void';
  /** A void's sale. */
  readonly saleOrderId: string | null;
  /** Whether the money moved: out of the guest's account, or back for refund and void. */
  readonly moved: 'yes' | 'no' | 'unknown';
  readonly movedMinor: number;
  /** Who says so: Nets, or a person whose word may be wrong. */
  readonly by: 'nets' | 'person' | null;
}

/** One call that left a desk for a terminal. */
export interface SentCall {
  readonly desk: string;
  readonly call: 'sale' | 'void' | 'cancelAction' | 'lookup';
  readonly terminalId: string;
  readonly at: number;
  /** How many requests to move money of this very desk were open at that terminal when it left. */
  readonly ownOpen: number;
  /** Whether a person asked for it. */
  readonly byPerson: boolean;
}

/** What must be true at every moment. One sentence for each mismatch. */
export function compareClaims(claims: readonly Claim[], ledger: Ledger): string[] {
  return claims.flatMap((claim) => {
    const name = `${claim.desk} ${claim.kind} ${claim.orderId}`;
    return (claim.kind === 'void' ? compareVoid(claim, ledger) : compareMoney(claim, ledger)).map((wrong) => `${name} ${wrong}`);
  });
}

function compareMoney({ orderId, moved, movedMinor, by }: Claim, { entries }: Ledger): string[] {
  const entry = entries.get(orderId);
  const wrong: string[] = [];
  if (entry !== undefined && entry.posts > 1) wrong.push(`was sent ${entry.posts} times`);
  if (entry !== undefined && entry.moved > 1) wrong.push(`moved money ${entry.moved} times`);
  if (by === 'person') return wrong;
  if (moved === 'yes') {
    if (entry === undefined || entry.moved === 0) wrong.push('is said to be charged and was not');
    else if (entry.told !== 'approved' && !entry.shown) wrong.push('is said to be charged, and nobody told');
    else if (entry.movedMinor !== movedMinor) wrong.push(`is said to be charged ${movedMinor} and was charged ${entry.movedMinor}`);
  }
  if (moved === 'no' && entry !== undefined) {
    if (entry.moved > 0) wrong.push('is said not to be charged and was');
    // Luck is no knowledge: without an answer that proves it, nobody may say no.
    else if (entry.posts > 0 && entry.told !== 'rejected' && entry.told !== 'refused')
      wrong.push('is said not to be charged, and nobody told');
  }
  return wrong;
}

function compareVoid(claim: Claim, ledger: Ledger): string[] {
  const { saleOrderId, moved, by } = claim;
  const sale = saleOrderId === null ? undefined : ledger.entries.get(saleOrderId);
  if (sale === undefined) return ['names no sale that was ever sent'];
  if (by === 'person') return [];
  if (moved === 'yes' && sale.voided !== 1 && !lostTheRace(claim, ledger)) return [`is said to be done and was done ${sale.voided} times`];
  return [];
}

/**
 * Another desk may finish a transaction between the lookup that showed our sale and the DELETE. The interface has no void by id, so nobody
 * can rule this out; it is counted instead.
 */
export const lostRaces = ({ voids }: Ledger): number => voids.filter((each) => each.hitForeign).length;
const lostTheRace = ({ desk, saleOrderId }: Claim, { voids }: Ledger): boolean =>
  voids.some((each) => each.desk === desk && each.hitForeign && each.lookShowed === saleOrderId);

/** What the program must never have done to anybody's money, whatever it claims. */
export function compareDeeds(claims: readonly Claim[], calls: readonly SentCall[], { entries, voids }: Ledger): string[] {
  const wrong: string[] = [];
  for (const entry of entries.values()) if (entry.voided > 1) wrong.push(`${entry.orderId} was voided ${entry.voided} times`);
  for (const each of voids) {
    const asked = claims.some((claim) => claim.desk === each.desk && claim.kind === 'void' && claim.saleOrderId === each.lookShowed);
    if (!asked) wrong.push(`${each.desk} sent a void on ${each.terminalId} after a look that showed ${each.lookShowed ?? 'nothing'}`);
  }
  for (const call of calls) {
    const place = `${call.desk} at ${call.at} on ${call.terminalId}`;
    if (call.call === 'cancelAction' && call.ownOpen === 0) wrong.push(`cancelAction without an own open request: ${place}`);
    if (call.call === 'lookup' && call.ownOpen > 0 && !call.byPerson) wrong.push(`a lookup disturbs an own open request: ${place}`);
  }
  for (const desk of new Set(voids.map((each) => each.desk))) {
    const sent = voids.filter((each) => each.desk === desk && each.said !== 'refused').length;
    const wanted = claims.filter((claim) => claim.desk === desk && claim.kind === 'void').length;
    if (sent > wanted) wrong.push(`${desk} sent ${sent} voids for ${wanted}, busy answers not counted`);
  }
  return wrong;
}
