import { currentLanguage, t } from '../i18n/t.ts';
import { useMirror } from '../stores/mirror.ts';
import { clockText } from '../time/clock-text.ts';
import './hint-note.css';

/** What another desk has begun on the same terminal since: its transaction may be the one that a lookup shows. It decides nothing. */
export function OtherDeskNote({ paymentId }: { readonly paymentId: string }) {
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const all = useMirror(({ snapshot }) => snapshot?.otherDesks.begun ?? null);
  const begun = all?.filter((each) => each.paymentId === paymentId) ?? [];
  if (begun.length === 0) return null;
  return (
    <section>
      <h2 className="hint__label">{t('otherDesks.begun.title')}</h2>
      {begun.map(({ desk, at }) => {
        const time = clockText(at, timeZone, currentLanguage());
        return (
          <p key={`${desk}${at}`}>
            {desk === null ? t('otherDesks.begun.unnamed', { time }) : t('otherDesks.begun.named', { desk, time })}
          </p>
        );
      })}
      <p>{t('otherDesks.begun.mind')}</p>
    </section>
  );
}
