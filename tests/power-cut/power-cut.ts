/** npm run power-cut -- --cuts 5000 [--first 0]: cuts at random moments; exits 1 when an acknowledged row is lost or a journal unreadable. */
import { parseArgs } from 'node:util';
import { createRandom } from '../kills/random.ts';
import { cutPower } from './cuts.ts';
import { recordWrites } from './record.ts';

const { values } = parseArgs({ options: { cuts: { type: 'string', default: '2000' }, first: { type: 'string', default: '0' } } });
const cuts = Number(values.cuts);
if (!Number.isSafeInteger(cuts) || cuts < 1) throw new Error(`--cuts needs a whole number, not ${values.cuts}`);

const operations = recordWrites({ sessions: 3, weaker: false });
const count = (wanted: string): number => operations.filter(({ kind }) => kind === wanted).length;
console.log(
  `${operations.length} operations: ${count('write')} writes, ${count('sync')} syncs, ${count('truncate')} truncations, ${count('unlink')} removals`,
);
const { losses, unreadable, mistold } = await cutPower(operations, cuts, createRandom(Number(values.first)));
console.log(
  `${cuts} cuts: ${losses.length} lost an acknowledged row, ${unreadable.length} left a journal that does not open, ${mistold.length} were told wrongly`,
);
for (const sentence of [...losses, ...unreadable, ...mistold]) console.log(`  ${sentence}`);

const control = await cutPower(recordWrites({ sessions: 1, weaker: true }), 200, createRandom(Number(values.first)));
console.log(`the control with synchronous=NORMAL: ${control.losses.length} of 200 cuts lost an acknowledged row`);
process.exitCode = losses.length + unreadable.length + mistold.length > 0 || control.losses.length === 0 ? 1 : 0;
