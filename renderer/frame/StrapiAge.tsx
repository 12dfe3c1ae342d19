import { currentLanguage, t } from '../i18n/t.ts';
import { useMirror } from '../stores/mirror.ts';
import { dateAndClockText } from '../time/clock-text.ts';
import { CheckLink } from './CheckLink.tsx';
import './strapi-age.css';

/**
 * The customer's list could not be read anew: why, and how old the shown one is. Nothing where all is well. It hinders no
 * payment, so it is said quietly, and without a link where something stronger has one already.
 */
export function StrapiAge({ link }: { readonly link: boolean }) {
  const strapi = useMirror(({ snapshot }) => snapshot?.terminals.strapi ?? 'unknown');
  const asOf = useMirror(({ snapshot }) => snapshot?.terminals.definedAsOf ?? null);
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  if (strapi === 'unknown' || strapi === 'connected' || strapi === 'not-configured') return null;
  const time = asOf === null ? null : dateAndClockText(asOf, timeZone, currentLanguage());
  return (
    <div className="strapi-age">
      <p>
        {t(`picker.strapi.${strapi}`)} {time === null ? t('picker.strapi.never') : t('picker.strapi.asOf', { time })}
      </p>
      {link && <CheckLink check="strapi" terminalId={null} />}
    </div>
  );
}
