import '@fontsource-variable/inter/wght.css';
import './theme/base.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { App, loadDialogs, loadPages } from './App.tsx';
import { landDigits } from './actions/land-digits.ts';
import { takeScan } from './actions/take-scan.ts';
import { watchPointer } from './components/after-pointer.ts';
import { ErrorBoundary } from './frame/ErrorBoundary.tsx';
import { pageLanguage, switchLanguage } from './i18n/t.ts';
import { watchPointerPlace } from './keys/pointer-place.ts';
import { watchPressedKeys } from './keys/pressed-keys.ts';
import { watchScans } from './keys/watch-scans.ts';
import { keepDraft } from './stores/draft-saver.ts';
import { followMain, useMirror } from './stores/mirror.ts';
import { useSaleForm } from './stores/sale-form.ts';
import { afterFirstPaint, isFirstLoad } from './time/first-paint.ts';

keepDraft();
followMain(isFirstLoad() ? afterFirstPaint() : null);
watchPressedKeys();
// Before any screen listens: a scanner's keys must reach none of them.
watchScans({ remember: useSaleForm.getState, scanned: takeScan, strayDigits: landDigits });
watchPointer();
watchPointerPlace();

const element = document.getElementById('root');
if (element !== null) {
  const root = createRoot(element);
  // When drawn again in another language, every component stays: typed text, choices and focus are not lost.
  const draw = (): void =>
    root.render(
      <ErrorBoundary>
        <App />
      </ErrorBoundary>,
    );
  // Drawn at once and not by React's scheduler: the amount can be typed a frame earlier.
  const drawNow = (): void => flushSync(draw);
  // Another language is waited for, so that nothing is shown in Finnish first. If it cannot be loaded, Finnish is better than nothing.
  if (pageLanguage() === 'fi') drawNow();
  else void switchLanguage(pageLanguage()).then(drawNow, drawNow);
  useMirror.subscribe(({ snapshot }) => {
    if (snapshot !== null) void switchLanguage(snapshot.desk.language).then((switched) => switched && draw());
  });
}

// After two frames the first paint is on the screen, and there is time for the rest.
requestAnimationFrame(() =>
  requestAnimationFrame(() =>
    setTimeout(() => {
      void loadDialogs();
      void import('./frame/beside-the-till.ts').then(({ beginBesideTheTill }) => beginBesideTheTill());
    }, 50),
  ),
);
// Nobody opens another screen in the first moments, and a first sum is typed in them.
setTimeout(() => void loadPages(), 3_000);
