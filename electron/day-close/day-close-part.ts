import type { ClosedDay } from '../../shared/day-close.ts';
import type { PosErrorCode } from '../../shared/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Terminal } from '../../shared/terminal.ts';
import type { Refuse } from '../desk/refusals.ts';
import { addenda } from '../payments/rules/addenda.ts';
import type { Part } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';
import { type ClosingParts, closeDay } from './closing.ts';
import { createDays, type DaysParts, type ReadDay, whatItSays } from './days.ts';
import type { DayPapers } from './papers.ts';
import type { ClosedWithAddenda } from './ports.ts';
import type { Reconciling } from './reconciling.ts';

/** As many as a month has, and no more than a screen of them is read at once. */
const CLOSED_AT_ONCE = 31;

export type DayCloseParts = Omit<DaysParts, 'closes' | 'asKnown'> &
  Pick<ClosingParts, 'operators' | 'place' | 'newId'> & {
    readonly closes: DaysParts['closes'];
    readonly reconciling: Reconciling;
    readonly papers: DayPapers;
    readonly operator: () => string | null;
    readonly findTerminal: (terminalId: string) => Pick<Terminal, 'terminalId' | 'name'> | null;
    /** Why nothing can be written now; null if it can. */
    readonly toWriting: () => PosErrorCode | null;
    readonly chooseCutOver: (hour: number) => boolean;
    readonly refuse: Refuse;
    readonly changed: Changed;
    readonly broke: (cause: unknown) => void;
  };

/** The close of the day: its figures, its reconciliations, and the days that are closed. */
export function dayClosePart(parts: DayCloseParts) {
  const { reconciling, refuse } = parts;
  const days = createDays({ ...parts, asKnown: reconciling.asKnown });
  const shown = createShown();
  let news = 0;
  const hasNews = (): void => {
    news += 1;
    parts.changed('dayClose');
  };

  /** What cannot be read stops the command, and nothing is shown in its place. */
  const reading: Reading = async (read) => {
    try {
      return await read();
    } catch (cause) {
      parts.broke(cause);
      return refuse('journal-unavailable');
    }
  };

  return {
    slices: { dayClose: () => ({ news, reconciling: [...reconciling.runningAt()] }) },
    commands: {
      dayToClose: ({ date }) =>
        reading(async () => {
          const { view } = await days.read(date);
          return ok({ ...view, revision: shown.revisionOf(view) });
        }),
      reconcileTerminal({ terminalId }) {
        const terminal = parts.findTerminal(terminalId);
        if (terminal === null) return refuse('terminal-missing');
        const begun = reconciling.begin(terminal, parts.operator(), parts.money().environment);
        return begun.ok ? begun : refuse(begun.error);
      },
      closeDay: (input) =>
        reading(async () => {
          const inTheWay = parts.toWriting();
          if (inTheWay !== null) return refuse(inTheWay);
          const closed = await closeDay(input, { ...parts, read: days.read, isShown: shown.isShown });
          if (closed.ok) hasNews();
          return closed.ok ? closed : refuse(closed.error);
        }),
      ...closedDayCommands(parts, reading),
      chooseCutOver({ hour }) {
        if (!parts.chooseCutOver(hour)) return refuse('open-elsewhere');
        hasNews();
        return ok(null);
      },
    },
    paymentChanged: hasNews,
    close: reconciling.stop,
  } satisfies Part;
}

type Reading = <T>(read: () => Promise<T> | T) => Promise<T | ReturnType<Refuse>>;

/** The days that are closed: read again, on paper, in a file. */
function closedDayCommands({ closes, papers, money, refuse }: DayCloseParts, reading: Reading) {
  function find(id: string): ClosedWithAddenda | null {
    const found = closes.closedDay(id);
    if (found === null) return null;
    const { day, lastRow } = found;
    const isItsMoney = ({ currency, environment }: Pick<ClosedDay, 'currency' | 'environment'>): boolean =>
      currency === day.currency && environment === day.environment;
    return { day, addenda: addenda(closes.changesSince(day, lastRow), isItsMoney) };
  }

  const onPaper = <T>(id: string, put: (closed: ClosedWithAddenda) => Promise<Result<T, PosErrorCode>>) =>
    reading(async () => {
      const closed = find(id);
      if (closed === null) return refuse('not-possible-now');
      const done = await put(closed);
      return done.ok ? done : refuse(done.error);
    });

  return {
    closedDays: ({ before }) =>
      reading(() => {
        const found = closes.closedDays(money(), before, CLOSED_AT_ONCE + 1);
        return ok({ days: found.slice(0, CLOSED_AT_ONCE), more: found.length > CLOSED_AT_ONCE });
      }),
    closedDay: ({ id }) =>
      reading(() => {
        const found = find(id);
        return found === null ? refuse('not-possible-now') : ok({ day: found.day, addenda: [...found.addenda] });
      }),
    printClosedDay: ({ id }) => onPaper(id, papers.print),
    saveClosedDay: ({ id, as }) => onPaper(id, (closed) => papers.save(closed, as)),
  } satisfies Part['commands'];
}

/** The day that the window was shown last, with a number that grows whenever it says something else. */
function createShown() {
  let says: string | null = null;
  let revision = 0;
  return {
    revisionOf(view: ReadDay['view']): number {
      const now = whatItSays(view);
      if (now !== says) revision += 1;
      says = now;
      return revision;
    },
    isShown: (view: ReadDay['view'], asked: number): boolean => asked === revision && whatItSays(view) === says,
  };
}
