import type { OpenItem, TerminalVerdict } from '../../../shared/day-close.ts';
import type { PosErrorCode } from '../../../shared/errors.ts';
import { type Day, isWithin } from './day.ts';
import { isRunning } from './open-items.ts';

/** What a named person says of the day: of each terminal, and of each payment that is still open. */
export type Word = {
  readonly said: readonly { readonly terminalId: string; readonly verdict: TerminalVerdict; readonly reason: string }[];
  readonly signed: readonly { readonly paymentId: string; readonly why: OpenItem['why']; readonly reason: string }[];
};

export type Closable = {
  readonly isClosed: boolean;
  readonly open: readonly OpenItem[];
  readonly terminals: readonly { readonly terminalId: string; readonly needsWord: boolean; readonly isReconciling: boolean }[];
};

/**
 * Why this day cannot be closed with this word; null if it can. Nothing that is open passes without a reason of its own, and no terminal
 * without a verdict. A payment that runs, and a reconciliation that runs, end by themselves: the day waits for them.
 */
export function whyNotClosable(day: Closable, { said, signed }: Word): PosErrorCode | null {
  if (day.isClosed) return 'day-closed';
  if (day.open.some(isRunning) || day.terminals.some(({ isReconciling }) => isReconciling)) return 'day-running';
  const isAnswered = day.terminals.every(({ terminalId, needsWord }) => !needsWord || said.some((one) => one.terminalId === terminalId));
  if (!isAnswered || said.some(({ verdict, reason }) => verdict === 'differs' && reason === '')) return 'day-verdict-missing';
  const isSigned = ({ paymentId, why }: OpenItem): boolean =>
    signed.some((one) => one.paymentId === paymentId && one.why === why && one.reason !== '');
  return day.open.every(isSigned) ? null : 'day-open';
}

/** A changed cut-over moves the ends of days by no more than twelve hours, and a change of the clock in that night by one more. */
const CUT_OVER_MOVES_MS = 13 * 3_600_000;

/**
 * The part of a day that no closed day has, or null if there is none. After the cut-over was changed two days would overlap, or leave hours
 * between them in which no payment belongs to any: this one then begins where the last closed day ended, and ends where the next begins.
 */
export function unclosedPart(day: Day, closed: readonly Day[]): Day | null {
  const overlapping = closed.filter(({ start, end }) => end > day.start && start < day.end);
  const start = overlapping.reduce((latest, each) => (each.start <= latest && each.end > latest ? each.end : latest), beginOf(day, closed));
  const end = overlapping.reduce((earliest, each) => (each.start > start && each.start < earliest ? each.start : earliest), day.end);
  return start < end ? { start, end } : null;
}

function beginOf({ start }: Day, closed: readonly Day[]): string {
  if (closed.some((each) => isWithin(each, start))) return start;
  const before = closed
    .map(({ end }) => end)
    .filter((end) => end <= start)
    .sort()
    .at(-1);
  return before !== undefined && Date.parse(start) - Date.parse(before) <= CUT_OVER_MOVES_MS ? before : start;
}
