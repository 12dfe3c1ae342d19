import { currentLanguage, t } from '../i18n/t.ts';
import { useMirror } from '../stores/mirror.ts';
import { dateAndClockText } from '../time/clock-text.ts';
import { CheckLink } from './CheckLink.tsx';
import './strapi-age.css';

/**
 * Says why the customer's list could not be read again, and how old the shown one is. Empty if all is well. It prevents no payment, so it
 * is inconspicuous, and it has no link if a stronger message has one.
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
