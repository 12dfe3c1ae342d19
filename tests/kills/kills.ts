/**
 * npm run kills -- --kills 10000 [--first 0] [--parallel 2]: SIGKILL at random moments; exits 1 when money and journal disagree at any
 * time.
 */
import { parseArgs } from 'node:util';
import { noFindings, runKills } from './random-kills.ts';
import { readWhole, report } from './report.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '500' },
    first: { type: 'string', default: '0' },
    parallel: { type: 'string', default: '2' },
  },
});
const kills = readWhole('kills', values.kills);
const findings = noFindings();
const start = performance.now();
const seconds = (): number => (performance.now() - start) / 1000;
const progress = setInterval(() => {
  console.log(`${findings.kills} kills, ${findings.mismatches.length} mismatches, ${seconds().toFixed(0)} s`);
}, 30_000);
await runKills(kills, readWhole('first', values.first), Math.max(1, readWhole('parallel', values.parallel)), findings);
clearInterval(progress);

report(findings, kills, seconds());
