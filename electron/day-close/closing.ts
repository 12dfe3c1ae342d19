import type { ClosedDay } from '../../shared/day-close.ts';
import type { PosErrorCode } from '../../shared/errors.ts';
import type { CommandInput } from '../../shared/ipc/contract.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { readName, readSentence } from '../desk/persons-word.ts';
import { whyNotClosable } from '../payments/rules/closing-a-day.ts';
import type { ReadDay } from './days.ts';
import type { DayCloseJournal } from './ports.ts';
import { codeOf } from './reconciling.ts';

type Wanted = CommandInput<'closeDay'>;
type Place = Pick<ClosedDay, 'property' | 'pointOfSale' | 'currency' | 'environment' | 'timeZone'>;

export type ClosingParts = {
  readonly closes: DayCloseJournal;
  readonly read: (date: string) => Promise<ReadDay>;
  /** Whether this is the day that the window showed. */
  readonly isShown: (view: ReadDay['view'], revision: number) => boolean;
  readonly operators: () => readonly string[];
  readonly place: () => Place;
  readonly wallTime: () => string;
  readonly newId: () => string;
};

/** How often the day is read again if a row was written while it was judged. */
const MOST_TRIES = 5;

/**
 * Closes a day with a named person's word, judged against the journal of this very moment: what the window showed must still be true, and
 * nothing that is open may lack a reason. The day is written as it was judged, or not at all.
 */
export async function closeDay(wanted: Wanted, parts: ClosingParts): Promise<Result<{ readonly id: string }, PosErrorCode>> {
  const word = readWords(wanted, parts.operators());
  if (!word.ok) return word;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const day = await parts.read(wanted.date);
    // A row came while the day was read: it is judged again.
    if (parts.closes.lastRow() !== day.lastRow) continue;
    if (day.view.closedId !== null) return failed('day-closed');
    if (!parts.isShown(day.view, wanted.revision)) return failed('day-changed');
    const why = whyNotClosable(closable(day.view), word.value);
    if (why !== null) return failed(why);
    const closed = closedDay(day.view, word.value, parts);
    const written = parts.closes.close(closed, day.lastRow);
    return written.ok ? ok({ id: closed.id }) : failed(codeOf(written.error));
  }
  return failed('not-possible-now');
}

type Words = Pick<Wanted, 'said' | 'signed'> & { readonly by: string };

/** Reasons are a person's own words: none may hold a card number. An empty one is judged with the day. */
function readWords({ by, said, signed }: Wanted, operators: readonly string[]): Result<Words, PosErrorCode> {
  const name = readName(by, operators);
  if (!name.ok) return name;
  const reasonOf = (text: string): Result<string, PosErrorCode> => (text.trim() === '' ? ok('') : readSentence(text));
  const read: Words = { by: name.value, said: [], signed: [] };
  for (const one of said) {
    const reason = one.verdict === 'differs' ? reasonOf(one.reason) : ok('');
    if (!reason.ok) return reason;
    read.said.push({ ...one, reason: reason.value });
  }
  for (const one of signed) {
    const reason = reasonOf(one.reason);
    if (!reason.ok) return reason;
    read.signed.push({ ...one, reason: reason.value });
  }
  return ok(read);
}

const closable = ({ closedId, open, terminals }: ReadDay['view']) => ({
  isClosed: closedId !== null,
  open,
  terminals: terminals.map(({ terminalId, needsWord, reconciliations }) => ({
    ...{ terminalId, needsWord },
    isReconciling: reconciliations.some(({ end }) => end === 'running'),
  })),
});

function closedDay(view: ReadDay['view'], { by, said, signed }: Words, { place, wallTime, newId }: ClosingParts): ClosedDay {
  const { date, start, end, totals, open, terminals } = view;
  return {
    id: newId(),
    ...{ date, start, end, by, totals },
    closedAt: wallTime(),
    ...place(),
    said: said.flatMap(({ terminalId, verdict, reason }) => {
      const terminal = terminals.find((each) => each.terminalId === terminalId);
      return terminal === undefined ? [] : [{ terminalId, terminalName: terminal.terminalName, verdict, reason }];
    }),
    signedFor: open.map((item) => ({
      ...item,
      reason: signed.find(({ paymentId, why }) => paymentId === item.paymentId && why === item.why)?.reason ?? '',
    })),
    reconciliations: terminals.flatMap(({ reconciliations }) => reconciliations),
  };
}
