/** What main does to answer the first time holds the whole window for a moment. By then the first paint is on the screen. */
const MOMENT_MS = 50;
/** A window that lies under another one may never tell of a paint. */
const PATIENCE_MS = 500;

/** Whether this page is the first that the program loads. One that comes anew finds a program that can answer at once. */
export const isFirstLoad = (): boolean => document.querySelector('meta[name="load"]')?.getAttribute('content') === 'first';

/** Settles a moment after the first paint that shows something. */
export function afterFirstPaint(): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(resolve, PATIENCE_MS);
    const observer = new PerformanceObserver((list) => {
      if (!list.getEntries().some(({ name }) => name === 'first-contentful-paint')) return;
      observer.disconnect();
      clearTimeout(patience);
      setTimeout(resolve, MOMENT_MS);
    });
    observer.observe({ type: 'paint', buffered: true });
  });
}
