import { t } from '../i18n/t.ts';
import { useMirror } from '../stores/mirror.ts';
import { toldUnseen } from './told-unseen.ts';

/** The last look at the other desks' payments got no answer, so this desk worked alone. It keeps nobody from anything. */
export function UnseenNote({ className }: { readonly className: string }) {
  const isUnseen = useMirror(({ snapshot }) => snapshot !== null && toldUnseen(snapshot.otherDesks) !== null);
  return isUnseen ? <p className={className}>{t('otherDesks.unseen')}</p> : null;
}
