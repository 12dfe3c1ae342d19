/** npm run kills -- --kills 10000 [--first 0] [--parallel 2]: SIGKILL at random instants; exits 1 when money and journal ever disagree. */
import { parseArgs } from 'node:util';
import { noFindings, runKills } from './random-kills.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '500' },
    first: { type: 'string', default: '0' },
    parallel: { type: 'string', default: '2' },
  },
});
const kills = wholeNumber('kills', values.kills);
const findings = noFindings();
const start = performance.now();
const seconds = (): number => (performance.now() - start) / 1000;
const progress = setInterval(() => {
  console.log(`${findings.kills} kills, ${findings.mismatches.length} mismatches, ${seconds().toFixed(0)} s`);
}, 30_000);
await runKills(kills, wholeNumber('first', values.first), Math.max(1, wholeNumber('parallel', values.parallel)), findings);
clearInterval(progress);

console.log(`${findings.kills} kills in ${seconds().toFixed(1)} s, ${(findings.kills / seconds()).toFixed(1)} a second`);
console.log('the sale in hand stood in the journal as:');
for (const [state, count] of [...findings.states].sort(([, a], [, b]) => b - a)) console.log(`  ${state}: ${count}`);
console.log(`${findings.mismatches.length} mismatches`);
for (const mismatch of findings.mismatches) console.log(`  ${mismatch}`);
process.exitCode = findings.mismatches.length > 0 || findings.kills < kills ? 1 : 0;

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} needs a whole number, not ${text}`);
  return number;
}
