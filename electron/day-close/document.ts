import type { Addendum, ClosedDay, Figures, OpenItem, Reconciliation } from '../../shared/day-close.ts';
import { formatMoney, type Language, LOCALES } from '../../shared/money.ts';
import type { PaperBlock, PaperDocument } from '../../shared/paper.ts';
import { type DayTexts, texts } from './day-texts.ts';
import type { ClosedWithAddenda } from './ports.ts';

type Row = [string, string];

/** A closed day for the paper: what the screen shows of it, Nets' reports as the terminals formatted them, and what came to light later. */
export function documentOf({ day, addenda }: ClosedWithAddenda, language: Language): PaperDocument {
  const words = texts(language);
  const writer = createWriter(day, words, language);
  const title = `${words.title} ${writer.date()}`;
  const marks = { training: [words.paper.training], test: [words.paper.test], production: [] }[day.environment];
  const blocks: PaperBlock[] = [
    ...(marks.length === 0 ? [] : [{ look: 'mark', lines: marks } as const]),
    { look: 'heading', lines: [day.property, ...(day.pointOfSale === null ? [] : [day.pointOfSale]), title] },
    { look: 'rows', rows: writer.head() },
    ...writer.section(words.desk, day.totals.desk),
    ...day.totals.terminals.flatMap((terminal) => writer.terminal(terminal.terminalId, terminal.terminalName, terminal.figures)),
    ...day.said
      .filter(({ terminalId }) => !day.totals.terminals.some((each) => each.terminalId === terminalId))
      .flatMap(({ terminalId, terminalName }) => writer.terminal(terminalId, terminalName, null)),
    ...writer.signedFor(),
    ...writer.addenda(addenda),
    { look: 'text', lines: [words.paper.note] },
    ...(marks.length === 0 ? [] : [{ look: 'mark', lines: marks } as const]),
  ];
  return { title, language, blocks };
}

function createWriter(day: ClosedDay, words: DayTexts, language: Language) {
  const money = (minor: number): string => formatMoney(minor, day.currency, language);
  const formatter = new Intl.DateTimeFormat(LOCALES[language], {
    ...{ timeZone: day.timeZone, day: 'numeric', month: 'numeric', year: 'numeric', hour: 'numeric', minute: '2-digit' },
  });
  const time = (iso: string): string => formatter.format(new Date(iso));
  const place = ({ reference, terminalName }: Pick<OpenItem, 'reference' | 'terminalName'>): string =>
    [reference, terminalName ?? ''].filter((part) => part !== '').join(' · ');

  const figures = (of: Figures): Row[] => [
    ...(['sales', 'refunds', 'voids', 'manual', 'settled'] as const).map(
      // Money that went back has a minus, as everywhere.
      (name): Row => [
        `${words.figures[name]} (${of[name].count})`,
        money(name === 'refunds' || name === 'voids' ? -of[name].minor : of[name].minor),
      ],
    ),
    [`${words.figures.tips} (${words.includes})`, money(of.tipsMinor)],
    [`${words.figures.surcharges} (${words.includes})`, money(of.surchargesMinor)],
    [words.figures.charged, money(of.chargedMinor)],
  ];
  const section = (title: string, of: Figures): PaperBlock[] => [
    { look: 'heading', lines: [title] },
    { look: 'rows', rows: figures(of) },
  ];

  function report({ end, startedAt, reason, text }: Reconciliation): PaperBlock[] {
    const heads = { done: words.nets.doneUnnumbered, 'not-done': words.nets.notDone, 'not-confirmed': words.nets.notConfirmed };
    const head = heads[end === 'running' ? 'not-confirmed' : end].replace('{{time}}', time(startedAt));
    const why = reason === null ? [] : [words.nets.reasons[reason]];
    return [
      { look: 'text', lines: [`${words.nets.title}: ${head}`, ...why] },
      ...(text === null ? [] : [{ look: 'fixed', lines: text.split('\n') } as const]),
    ];
  }

  return {
    date: (): string =>
      new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'short', timeZone: 'UTC' }).format(new Date(`${day.date}T12:00:00Z`)),
    section,
    head: (): Row[] => [
      [words.paper.start, time(day.start)],
      [words.paper.end, time(day.end)],
      [words.paper.closedAt, time(day.closedAt)],
      [words.paper.by, day.by],
    ],
    terminal(terminalId: string, terminalName: string | null, of: Figures | null): PaperBlock[] {
      const said = day.said.find((each) => each.terminalId === terminalId);
      const verdict: Row[] = said === undefined ? [] : [[words.paper.verdict, words.verdicts[said.verdict]]];
      const title = terminalName === null ? terminalId : `${terminalName} (${terminalId})`;
      return [
        { look: 'heading', lines: [title] },
        { look: 'rows', rows: [...(of === null ? [] : figures(of)), ...verdict] },
        ...(said === undefined || said.reason === '' ? [] : [plain(`${words.paper.reason}: ${said.reason}`)]),
        ...day.reconciliations.filter((each) => each.terminalId === terminalId).flatMap(report),
      ];
    },
    ...laterBlocks(day, words, { money, time, place, language }),
  };
}

type Writing = {
  readonly money: (minor: number) => string;
  readonly time: (iso: string) => string;
  readonly place: (payment: Pick<OpenItem, 'reference' | 'terminalName'>) => string;
  readonly language: Language;
};

/** What was left open, and what came to light later. */
const laterBlocks = (day: ClosedDay, words: DayTexts, { money, time, place, language }: Writing) => ({
  signedFor(): PaperBlock[] {
    if (day.signedFor.length === 0) return [];
    const lines = day.signedFor.flatMap((item) => [
      `${words.open.why[item.why]}: ${place(item)} ${formatMoney(item.amountMinor, item.currency, language)}`,
      `${words.paper.reason}: ${item.reason}`,
    ]);
    return [
      { look: 'heading', lines: [words.signedFor] },
      { look: 'text', lines },
    ];
  },
  addenda(of: readonly Addendum[]): PaperBlock[] {
    if (of.length === 0) return [];
    const change = of.reduce((sum, { changeMinor }) => sum + changeMinor, 0);
    const rows = of.map((one): Row => [`${time(one.at)} ${addendumText(one, words)}: ${place(one)}`, money(one.changeMinor)]);
    return [
      { look: 'heading', lines: [words.addenda] },
      { look: 'rows', rows: [...rows, [words.withAddenda, money(day.totals.desk.chargedMinor + change)]] },
    ];
  },
});

const plain = (line: string): PaperBlock => ({ look: 'text', lines: [line] });

/** What came to light, in words. */
export function addendumText({ what, moneyMoved, byPerson }: Addendum, { addendum }: DayTexts): string {
  if (what === 'signed') return addendum.signed;
  if (what === 'new') return moneyMoved === 'unknown' ? addendum.newUnclear : addendum.new;
  if (moneyMoved === 'unknown') return addendum.unclear;
  if (moneyMoved === 'yes') return byPerson ? addendum.chargedByPerson : addendum.charged;
  return byPerson ? addendum.notChargedByPerson : addendum.notCharged;
}
