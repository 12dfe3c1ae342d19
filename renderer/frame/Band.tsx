import { t } from '../i18n/t.ts';
import { useMirror } from '../stores/mirror.ts';
import './band.css';

/** Says on every screen that no real money moves. Dialogs and full windows have their own band, because they cover the others. */
export function Band({ landmark = false }: { readonly landmark?: boolean }) {
  const environment = useMirror(({ snapshot }) => snapshot?.desk.environment ?? 'production');
  if (environment === 'production') return null;
  const band = <p className={`band band--${environment}`}>{t(`environment.${environment}`)}</p>;
  return landmark ? <header>{band}</header> : band;
}
