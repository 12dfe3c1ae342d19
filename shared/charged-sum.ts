type Charge = {
  readonly amountMinor: number;
  readonly chargedMinor: number;
  readonly tipMinor: number;
  readonly surchargeMinor: number;
};

/** What was charged of the sum asked for, in minor units, without tip and surcharge. */
export const netMinor = ({ chargedMinor, tipMinor, surchargeMinor }: Omit<Charge, 'amountMinor'>): number =>
  chargedMinor - tipMinor - surchargeMinor;

/** `part`: less than asked, and at least half of it. `differs`: less than half, or more than tip and surcharge explain. */
export type SumVerdict = 'as-asked' | 'part' | 'differs';

/** How a charge compares with what was asked. Only `as-asked` may look like a plain success. */
export function judgeSum(charge: Charge): SumVerdict {
  const net = netMinor(charge);
  if (net === charge.amountMinor) return 'as-asked';
  return net < charge.amountMinor && net * 2 >= charge.amountMinor ? 'part' : 'differs';
}
