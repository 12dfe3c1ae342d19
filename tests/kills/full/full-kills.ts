/**
 * npm run kills -- --full 50 [--first 0] [--parallel 2]: SIGKILL to the whole program at random moments; exits 1 when money and journal
 * disagree at any time.
 */
import { parseArgs } from 'node:util';
import { noFindings } from '../random-kills.ts';
import { readWhole, report } from '../report.ts';
import { runFullChain } from './full-chain.ts';

const { values } = parseArgs({
  options: {
    full: { type: 'string', default: '50' },
    first: { type: 'string', default: '0' },
    parallel: { type: 'string', default: '2' },
  },
});
const kills = readWhole('full', values.full);
const first = readWhole('first', values.first);
const chains = Math.max(1, readWhole('parallel', values.parallel));
const findings = noFindings();
const start = performance.now();
const seconds = (): number => (performance.now() - start) / 1000;
const progress = setInterval(() => {
  console.log(`${findings.kills} kills, ${findings.mismatches.length} mismatches, ${seconds().toFixed(0)} s`);
}, 30_000);
// Each chain ends with three minutes of lookups, so all chains run at the same time.
const share = (chain: number): number => Math.floor((kills * (chain + 1)) / chains) - Math.floor((kills * chain) / chains);
await Promise.all(
  Array.from({ length: chains }, (_, chain) => runFullChain(first + Math.floor((kills * chain) / chains), share(chain), findings)),
);
clearInterval(progress);
report(findings, kills, seconds());
process.exit();
