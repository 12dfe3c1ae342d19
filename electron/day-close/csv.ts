import { csvCell } from '../../shared/csv-cell.ts';
import type { ClosedDay, Figures } from '../../shared/day-close.ts';
import { type Language, toDecimalString } from '../../shared/money.ts';
import { texts } from './day-texts.ts';

/** The figures of a closed day, a line each: UTF-8 with a mark, semicolons, CRLF, decimal commas. */
export function csvOf(day: ClosedDay, language: Language): string {
  const words = texts(language);
  const { columns } = words.paper;
  const sum = (minor: number): string => toDecimalString(minor, day.currency).replace('.', ',');
  const lines = (terminal: string, id: string, figures: Figures): string[][] => {
    const before = [day.date.split('-').reverse().join('.'), csvCell(terminal), csvCell(id)];
    const { sales, refunds, voids, manual, settled } = figures;
    const counted = Object.entries({ sales, refunds, voids, manual, settled }).map(([name, { count, minor }]) => [
      ...before,
      words.figures[name as 'sales'],
      String(count),
      sum(minor),
    ]);
    return [
      ...counted,
      [...before, words.figures.tips, '', sum(figures.tipsMinor)],
      [...before, words.figures.surcharges, '', sum(figures.surchargesMinor)],
      [...before, words.figures.charged, '', sum(figures.chargedMinor)],
    ];
  };
  const rows = [
    [columns.date, columns.terminal, columns.id, columns.figure, columns.count, columns.sum],
    ...day.totals.terminals.flatMap(({ terminalId, terminalName, figures }) => lines(terminalName ?? terminalId, terminalId, figures)),
    ...lines(words.desk, '', day.totals.desk),
  ];
  return `\uFEFF${rows.map((row) => `${row.join(';')}\r\n`).join('')}`;
}
