/**
 * npm run chaos -- --seeds 10000 [--first N]: plays seeded schedules on the real core; exits 1 when money and journal disagree at any time.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fromSchedule, fromSeed, shrink } from './decisions.ts';
import { play } from './play.ts';
import { addUp, noFindings, P95_LIMIT_MS, percentile, unreached } from './run.ts';

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1000' }, first: { type: 'string', default: '0' } } });
const seeds = wholeNumber('seeds', values.seeds);
const first = wholeNumber('first', values.first);
/** One bug shows in many seeds, and shrinking all of them would take too long. */
const KEPT_AT_MOST = 3;
let kept = 0;
const findings = noFindings();
const start = performance.now();
const seconds = (): number => (performance.now() - start) / 1000;

for (let seed = first; seed < first + seeds; seed += 1) {
  const played = await play(fromSeed(seed));
  addUp(findings, seed, played);
  if (played.complaints.length > 0 && kept < KEPT_AT_MOST) await keep(seed, played.schedule, played.complaints);
  if (seeds === 1) console.log(played.story.join('\n'));
  if ((seed - first) % 1000 === 999)
    console.log(`${seed - first + 1} schedules, ${findings.mismatches.length} mismatches, ${seconds().toFixed(0)} s`);
}

const missing = seeds >= 10_000 ? unreached(findings) : [];
const p95 = percentile(findings.delays, 0.95);
console.log(`${seeds} schedules in ${seconds().toFixed(1)} s, ${(seeds / seconds()).toFixed(0)} a second`);
console.log('reached:');
for (const [name, count] of [...findings.reached].sort(([a], [b]) => a.localeCompare(b)))
  console.log(`  ${String(count).padStart(7)}  ${name}`);
console.log(
  `proven after a loss: ${findings.delays.length}, p50 ${(percentile(findings.delays, 0.5) / 1000).toFixed(1)} s, p95 ${(p95 / 1000).toFixed(1)} s, longest ${(percentile(findings.delays, 1) / 1000).toFixed(1)} s after line, program and result were there`,
);
for (const name of missing) console.log(`never reached: ${name}`);
console.log(`${findings.mismatches.length} mismatches`);
for (const mismatch of findings.mismatches.slice(0, 40)) console.log(`  ${mismatch}`);
process.exitCode = findings.mismatches.length > 0 || missing.length > 0 || p95 > P95_LIMIT_MS ? 1 : 0;

/** The shortest schedule that still fails is stored as a file, and every test run plays it from then on. */
async function keep(seed: number, schedule: readonly number[], complaints: readonly string[]): Promise<void> {
  kept += 1;
  const fails = async (candidate: readonly number[]): Promise<boolean> => (await play(fromSchedule(candidate))).complaints.length > 0;
  const shortest = (await fails(schedule)) ? await shrink(schedule, fails) : schedule;
  const name = join(import.meta.dirname, 'kept', `seed-${seed}.json`);
  writeFileSync(name, `${JSON.stringify({ seed, complaints, schedule: shortest })}\n`);
  console.log(`seed ${seed}: ${complaints[0]}; ${shortest.length} decisions kept in ${name}`);
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} needs a whole number, not ${text}`);
  return number;
}
