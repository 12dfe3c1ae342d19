import type { JustCharged, SaleWarningCode } from '../../../shared/errors.ts';
import { moneyText } from '../../i18n/money-text.ts';
import { currentLanguage, t } from '../../i18n/t.ts';
import { clockText } from '../../time/clock-text.ts';

/** The warnings in words. A payment of the same sum is described by time, sum and place; a renamed terminal by both names. */
export function warningTexts(
  warnings: readonly SaleWarningCode[],
  justCharged: JustCharged | null,
  timeZone: string,
  renamed: { readonly from: string; readonly to: string } | null = null,
): readonly string[] {
  const textOf = (warning: SaleWarningCode): string =>
    warning === 'terminal-renamed' && renamed !== null ? t('terminal.renamed', renamed) : t(`warnings.${warning}`);
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
