import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 1179px)');

const subscribe = (changed: () => void): (() => void) => {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

/** Whether today's payments have no room beside the sale and live in a drawer. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
