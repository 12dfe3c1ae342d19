import { describe, expect, it } from 'vitest';
import { posError } from '../../../electron/desk/pos-error.ts';
import { keepingPart } from '../../../electron/keeping/keeping-part.ts';
import type { JournalUpkeep, Report } from '../../../electron/keeping/ports.ts';
import { isDue, monthsBefore, retryAfter } from '../../../electron/keeping/upkeep-times.ts';
import type { KeepingSettings } from '../../../shared/keeping.ts';
import { failed, ok } from '../../../shared/result.ts';
import { usualKeeping } from '../../../shared/retention.ts';
import { createFakeClock } from '../../support/fakes/fake-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const GONE = { kind: 'failed', why: 'folder-gone', message: 'not there' } as const;

function desk(more: { readonly training?: boolean; readonly chosen?: string | null; readonly mayWork?: () => boolean } = {}) {
  const clock = createFakeClock();
  const done: string[] = [];
  const lines: string[] = [];
  const state = { busy: false, answer: null as Report | null, settings: usualKeeping as KeepingSettings };
  let last: { at: string; folder: string | null } | null = null;
  let ownAt: string | null = null;
  const erased = { rows: 3, receipts: 6, events: 1, from: '2024-01-02T00:00:00.000Z', to: '2024-01-03T00:00:00.000Z' };
  const upkeep: JournalUpkeep = {
    backups: () => ({ last, ownAt }),
    async backUp({ folder, isOwnEnough, now }) {
      done.push(`back up to ${folder ?? 'own'}${isOwnEnough ? ', own is enough' : ''}`);
      if (state.answer !== null) return state.answer;
      last = { at: now, folder };
      if (folder === null) ownAt = now;
      return { kind: 'backed-up', made: { payments: 5, deleted: 0 }, trouble: null };
    },
    async eraseBefore(before) {
      done.push(`erase before ${before.slice(0, 10)}`);
      return { kind: 'erased', erased: { ...erased, isLogEmpty: true, isClockDoubted: false } };
    },
  };
  const part = keepingPart({
    ...{ upkeep, clock, changed: () => undefined, isShut: () => false, isOpenElsewhere: () => false },
    checked: Promise.resolve(),
    mayWork: more.mayWork ?? (() => true),
    isBusy: () => state.busy,
    choice:
      more.training === true
        ? null
        : {
            settings: () => state.settings,
            change(change) {
              state.settings = { ...state.settings, ...change };
              return true;
            },
          },
    chooseFolder: async () => more.chosen ?? null,
    log: { info: (line) => void lines.push(line), warn: (line) => void lines.push(line) },
    refuse: (code) => failed(posError(code, 'ref')),
  });
  part.start();
  const take = (): string[] => done.splice(0);
  return { part, clock, take, lines, state };
}

describe('the upkeep', () => {
  it('begins minutes after the start, erases before it backs up, and again every day', async () => {
    const { clock, take, lines } = desk();
    await clock.advance(5 * MINUTE - 1);
    expect(take()).toEqual([]);
    await clock.advance(1);
    expect(take()).toEqual(['erase before 2024-11-23', 'back up to own, own is enough']);
    await clock.advance(22 * HOUR);
    expect(take()).toEqual([]);
    await clock.advance(2 * HOUR);
    expect(take()).toEqual(['erase before 2024-11-24', 'back up to own, own is enough']);
    expect(lines[0]).toContain('3 rows of 2024-01-02T00:00:00.000Z to 2024-01-03T00:00:00.000Z, 6 receipts, 1 events');
  });

  it('waits while a guest pays, and until the journal is known to be whole', async () => {
    let isWhole = false;
    const { clock, take, state } = desk({ mayWork: () => isWhole });
    await clock.advance(2 * HOUR);
    expect(take()).toEqual([]);
    isWhole = true;
    state.busy = true;
    await clock.advance(2 * HOUR);
    expect(take()).toEqual([]);
    state.busy = false;
    await clock.advance(MINUTE);
    expect(take()).toHaveLength(2);
  });

  it('in training erases, and backs nothing up', async () => {
    const { part, clock, take } = desk({ training: true });
    await clock.advance(HOUR);
    expect(take()).toEqual(['erase before 2024-11-23']);
    expect(part.slices.keeping()).toBeNull();
    expect(await part.commands.backUpNow()).toMatchObject({ ok: false, error: { code: 'not-possible-now' } });
  });

  it('tries a folder that is gone ever more seldom, says it once, and says when it is over', async () => {
    const { part, clock, take, lines, state } = desk();
    state.settings = { ...usualKeeping, backupFolder: '/share' };
    state.answer = GONE;
    const moments: number[] = [];
    await clock.advance(5 * MINUTE);
    for (let minute = 0; minute < 200; minute += 1) {
      if (take().some((each) => each.startsWith('back up'))) moments.push(minute);
      await clock.advance(MINUTE);
    }
    expect(moments).toEqual([0, 1, 6, 21, 81, 141]);
    expect(lines.filter((line) => line.includes('folder-gone'))).toHaveLength(1);
    expect(part.slices.keeping()).toMatchObject({ lastBackupAt: null, trouble: { why: 'folder-gone' } });
    state.answer = null;
    await clock.advance(2 * HOUR);
    expect(part.slices.keeping()).toMatchObject({ lastBackupAt: expect.stringContaining('2026-11-23'), trouble: null });
  });

  it('tells a backup that lies on this PC alone from one in the chosen folder', async () => {
    const { part, clock, state } = desk();
    state.settings = { ...usualKeeping, backupFolder: '/share' };
    state.answer = { kind: 'backed-up', made: { payments: 5, deleted: 0 }, trouble: { why: 'folder-gone', message: 'not there' } };
    await clock.advance(5 * MINUTE);
    expect(part.slices.keeping()).toMatchObject({ lastBackupAt: null, trouble: { why: 'folder-gone' } });
  });
});

describe('support', () => {
  it('chooses a folder, and a backup goes there at once', async () => {
    const { part, take } = desk({ chosen: '/share/pos' });
    expect(await part.commands.chooseBackupFolder()).toEqual(ok({ outcome: 'chosen' }));
    expect(take()).toEqual(['back up to /share/pos, own is enough']);
    expect(part.slices.keeping()).toMatchObject({ backupFolder: '/share/pos', lastBackupAt: expect.any(String) });
    await part.commands.keepBackupsHere();
    expect(take()).toEqual(['back up to own, own is enough']);
    expect(await desk().part.commands.chooseBackupFolder()).toEqual(ok({ outcome: 'cancelled' }));
  });

  it('sets for how long card data is kept, and what is older goes soon', async () => {
    const { part, clock, take } = desk();
    await clock.advance(HOUR);
    take();
    part.commands.keepFor({ months: 6 });
    await clock.advance(MINUTE);
    expect(take()).toEqual(['erase before 2026-05-23']);
  });
});

describe('when something is due', () => {
  it.each([
    ['2026-11-28T04:00:00.000Z', 24, '2024-11-28T04:00:00.000Z'],
    ['2026-03-31T00:00:00.000Z', 1, '2026-02-28T00:00:00.000Z'],
    ['2028-02-29T12:00:00.000Z', 24, '2026-02-28T12:00:00.000Z'],
    ['2026-01-31T00:00:00.000Z', 3, '2025-10-31T00:00:00.000Z'],
  ])('%s, %i months before', (now, months, before) => {
    expect(monthsBefore(now, months)).toBe(before);
  });

  it('a time in the future is no backup of today', () => {
    expect(isDue('2026-11-28T05:00:00.000Z', '2026-11-28T04:00:00.000Z')).toBe(true);
    expect(isDue('2026-11-27T06:00:00.000Z', '2026-11-28T04:00:00.000Z')).toBe(false);
    expect(isDue('2026-11-27T05:00:00.000Z', '2026-11-28T04:00:00.000Z')).toBe(true);
    expect([1, 2, 3, 4, 50].map(retryAfter)).toEqual([1, 5, 15, 60, 60].map((minutes) => minutes * MINUTE));
  });
});
