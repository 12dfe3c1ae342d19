import { Header } from '../../frame/Header.tsx';
import { useNarrow } from '../../frame/use-narrow.ts';
import { t } from '../../i18n/t.ts';
import './payments-screen.css';

/** All payments of this PC, to be found again. */
export function PaymentsScreen() {
  const narrow = useNarrow();
  return (
    <div className="till">
      <Header narrow={narrow} />
      <main className="payments">
        <h1 className="payments__title">{t('payments.title')}</h1>
      </main>
    </div>
  );
}
