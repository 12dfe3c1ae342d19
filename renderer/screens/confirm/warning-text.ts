import type { Elsewhere, JustCharged, SaleWarningCode } from '../../../shared/errors.ts';
import { moneyText } from '../../i18n/money-text.ts';
import { currentLanguage, t, tCount } from '../../i18n/t.ts';
import { clockText, dateAndClockText, isSameDay } from '../../time/clock-text.ts';

export type WarningFacts = {
  readonly justCharged: JustCharged | null;
  readonly elsewhere: Elsewhere | null;
  readonly renamed: { readonly from: string; readonly to: string } | null;
};

/**
 * The warnings in words. A payment of the same sum, or of another desk, is described by time, sum and place; a renamed terminal by both
 * names.
 */
export function warningTexts(
  warnings: readonly SaleWarningCode[],
  { justCharged, elsewhere, renamed }: WarningFacts,
  timeZone: string,
  now: Date,
): readonly string[] {
  const textOf = (warning: SaleWarningCode): string => {
    if (warning === 'terminal-renamed' && renamed !== null) return t('terminal.renamed', renamed);
    if (warning === 'same-reference-elsewhere' && elsewhere !== null) return elsewhereText(elsewhere, timeZone, now);
    return t(`warnings.${warning}`);
  };
  if (justCharged === null) return warnings.map(textOf);
  const others = warnings.filter((warning) => warning !== 'same-sum-just-charged');
  return [justChargedText(justCharged, timeZone), ...others.map(textOf)];
}

function justChargedText(justCharged: JustCharged, timeZone: string): string {
  const sum = moneyText(justCharged.amountMinor, justCharged.currency);
  const time = clockText(justCharged.at, timeZone, currentLanguage());
  if (justCharged.manual || justCharged.terminalName === null) return t('justCharged.recorded', { sum, time });
  return t(justCharged.certain ? 'justCharged.charged' : 'justCharged.maybe', { sum, time, terminal: justCharged.terminalName });
}

function elsewhereText(
  { desk, terminalName, amountMinor, currency, at, state, manual, others }: Elsewhere,
  timeZone: string,
  now: Date,
): string {
  const where = [desk, terminalName].filter((part) => part !== null).join(', ') || t('elsewhere.unnamed');
  const sum = moneyText(amountMinor, currency);
  const language = currentLanguage();
  const time = isSameDay(at, now, timeZone)
    ? t('elsewhere.at', { time: clockText(at, timeZone, language) })
    : dateAndClockText(at, timeZone, language);
  const text = t(`elsewhere.${state === 'charged' && manual ? 'recorded' : state}`, { where, sum, time });
  return others === 0 ? text : `${text} ${tCount('elsewhere.others', others)}`;
}
