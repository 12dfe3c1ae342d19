import { paymentStateNames } from '../../shared/payment.ts';
import type { Played } from './play.ts';
import { RARE } from './situations.ts';

/** The limit for the 95th percentile: the time from when both the line is back and the result is available until the approval is proven. */
export const P95_LIMIT_MS = 15_000;

export interface Findings {
  readonly mismatches: string[];
  readonly reached: Map<string, number>;
  readonly delays: number[];
}
export const noFindings = (): Findings => ({ mismatches: [], reached: new Map(), delays: [] });

export function addUp(findings: Findings, seed: number, played: Played): void {
  for (const complaint of played.complaints) findings.mismatches.push(`seed ${seed}: ${complaint}`);
  for (const [name, count] of played.reached) findings.reached.set(name, (findings.reached.get(name) ?? 0) + count);
  findings.delays.push(...played.delays);
}

/** The situations that the run has not reached: it proves nothing about them. */
export function unreached({ reached }: Findings): string[] {
  const wanted = [...paymentStateNames.filter((name) => name !== 'created').map((name) => `state ${name}`), ...RARE];
  return wanted.filter((name) => !reached.has(name));
}

export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
