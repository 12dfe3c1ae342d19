import type { DayTotals, Figures } from '../../../shared/day-close.ts';
import type { DayRow } from '../core/day-row.ts';
import { chargedMinorBy, moneyMovedBy } from '../core/worth.ts';

export type Counts = (payment: Pick<DayRow, 'currency' | 'environment'>) => boolean;

/**
 * The sums of a day's payments, for each terminal and for the desk. What a person said is apart from what Nets proved, because Nets' own
 * report knows nothing of it. A payment in another currency, or of a test beside real ones, is in no sum.
 */
export function dayTotals(rows: readonly DayRow[], counts: Counts): DayTotals {
  const ours = rows.filter(counts);
  const byTerminal = Map.groupBy(ours, ({ terminalId }) => terminalId);
  const terminals = [...byTerminal].flatMap(([terminalId, its]) =>
    // A record by hand has no terminal: it is in the desk's sums alone.
    terminalId === null ? [] : [{ terminalId, terminalName: its.at(-1)?.terminalName ?? null, figures: figuresOf(its) }],
  );
  return {
    desk: figuresOf(ours),
    terminals: terminals.sort((a, b) => (a.terminalId < b.terminalId ? -1 : 1)),
    otherMoney: rows.length - ours.length,
  };
}

type Part = 'sales' | 'refunds' | 'voids' | 'manual' | 'settled';
/** Amounts are positive everywhere; the kind gives the sign. */
const SIGNS = { sale: 1, manual: 1, refund: -1, void: -1 } as const;
const PARTS = { sale: 'sales', manual: 'manual', refund: 'refunds', void: 'voids' } as const satisfies Record<DayRow['kind'], Part>;

function figuresOf(rows: readonly DayRow[]): Figures {
  const figures = noFigures();
  for (const row of rows) {
    if (moneyMovedBy(row.worth) !== 'yes') continue;
    const minor = minorOf(row);
    const signed = signedMinorOf(row);
    const part = isPersonsWord(row) ? 'settled' : PARTS[row.kind];
    figures[part].count += 1;
    // Settled payments go both ways, so their sum has a sign.
    figures[part].minor += part === 'settled' ? signed : minor;
    figures.chargedMinor += signed;
    if (row.kind !== 'sale') continue;
    figures.tipsMinor += row.tipMinor;
    figures.surchargesMinor += row.surchargeMinor;
  }
  return figures;
}

export const noFigures = (): Figures => {
  const none = () => ({ count: 0, minor: 0 });
  const parts = { sales: none(), refunds: none(), voids: none(), manual: none(), settled: none() };
  return { ...parts, tipsMinor: 0, surchargesMinor: 0, chargedMinor: 0 };
};

/** A void gives back the whole sale, whatever sum its answer names. */
const minorOf = ({ kind, amountMinor, worth }: DayRow): number => (kind === 'void' ? amountMinor : chargedMinorBy(amountMinor, worth));

/** What a payment adds to its day's sum, in minor units; negative if it gives money back. */
export const signedMinorOf = (row: DayRow): number => (moneyMovedBy(row.worth) === 'yes' ? SIGNS[row.kind] * minorOf(row) : 0);

/** Charged by a person's word alone. Proof that came later counts as proof. */
export const isPersonsWord = ({ kind, worth }: DayRow): boolean =>
  kind !== 'manual' && worth.name === 'settled-by-person' && !(worth.approvedMinor !== null && worth.approvedMinor > 0);
