import { Notice } from '../../components/Notice.tsx';
import { currentLanguage, t } from '../../i18n/t.ts';
import { useMirror } from '../../stores/mirror.ts';
import { dateAndClockText } from '../../time/clock-text.ts';

/** The customer's list could not be read anew: the one that is shown is as old as it says, and can be used all the same. */
export function StrapiNote() {
  const strapi = useMirror(({ snapshot }) => snapshot?.terminals.strapi ?? 'unknown');
  const asOf = useMirror(({ snapshot }) => snapshot?.terminals.definedAsOf ?? null);
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  if (strapi !== 'unreachable' && strapi !== 'not-authorised' && strapi !== 'unreadable') return null;
  const time = asOf === null ? null : dateAndClockText(asOf, timeZone, currentLanguage());
  return (
    <Notice tone="unclear">
      <p>
        {t(`picker.strapi.${strapi}`)} {time === null ? t('picker.strapi.never') : t('picker.strapi.asOf', { time })}
      </p>
    </Notice>
  );
}
