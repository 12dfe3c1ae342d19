import type { TerminalStatus, TerminalView } from '../../../shared/terminal.ts';
import { t } from '../../i18n/t.ts';

export function statusText(status: TerminalStatus): string {
  if (status.light === 'green') return t('terminal.ready');
  return status.light === 'unknown' ? t('terminal.unknown') : t(`terminal.status.${status.reason}`);
}

/** `Vastaanotto · Aula`: where a terminal stands, without saying the same place twice. */
export function placeText(terminal: Pick<TerminalView, 'pointOfSale' | 'location'>): string {
  const { pointOfSale, location } = terminal;
  return [pointOfSale ?? '', location === pointOfSale ? '' : location].filter((part) => part !== '').join(' · ');
}
