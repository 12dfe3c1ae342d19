import type { DeskSettings } from '../../shared/ipc/desk.ts';
import { ok } from '../../shared/result.ts';
import type { Refuse } from '../desk/refusals.ts';
import { stretchOf } from '../payments/rules/period.ts';
import type { Part } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';
import type { AskHistory, HistoryFailure } from './history-thread.ts';
import type { Here } from './orders.ts';

type HistoryParts = {
  readonly ask: AskHistory;
  readonly settings: () => DeskSettings;
  /** ISO 8601 in UTC. */
  readonly wallTime: () => string;
  readonly refuse: Refuse;
  readonly broke: (message: string) => void;
  readonly changed: Changed;
};

/** All payments of this PC: found, read page by page, added up. */
export function historyPart({ ask, settings, wallTime, refuse, broke, changed }: HistoryParts) {
  let news = 0;

  function here(): Here {
    const { currency, environment, timeZone, cutOverHour } = settings();
    return { currency, environment, timeZone, cutOverHour, now: wallTime() };
  }

  function unreadable({ diskFull, message }: HistoryFailure) {
    broke(message);
    return refuse(diskFull ? 'disk-full' : 'history-unreadable');
  }

  return {
    slices: { historyNews: () => news },
    commands: {
      async searchPayments({ text, period, filter }) {
        const at = here();
        const found = await ask('search', { text, period: stretchOf(period, at.now, at), filter, here: at });
        return found.ok ? ok({ ...found.value, rows: [...found.value.rows] }) : unreadable(found.error);
      },
      async readPayments({ search, from }) {
        const read = await ask('rows', { search, from, here: here() });
        if (!read.ok) return unreadable(read.error);
        return read.value === null ? refuse('search-over') : ok([...read.value]);
      },
      async totalPayments({ search }) {
        const read = await ask('totals', { search });
        if (!read.ok) return unreadable(read.error);
        return read.value === null ? refuse('search-over') : ok([...read.value]);
      },
    },
    paymentChanged() {
      news += 1;
      changed('historyNews');
    },
  } satisfies Part;
}
