/**
 * What terminals of a property did with money, kept by somebody who knows nothing of the program: whole cents, the moment at which each was
 * begun, and whether anything but a person's word tells of it. It reckons days by reading the clock on the wall.
 */
export type Move = {
  readonly terminalId: string | null;
  readonly begunAt: number;
  readonly what: 'purchase' | 'return' | 'void' | 'by-hand';
  readonly cents: number;
  readonly tip: number;
  readonly surcharge: number;
  readonly onlySaid: boolean;
};

export type Sums = Readonly<Record<'sales' | 'refunds' | 'voids' | 'manual' | 'settled' | 'tips' | 'surcharges' | 'all', number>>;

/** The wall clock's text in Swedish is `2026-11-23 04:00:00`, so it can be compared as it stands. */
const wallClock = (at: number, timeZone: string): string => new Date(at).toLocaleString('sv-SE', { timeZone });

/** The day by which the night auditor calls this moment: until the cut-over it is still yesterday's. */
export function auditorsDate(at: number, timeZone: string, cutOverHour: number): string {
  const [date = '', time = ''] = wallClock(at, timeZone).split(' ');
  if (time >= `${String(cutOverHour).padStart(2, '0')}:00:00`) return date;
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day - 1)).toISOString().slice(0, 10);
}

export function sumsOf(moves: readonly Move[]): Sums {
  const total = (wanted: (move: Move) => boolean, of: (move: Move) => number = ({ cents }) => cents): number =>
    moves.filter(wanted).reduce((sum, move) => sum + of(move), 0);
  const signed = ({ what, cents }: Move): number => (what === 'purchase' || what === 'by-hand' ? cents : -cents);
  const proven = (what: Move['what']) => (move: Move) => move.what === what && !move.onlySaid;
  const sales = (move: Move): boolean => move.what === 'purchase';
  return {
    sales: total(proven('purchase')),
    refunds: total(proven('return')),
    voids: total(proven('void')),
    manual: total(({ what }) => what === 'by-hand'),
    settled: total(({ what, onlySaid }) => onlySaid && what !== 'by-hand', signed),
    tips: total(sales, ({ tip }) => tip),
    surcharges: total(sales, ({ surcharge }) => surcharge),
    all: total(() => true, signed),
  };
}
