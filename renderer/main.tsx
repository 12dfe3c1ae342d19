import '@fontsource-variable/inter/wght.css';
import './theme/base.css';
import { createRoot } from 'react-dom/client';
import { App, loadDialogs } from './App.tsx';
import { ErrorBoundary } from './components/ErrorBoundary.tsx';
import { watchPressedKeys } from './keys/pressed-keys.ts';
import { keepDraft } from './stores/draft-saver.ts';
import { followMain } from './stores/mirror.ts';

// Main is asked first, so that its answer and the first paint are made at the same time.
keepDraft();
followMain();
watchPressedKeys();

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <ErrorBoundary>
      <App />
    </ErrorBoundary>,
  );
}

// Two frames later the first paint is on the screen, and there is time for what it did not need.
requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => void loadDialogs(), 50)));
