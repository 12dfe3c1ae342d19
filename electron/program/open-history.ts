import { join } from 'node:path';
import type { DeskSettings } from '../../shared/ipc/desk.ts';
import { createRefuse } from '../desk/refusals.ts';
import { historyPart } from '../history/history-part.ts';
import { type AskHistory, createHistoryThread } from '../history/history-thread.ts';
import type { PaperDevice } from '../paper/ports.ts';
import type { Clock } from '../payments/ports.ts';
import { journalPath } from '../storage/open-storage.ts';
import type { Log } from '../support/log.ts';
import { systemIds } from '../system/ids.ts';
import type { Changed } from './publication.ts';
import type { World } from './worlds.ts';

type Around = { readonly clock: Pick<Clock, 'wallTime'>; readonly log: Log; readonly paper: Pick<PaperDevice, 'askWhere'> };

/** Lists of all payments, and the threads that read them. */
export function openHistory(world: World, { clock, log, paper }: Around, settings: () => DeskSettings, changed: Changed) {
  const files = { journal: journalPath(world.folder), search: join(world.folder, 'search.db') };
  const thread = createHistoryThread(files);
  const alone = new Set<ReturnType<typeof createHistoryThread>>();
  const askAlone: AskHistory = async (kind, input) => {
    const own = createHistoryThread(files);
    alone.add(own);
    try {
      return await own.ask(kind, input);
    } finally {
      await own.close();
      alone.delete(own);
    }
  };
  return {
    part: historyPart({
      ...{ ask: thread.ask, askAlone, askWhere: paper.askWhere, settings, wallTime: clock.wallTime, changed },
      refuse: createRefuse(systemIds),
      broke: (message) => log.error(`the list of payments cannot be read: ${message}`),
    }),
    /** The journal's own connection must be the last one that closes. */
    async close(): Promise<void> {
      await Promise.all([thread, ...alone].map((one) => one.close()));
    },
  };
}
