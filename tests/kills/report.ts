import type { Findings } from './random-kills.ts';

/** Reports what the kills found. The exit code is 1 if money and journal ever disagreed, or if some kills did not happen. */
export function report(findings: Findings, wanted: number, seconds: number): void {
  console.log(`${findings.kills} kills in ${seconds.toFixed(1)} s, ${(findings.kills / seconds).toFixed(1)} a second`);
  console.log('the sale in hand stood in the journal as:');
  for (const [state, count] of [...findings.states].sort(([, a], [, b]) => b - a)) console.log(`  ${state}: ${count}`);
  console.log(`${findings.mismatches.length} mismatches`);
  for (const mismatch of findings.mismatches) console.log(`  ${mismatch}`);
  process.exitCode = findings.mismatches.length > 0 || findings.kills < wanted ? 1 : 0;
}

/** A count from the command line. */
export function readWhole(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} needs a whole number, not ${text}`);
  return number;
}
