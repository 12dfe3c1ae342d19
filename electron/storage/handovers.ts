import { z } from 'zod';
import { handoverItemSchema } from '../../shared/handover.ts';
import { failed, ok } from '../../shared/result.ts';
import type { HandoverMemory } from '../desk/handover.ts';
import type { DeskTable } from './desk-table.ts';
import { writeFailure } from './storage-failure.ts';

const itemsSchema = z.array(handoverItemSchema);

type Row = {
  readonly id: string;
  readonly at: string;
  readonly from_whom: string | null;
  readonly by_whom: string;
  readonly items: string;
};

/** Who took over what at a change of shift, each a row. Nothing is prepared before the first one is asked for. */
export function createHandovers({ database }: DeskTable): HandoverMemory {
  return {
    add({ id, at, from, by, items }) {
      if (database === null) return failed({ kind: 'unavailable', cause: 'the journal is closed' });
      try {
        const insert = database.prepare('INSERT INTO handovers (id, at, from_whom, by_whom, items) VALUES (?, ?, ?, ?, ?)');
        insert.run(id, at, from, by, JSON.stringify(items));
        return ok(null);
      } catch (cause) {
        return failed(writeFailure(cause));
      }
    },
    within({ start, end }) {
      const rows = database
        ?.prepare<[string, string], Row>('SELECT * FROM handovers WHERE at >= ? AND at < ? ORDER BY number')
        .all(start, end);
      return (rows ?? []).map(({ id, at, from_whom: from, by_whom: by, items }) => ({
        ...{ id, at, from, by },
        items: itemsSchema.parse(JSON.parse(items)),
      }));
    },
  };
}
