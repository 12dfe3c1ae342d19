import { isPayable } from '../../../shared/payable.ts';
import type { TerminalView } from '../../../shared/terminal.ts';
import { currentLanguage, t } from '../../i18n/t.ts';
import { useMirror } from '../../stores/mirror.ts';
import { clockText } from '../../time/clock-text.ts';

/** What stands behind the selected terminal's light: what is known, how old that is, and what to do. It always has its place, so that nothing moves under the pointer. */
export function SelectedTerminal({ terminal }: { readonly terminal: TerminalView | null }) {
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const time = terminal === null || terminal.status.light === 'unknown' ? null : terminal.status.asOf;
  return (
    <p className="picker__reason" id="picker-reason" aria-live="polite">
      {terminal === null ? t('picker.nothingSelected') : whatIsKnown(terminal)}
      {time !== null && <span className="number"> ({t('terminal.asOf', { time: clockText(time, timeZone, currentLanguage()) })})</span>}
    </p>
  );
}

function whatIsKnown(terminal: TerminalView): string {
  const { name, status } = terminal;
  if (status.light === 'green') return t('picker.ready', { name });
  if (status.light === 'unknown') return t('picker.notKnownYet', { name });
  return `${t(`terminal.advice.${status.reason}`)} ${isPayable(terminal) ? t('picker.mayStillWork') : t('picker.cannotUse')}`;
}
