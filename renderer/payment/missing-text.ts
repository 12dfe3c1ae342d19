import type { MissingPayments } from '../../shared/missing-payments.ts';
import { currentLanguage, t } from '../i18n/t.ts';
import { dateAndClockText } from '../time/clock-text.ts';

/** The time range in which payments may be missing, in the property's time. */
export function missingText({ from, to }: MissingPayments, timeZone: string): string {
  const text = (at: string): string => dateAndClockText(at, timeZone, currentLanguage());
  return from === null ? t('missing.before', { to: text(to) }) : t('missing.between', { from: text(from), to: text(to) });
}
