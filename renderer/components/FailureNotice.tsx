import type { PosError } from '../../shared/errors.ts';
import { t } from '../i18n/t.ts';
import { Notice } from './Notice.tsx';

/** Why a command failed: the text of its code, what happened to the money, and the reference that support looks for. */
export function FailureNotice({ error, aboutMoney = false }: { readonly error: PosError; readonly aboutMoney?: boolean }) {
  return (
    <Notice tone={error.moneyMoved === 'unknown' ? 'unclear' : 'failed'} urgent>
      <p className="notice__title">{t(`errors.${error.code}`)}</p>
      <p className="notice__detail">
        {aboutMoney && error.moneyMoved === 'no' && <span>{t('common.notCharged')} </span>}
        {aboutMoney && error.moneyMoved === 'unknown' && <span>{t('outcome.money.maybe')} </span>}
        {error.ref !== '' && <span className="number">{t('common.supportRef', { ref: error.ref })}</span>}
      </p>
    </Notice>
  );
}
