import { Warnings } from '../../components/Warnings.tsx';
import { useMirror } from '../../stores/mirror.ts';
import type { Question } from '../../stores/view.ts';
import { warningTexts } from './warning-text.ts';

/** The warnings, each in its own words. */
export function WarningList({ warnings, justCharged, elsewhere }: Pick<Question, 'warnings' | 'justCharged' | 'elsewhere'>) {
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const chosen = useMirror(({ snapshot }) => snapshot?.terminals.chosen ?? null);
  const renamed = chosen?.formerName === undefined ? null : { from: chosen.formerName, to: chosen.name };
  return <Warnings texts={warningTexts(warnings, { justCharged, elsewhere, renamed }, timeZone, new Date())} />;
}
