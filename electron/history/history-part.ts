import type { DeskSettings } from '../../shared/ipc/desk.ts';
import { ok } from '../../shared/result.ts';
import type { Refuse } from '../desk/refusals.ts';
import { fileNameOf } from '../paper/file-name.ts';
import { dateOf } from '../payments/rules/day.ts';
import { stretchOf } from '../payments/rules/period.ts';
import type { Part } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';
import type { AskHistory, HistoryFailure } from './history-thread.ts';
import type { Here } from './orders.ts';

type HistoryParts = {
  readonly ask: AskHistory;
  /** The same by a thread of its own, which ends with its answer: a long list holds up no search. */
  readonly askAlone: AskHistory;
  /** The system's dialog asks where to save. Null: nobody chose. */
  readonly askWhere: (fileName: string) => Promise<string | null>;
  readonly settings: () => DeskSettings;
  /** ISO 8601 in UTC. */
  readonly wallTime: () => string;
  readonly refuse: Refuse;
  readonly broke: (message: string) => void;
  readonly changed: Changed;
};

/** All payments of this PC: found, read page by page, added up. */
export function historyPart({ ask, askAlone, askWhere, settings, wallTime, refuse, broke, changed }: HistoryParts) {
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
      async exportCsv({ text, period, filter }) {
        const at = here();
        const { csvTexts } = await import('./csv-texts.ts');
        const { file, csv: names } = csvTexts(settings().language);
        const path = await askWhere(fileNameOf(file, [dateOf(at.now, at)], 'csv'));
        if (path === null) return ok(null);
        const stretch = stretchOf(period, at.now, at);
        const written = await askAlone('csv', { text, period: stretch, filter, here: at, path, names });
        if (!written.ok) return unreadable(written.error);
        return written.value.ok ? written.value : refuse(written.value.error);
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
