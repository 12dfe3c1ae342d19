import { t } from '../i18n/t.ts';
import { useMirror } from '../stores/mirror.ts';
import './band.css';

/** Says on every screen that no money moves here. Dialogs and whole windows carry their own: they hide what is under them. */
export function Band({ landmark = false }: { readonly landmark?: boolean }) {
  const environment = useMirror(({ snapshot }) => snapshot?.desk.environment ?? 'production');
  if (environment === 'production') return null;
  const band = <p className={`band band--${environment}`}>{t(`environment.${environment}`)}</p>;
  return landmark ? <header>{band}</header> : band;
}
