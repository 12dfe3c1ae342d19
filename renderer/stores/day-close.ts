import { create } from 'zustand';
import type { Addendum, ClosedDay, TerminalVerdict } from '../../shared/day-close.ts';
import type { PosError } from '../../shared/errors.ts';
import type { ClosedDayEntry, DayToClose } from '../../shared/ipc/day-close.ts';
import { client } from '../pos-client.ts';
import { openPage } from './view.ts';

export type Verdict = { readonly verdict: TerminalVerdict | null; readonly reason: string };
export type Closed = { readonly day: ClosedDay; readonly addenda: readonly Addendum[] };

type DayCloseState = {
  /** The date that somebody asked for; null for the one that is to be closed next. */
  readonly asked: string | null;
  /** The day as it was read last; null until it was read. */
  readonly day: DayToClose | null;
  readonly failure: PosError | null;
  /** A closed day that was opened again; null while the open one is on the screen. */
  readonly closed: Closed | null;
  readonly list: readonly ClosedDayEntry[];
  readonly more: boolean;
  /** What is typed: by terminal, and by what is open. A reload loses it, and nothing of it counts before it was sent. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly name: string;
};

const untyped = { verdicts: {}, reasons: {}, name: '' };
const empty: DayCloseState = { asked: null, day: null, failure: null, closed: null, list: [], more: false, ...untyped };

export const useDayClose = create<DayCloseState>(() => empty);
const { getState, setState } = useDayClose;

export const noVerdict: Verdict = { verdict: null, reason: '' };

let isReading = false;
let isWanted = false;

/** Reads everything on the screen again. While it is being read only one more reading is asked for. */
export async function readDayAgain(): Promise<void> {
  isWanted = true;
  if (isReading) return;
  isReading = true;
  try {
    while (isWanted) {
      isWanted = false;
      await read();
    }
  } finally {
    isReading = false;
  }
}

async function read(): Promise<void> {
  const { asked, closed } = getState();
  const [day, list, again] = await Promise.all([
    client.dayToClose(asked),
    client.closedDays(null),
    closed === null ? null : client.closedDay(closed.day.id),
  ]);
  if (getState().asked !== asked) return;
  if (list.ok) setState({ list: list.value.days, more: list.value.more });
  if (again?.ok === true && getState().closed?.day.id === again.value.day.id) setState({ closed: again.value });
  setState(day.ok ? { day: day.value, failure: null } : { failure: day.error });
}

/** Another day. What was typed belonged to the one before. */
export async function askForDay(date: string | null): Promise<void> {
  setState({ asked: date, day: null, closed: null, ...untyped });
  await readDayAgain();
}

export async function openClosedDay(id: string): Promise<void> {
  const found = await client.closedDay(id);
  setState(found.ok ? { closed: found.value, failure: null } : { failure: found.error });
}

/** Back to the day that is to be closed next. Where that is the one on the screen, there is none left: back to the next guest. */
export async function leaveClosedDay(): Promise<void> {
  const { asked, day, closed } = getState();
  const left = closed?.day.id;
  const isLast = (next: DayToClose | null): boolean => next !== null && next.closedId === left;
  if (asked === null && isLast(day)) return openPage('till');
  await askForDay(null);
  if (getState().asked === null && isLast(getState().day)) openPage('till');
}

export async function readMoreClosedDays(): Promise<void> {
  const last = getState().list.at(-1);
  if (last === undefined) return;
  const found = await client.closedDays(last.number);
  if (found.ok) setState(({ list }) => ({ list: [...list, ...found.value.days], more: found.value.more }));
  else setState({ failure: found.error });
}

export const sayOf = (terminalId: string, change: Partial<Verdict>): void =>
  setState(({ verdicts }) => ({ verdicts: { ...verdicts, [terminalId]: { ...(verdicts[terminalId] ?? noVerdict), ...change } } }));
export const signFor = (key: string, reason: string): void => setState(({ reasons }) => ({ reasons: { ...reasons, [key]: reason } }));
export const nameOf = (name: string): void => setState({ name });
