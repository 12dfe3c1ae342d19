import type { Addendum } from '../../../shared/day-close.ts';
import { t } from '../../i18n/t.ts';

/** What came to light, in words. */
export function addendumText({ what, moneyMoved, byPerson }: Addendum): string {
  if (what === 'signed') return t('dayClose.addendum.signed');
  if (what === 'new') return moneyMoved === 'unknown' ? t('dayClose.addendum.newUnclear') : t('dayClose.addendum.new');
  if (moneyMoved === 'unknown') return t('dayClose.addendum.unclear');
  if (moneyMoved === 'yes') return byPerson ? t('dayClose.addendum.chargedByPerson') : t('dayClose.addendum.charged');
  return byPerson ? t('dayClose.addendum.notChargedByPerson') : t('dayClose.addendum.notCharged');
}
