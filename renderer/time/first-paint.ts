/**
 * What main does to answer the first time holds the whole window for a moment: by then the paint must be on the screen and the field
 * ready for keys. How long that takes grows with how slow the PC is, and the time to its first paint tells that.
 */
const MOMENT_MS = { least: 50, most: 160, ofPaint: 0.4 };
const momentAfter = (paintedAtMs: number): number => Math.min(MOMENT_MS.most, Math.max(MOMENT_MS.least, MOMENT_MS.ofPaint * paintedAtMs));
/** A window that lies under another one may never tell of a paint. */
const PATIENCE_MS = 500;

/** Whether this page is the first that the program loads. One that comes anew finds a program that can answer at once. */
export const isFirstLoad = (): boolean => document.querySelector('meta[name="load"]')?.getAttribute('content') === 'first';

/** Settles a moment after the first paint that shows something. */
export function afterFirstPaint(): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(resolve, PATIENCE_MS);
    const observer = new PerformanceObserver((list) => {
      const paint = list.getEntries().find(({ name }) => name === 'first-contentful-paint');
      if (paint === undefined) return;
      observer.disconnect();
      clearTimeout(patience);
      setTimeout(resolve, momentAfter(paint.startTime));
    });
    observer.observe({ type: 'paint', buffered: true });
  });
}
