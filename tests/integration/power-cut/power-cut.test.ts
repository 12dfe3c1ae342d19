import { describe, expect, it } from 'vitest';
import { createRandom } from '../../kills/random.ts';
import { cutPower } from '../../power-cut/cuts.ts';
import { recordWrites } from '../../power-cut/record.ts';

/** The shim is LD_PRELOAD; what SQLite asks of the disk is the same elsewhere, but only here can it be watched. */
describe.runIf(process.platform === 'linux')('a power cut (watched on Linux only)', { timeout: 900_000 }, () => {
  it('loses no row that the journal had acknowledged, and leaves a journal that opens', async () => {
    const operations = recordWrites({ sessions: 2, weaker: false });
    const { losses, unreadable, mistold } = await cutPower(operations, 400, createRandom(1));
    expect(losses, losses.join('\n')).toEqual([]);
    expect(unreadable, unreadable.join('\n')).toEqual([]);
    expect(mistold, mistold.join('\n')).toEqual([]);
    // Every row was waited for: the recording is of the real thing.
    expect(operations.filter(({ kind }) => kind === 'sync').length).toBeGreaterThan(500);
  });

  it('would be seen to lose some with synchronous=NORMAL', async () => {
    const { losses, mistold } = await cutPower(recordWrites({ sessions: 1, weaker: true }), 100, createRandom(1));
    expect(losses.length).toBeGreaterThan(10);
    // The note beside the journal is synced by itself: each loss is told.
    expect(mistold.filter((each) => each.endsWith('not told'))).toEqual([]);
  });
});
