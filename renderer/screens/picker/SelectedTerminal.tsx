import { isPayable } from '../../../shared/payable.ts';
import type { TerminalView } from '../../../shared/terminal.ts';
import { CheckLink } from '../../frame/CheckLink.tsx';
import { t } from '../../i18n/t.ts';
import { useMirror } from '../../stores/mirror.ts';
import { checkForStatus } from '../../terminal/check-texts.ts';
import { ageText } from '../../terminal/terminal-text.ts';

/**
 * Explains the selected terminal's light: what is known, how old it is, and what to do. It always takes the same room, so that nothing
 * moves under the pointer.
 */
export function SelectedTerminal({ terminal }: { readonly terminal: TerminalView | null }) {
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const age = terminal === null ? '' : ageText(terminal.status, timeZone, new Date());
  return (
    <div className="picker__reason">
      <p id="picker-reason" aria-live="polite">
        {terminal === null ? t('picker.nothingSelected') : whatIsKnown(terminal)}
        {age !== '' && <span className="number"> ({age})</span>}
      </p>
      {terminal?.status.light === 'red' && <CheckLink check={checkForStatus(terminal.status.reason)} terminalId={terminal.terminalId} />}
    </div>
  );
}

function whatIsKnown(terminal: TerminalView): string {
  const { name, status } = terminal;
  if (status.light === 'green') return t('picker.ready', { name });
  if (status.light === 'unknown') return t('picker.notKnownYet', { name });
  const advice = t(`terminal.advice.${status.reason}`);
  // Nothing can be sent to any terminal then, but this one may still be chosen.
  if (status.reason === 'secrets-missing') return advice;
  return `${advice} ${isPayable(terminal) ? t('picker.mayStillWork') : t('picker.cannotUse')}`;
}
