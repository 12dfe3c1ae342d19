import type { OpenItem } from '../../../shared/day-close.ts';
import type { CommandInput } from '../../../shared/ipc/contract.ts';
import type { DayToClose } from '../../../shared/ipc/day-close.ts';
import { MAX_REASON_LENGTH, readText, type TextProblem } from '../../../shared/reference.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import type { Verdict } from '../../stores/day-close.ts';

/** A thing that is open, or several that need only one reason. */
export type OpenRow = { readonly key: string; readonly items: readonly OpenItem[]; readonly waits: boolean };

/** Payments that Willba has not accepted yet wait for one and the same reason; every other one has its own. */
export function openRows(open: readonly OpenItem[]): OpenRow[] {
  const willba = open.filter(({ why }) => why === 'not-in-willba');
  const others = open.filter(({ why }) => why !== 'not-in-willba');
  const rows = others.map((item) => ({ key: `${item.paymentId}:${item.why}`, items: [item], waits: item.why === 'running' }));
  return willba.length === 0 ? rows : [...rows, { key: 'not-in-willba', items: willba, waits: false }];
}

export type CloseProblem = TextProblem | 'choose';
/** What is wrong, by the id of its field. */
export type CloseProblems = Readonly<Record<string, CloseProblem>>;

export const ids = {
  verdict: (terminalId: string): string => `verdict-${terminalId}`,
  differs: (terminalId: string): string => `differs-${terminalId}`,
  open: (key: string): string => `open-${key}`,
  who: 'who',
};

type Typed = {
  readonly verdicts: Readonly<Record<string, Verdict>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly name: string;
};

/** What is typed as the command that closes the day, or what is still missing. Main judges the same again. */
export function readClose(day: DayToClose, { verdicts, reasons, name }: Typed): Result<CommandInput<'closeDay'>, CloseProblems> {
  const problems: Record<string, CloseProblem> = {};
  const read = (id: string, text: string, maxLength = MAX_REASON_LENGTH): string => {
    const found = readText(text, { maxLength, required: true });
    if (!found.ok) problems[id] = found.error;
    return found.ok ? found.value : '';
  };
  const said = day.terminals.flatMap(({ terminalId, needsWord }) => {
    const { verdict, reason } = verdicts[terminalId] ?? { verdict: null, reason: '' };
    if (verdict === null) {
      if (needsWord) problems[ids.verdict(terminalId)] = 'choose';
      return [];
    }
    return [{ terminalId, verdict, reason: verdict === 'differs' ? read(ids.differs(terminalId), reason) : '' }];
  });
  const signed = openRows(day.open)
    .filter(({ waits }) => !waits)
    .flatMap(({ key, items }) => {
      const reason = read(ids.open(key), reasons[key] ?? '');
      return items.map(({ paymentId, why }) => ({ paymentId, why, reason }));
    });
  const by = read(ids.who, name, 80);
  if (Object.keys(problems).length > 0) return failed(problems);
  return ok({ date: day.date, revision: day.revision, by, said, signed });
}
