import { lazy, Suspense } from 'react';
import { Button } from './components/Button.tsx';
import { FailureNotice } from './components/FailureNotice.tsx';
import { Page } from './frame/Page.tsx';
import { t } from './i18n/t.ts';
import { isWaiting } from './payment/outcome-model.ts';
import { FirstStart } from './screens/first-start/FirstStart.tsx';
import { OperatorScreen } from './screens/operator/OperatorScreen.tsx';
import { OutcomeScreen } from './screens/outcome/OutcomeScreen.tsx';
import { SaleScreen } from './screens/sale/SaleScreen.tsx';
import { TodayList } from './screens/today/TodayList.tsx';
import { UnclearScreen } from './screens/unclear/UnclearScreen.tsx';
import { WaitingScreen } from './screens/waiting/WaitingScreen.tsx';
import { refetchSnapshot, useMirror } from './stores/mirror.ts';
import { useView } from './stores/view.ts';

/** The dialogs need react-aria, so they are loaded after the first paint, long before anybody can open one. */
export const loadDialogs = () => import('./Dialogs.tsx');
const Dialogs = lazy(async () => ({ default: (await loadDialogs()).Dialogs }));
/** The screens beside the till: the first sale needs none of them. */
export const loadPages = () => import('./Pages.tsx');
const Pages = lazy(async () => ({ default: (await loadPages()).Pages }));

export function App() {
  const closing = useMirror(({ snapshot }) => (snapshot?.closing ?? null) !== null);
  const dialogOpen = useView((view) => view.dialog !== null || view.keys || view.covered) || closing;
  return (
    <>
      <Screen />
      {dialogOpen && (
        <Suspense fallback={null}>
          <Dialogs />
        </Suspense>
      )}
    </>
  );
}

/** A current payment is shown before everything else. Until main has answered, a sale can already be typed. */
function Screen() {
  const desk = useMirror(({ snapshot }) => snapshot?.desk ?? null);
  const current = useMirror(({ snapshot }) => snapshot?.current ?? null);
  const problem = useMirror(({ snapshot }) => snapshot?.selling.problem ?? null);
  const trouble = useMirror((mirror) => mirror.trouble);
  const request = useMirror(({ snapshot }) => snapshot?.form.request ?? null);
  const held = useView((view) => view.held);
  const page = useView((view) => view.page);

  if (desk === null && trouble !== null) {
    return (
      <Page title={t('common.crashed')}>
        <p className="page__lead">{t('common.crashedText')}</p>
        <FailureNotice error={trouble} />
        <Button look="primary" size="large" onPress={() => void refetchSnapshot()}>
          {t('common.reload')}
        </Button>
      </Page>
    );
  }
  const shown = current ?? held;
  if (shown !== null) {
    if (isWaiting(shown)) return <WaitingScreen key={shown.id} payment={shown} />;
    const key = `${shown.id}:${shown.state}`;
    const unclear = shown.state === 'checking' || shown.state === 'unresolved';
    return unclear ? <UnclearScreen key={key} payment={shown} /> : <OutcomeScreen key={key} payment={shown} />;
  }
  // Lost settings are not a first start: the day's payments are there, and one can be recorded by hand.
  if (desk?.mode === 'unconfigured' && problem !== 'settings-damaged') return <FirstStart />;
  if (desk !== null && desk.operators.length > 0 && desk.operator === null) return <OperatorScreen />;
  if (page === 'till') return <SaleScreen key={request?.id ?? ''} today={<TodayList />} />;
  return (
    <Suspense fallback={null}>
      <Pages page={page} />
    </Suspense>
  );
}
