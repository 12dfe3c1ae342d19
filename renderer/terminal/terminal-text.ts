import type { TerminalStatus, TerminalView } from '../../shared/terminal.ts';
import { currentLanguage, t } from '../i18n/t.ts';
import { clockText, dateAndClockText, isSameDay } from '../time/clock-text.ts';

export function statusText(status: TerminalStatus): string {
  if (status.light === 'green') return t('terminal.ready');
  return status.light === 'unknown' ? t('terminal.unknown') : t(`terminal.status.${status.reason}`);
}

/**
 * How old a status is: today's time, with the date if it is older. If Nets cannot be asked now, also what was known then. Empty without an
 * age.
 */
export function ageText(status: TerminalStatus, timeZone: string, now: Date): string {
  if (status.light === 'unknown' || status.asOf === null) return '';
  const language = currentLanguage();
  const time = isSameDay(status.asOf, now, timeZone)
    ? t('terminal.today', { time: clockText(status.asOf, timeZone, language) })
    : dateAndClockText(status.asOf, timeZone, language);
  const lastKnown = status.light === 'red' ? status.lastKnown : undefined;
  return lastKnown === undefined
    ? t('terminal.asOf', { time })
    : t('terminal.lastKnown', { time, state: t(`terminal.lastStates.${lastKnown}`) });
}

/** The list is asked for every minute, so a status older than two minutes was not renewed. */
const FRESH_MS = 120_000;

/** The same for a row of a list, where a fresh status needs no age. */
export function oldAgeText(status: TerminalStatus, timeZone: string, now: Date): string {
  const fresh = status.light === 'green' && status.asOf !== null && now.getTime() - Date.parse(status.asOf) < FRESH_MS;
  return fresh ? '' : ageText(status, timeZone, now);
}

/** `Vastaanotto · Aula`: a terminal's place, without naming the same place twice. */
export function placeText(terminal: Pick<TerminalView, 'pointOfSale' | 'location'>): string {
  const { pointOfSale, location } = terminal;
  return [pointOfSale ?? '', location === pointOfSale ? '' : location].filter((part) => part !== '').join(' · ');
}

type Named = Pick<TerminalView, 'terminalId' | 'name' | 'pointOfSale' | 'location'>;

/**
 * The same for a row of the picker: the location alone under its own point of sale, both in the last group. If two rows would be equal, the
 * Nets id is added: the sum must not appear on the wrong device.
 */
export function placeInSection(
  terminal: Named,
  section: { readonly pointOfSale: string | null; readonly terminals: readonly Named[] },
): string {
  const placeOf = (one: Named): string => (section.pointOfSale === null ? placeText(one) : one.location);
  const place = placeOf(terminal);
  const alike = section.terminals.filter((other) => other.name === terminal.name && placeOf(other) === place);
  return alike.length < 2 ? place : [place, terminal.terminalId].filter((part) => part !== '').join(' · ');
}
