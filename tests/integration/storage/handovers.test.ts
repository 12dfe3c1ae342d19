import { beforeEach, describe, expect, it } from 'vitest';
import type { HandoverMemory } from '../../../electron/desk/handover.ts';
import { closedDeskTable, createDeskTable } from '../../../electron/storage/desk-table.ts';
import { createHandovers } from '../../../electron/storage/handovers.ts';
import type { SqliteDatabase } from '../../../electron/storage/sqlite.ts';
import type { Handover } from '../../../shared/handover.ts';
import { openJournal } from './journal-on-disk.ts';

const AT = '2026-11-28T10:00:00.000Z';
const day = { start: '2026-11-28T00:00:00.000Z', end: '2026-11-29T00:00:00.000Z' };
const handover = (id: string, at = AT): Handover => ({
  ...{ id, at, from: 'Maija V.', by: 'Jussi K.' },
  items: [
    {
      ...{ paymentId: 'p', why: 'manual', kind: 'manual', reference: 'R-1', terminalName: null },
      ...{ amountMinor: 900, currency: 'EUR', startedAt: AT },
    },
  ],
});

let database: SqliteDatabase;
let handovers: HandoverMemory;
beforeEach(async () => {
  ({ database } = await openJournal());
  handovers = createHandovers(createDeskTable(database));
});

describe('handovers', () => {
  it('are read back as they were taken, those of the day, the oldest first', () => {
    for (const one of [handover('b'), handover('a'), handover('before', '2026-11-27T23:59:59.999Z'), handover('after', day.end)])
      expect(handovers.add(one)).toMatchObject({ ok: true });
    expect(handovers.within(day)).toEqual([handover('b'), handover('a')]);
  });

  it.each([`UPDATE handovers SET by_whom = 'x'`, 'DELETE FROM handovers', 'INSERT OR REPLACE INTO handovers SELECT * FROM handovers'])(
    'never change: %s',
    (sql) => {
      handovers.add(handover('a'));
      expect(() => database.exec(sql)).toThrow(/never/);
      expect(handovers.within(day)).toEqual([handover('a')]);
    },
  );

  it('are refused where there is no journal, and none are told', () => {
    const closed = createHandovers(closedDeskTable('gone'));
    expect(closed.add(handover('a'))).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    expect(closed.within(day)).toEqual([]);
  });
});
