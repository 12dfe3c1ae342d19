import type { DayTotals, OpenItem, Reconciliation } from '../../shared/day-close.ts';
import type { DayToClose, TerminalOfDay } from '../../shared/ipc/day-close.ts';
import type { Terminal } from '../../shared/terminal.ts';
import type { DayRow } from '../payments/core/day-row.ts';
import { unclosedPart } from '../payments/rules/closing-a-day.ts';
import { type Day, type DayRule, dateOf, dayOf, daysBefore } from '../payments/rules/day.ts';
import { type Counts, dayTotals, noFigures } from '../payments/rules/day-totals.ts';
import { type Beside, openItems } from '../payments/rules/open-items.ts';
import { dayDated } from '../payments/rules/period.ts';
import type { DayCloseJournal, Money } from './ports.ts';

/** How far back days are looked for that nobody has closed. */
const LOOKED_BACK = 14;

export type DaysParts = {
  readonly closes: DayCloseJournal;
  readonly rule: () => DayRule;
  readonly wallTime: () => string;
  readonly money: () => Money;
  readonly beside: () => Beside;
  /** As it is known in this run. */
  readonly asKnown: (stored: Reconciliation) => Reconciliation;
  /** This PC's terminal. */
  readonly chosen: () => Pick<Terminal, 'terminalId' | 'name'> | null;
  readonly obstacle: (terminalId: string) => TerminalOfDay['obstacle'];
  /** Lets everything else of the program run between two pages. */
  readonly breathe: () => Promise<void>;
};

export type ReadDay = {
  readonly view: Omit<DayToClose, 'revision'>;
  /** The journal's newest row when the last page was read, and it was the same before the first one. */
  readonly lastRow: number;
};

/** Reads days as they are to be closed. */
export function createDays(parts: DaysParts) {
  const { closes, rule, wallTime, money } = parts;
  const counts: Counts = ({ currency, environment }) => currency === money().currency && environment === money().environment;
  const calendar = createCalendar(parts);

  /** All rows of one moment: read again if one was written between two pages. */
  async function readRows(day: Day): Promise<{ readonly rows: readonly DayRow[]; readonly lastRow: number }> {
    for (;;) {
      const lastRow = closes.lastRow();
      const rows: DayRow[] = [];
      for (let page = closes.page(day, null); ; page = closes.page(day, page.next)) {
        rows.push(...page.rows);
        if (page.next === null) break;
        await parts.breathe();
      }
      if (closes.lastRow() === lastRow) return { rows, lastRow };
    }
  }

  /** @param date null for the day that is to be closed next */
  async function read(date: string | null): Promise<ReadDay> {
    const whole = date === null ? calendar.nextDay() : dayDated(date, rule());
    const { part, closedId } = calendar.findDay(whole);
    const { rows, lastRow } = await readRows(part);
    const totals = dayTotals(rows, counts);
    const stored = closes.reconciliationsSince(part.start, money().environment).map(parts.asKnown);
    return {
      lastRow,
      view: {
        date: dateOf(whole.start, rule()),
        ...part,
        isOver: wallTime() >= part.end,
        closedId,
        earlier: calendar.earlierThan(whole),
        totals,
        open: openItems(rows, parts.beside()),
        terminals: terminalsOf(rows, totals, stored, parts),
      },
    };
  }

  return { read };
}

/** Which days there are to be closed. */
function createCalendar({ closes, rule, wallTime, money }: Pick<DaysParts, 'closes' | 'rule' | 'wallTime' | 'money'>) {
  /** The day, or what of it no closed day has; the closed one where nothing is left. */
  function findDay(whole: Day): { readonly part: Day; readonly closedId: string | null } {
    const closed = closes.closedWithin(money(), daysBefore(whole.start, 1), whole.end);
    const part = unclosedPart(whole, closed);
    if (part !== null) return { part, closedId: null };
    return { part: whole, closedId: closed.findLast(({ end }) => end > whole.start)?.id ?? null };
  }

  /** Days before this one with payments that nobody has closed. Before the first close ever only the day before counts. */
  function earlierThan(day: Day): string[] {
    const isInUse = closes.closedDays(money(), null, 1).length > 0;
    const found: string[] = [];
    let each = dayOf(justBefore(day.start), rule());
    for (let back = 0; back < (isInUse ? LOOKED_BACK : 1); back += 1) {
      const { part, closedId } = findDay(each);
      if (closedId === null && closes.hasPayments(part)) found.push(dateOf(each.start, rule()));
      each = dayOf(justBefore(each.start), rule());
    }
    return found;
  }

  /** The day that runs, unless nothing happened in it yet and an earlier one waits. */
  function nextDay(): Day {
    const today = dayOf(wallTime(), rule());
    const [newest] = closes.hasPayments(findDay(today).part) ? [] : earlierThan(today);
    return newest === undefined ? today : dayDated(newest, rule());
  }

  return { findDay, earlierThan, nextDay };
}

const justBefore = (iso: string): string => new Date(Date.parse(iso) - 1).toISOString();

/** Every terminal at which something happened in the day, and this PC's own. */
function terminalsOf(
  rows: readonly DayRow[],
  totals: DayTotals,
  reconciliations: readonly Reconciliation[],
  { chosen, obstacle }: Pick<DaysParts, 'chosen' | 'obstacle'>,
): TerminalOfDay[] {
  const names = new Map<string, string | null>();
  const own = chosen();
  if (own !== null) names.set(own.terminalId, own.name);
  for (const { terminalId, terminalName } of [...reconciliations, ...rows]) if (terminalId !== null) names.set(terminalId, terminalName);
  const used = new Set([...rows, ...reconciliations].map(({ terminalId }) => terminalId));
  return [...names]
    .map(([terminalId, terminalName]) => ({
      terminalId,
      terminalName,
      figures: totals.terminals.find((each) => each.terminalId === terminalId)?.figures ?? noFigures(),
      reconciliations: reconciliations.filter((each) => each.terminalId === terminalId),
      needsWord: used.has(terminalId),
      obstacle: obstacle(terminalId),
    }))
    .sort((a, b) => (a.terminalId < b.terminalId ? -1 : 1));
}

/** What of a day makes it another one than the one that was shown. What Willba has accepted meanwhile does not. */
export const whatItSays = ({ date, start, end, closedId, totals, open, terminals }: ReadDay['view']): string =>
  JSON.stringify([
    [date, start, end, closedId, totals],
    open.filter(({ why }) => why !== 'not-in-willba').map(({ paymentId, why }: OpenItem) => [paymentId, why]),
    terminals.map(({ terminalId, needsWord, reconciliations }) => [
      terminalId,
      needsWord,
      reconciliations.map(({ id, end: its }) => [id, its]),
    ]),
  ]);
