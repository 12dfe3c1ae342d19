import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 1179px)');

const subscribe = (changed: () => void): (() => void) => {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

/** Whether there is no room for today's payments beside the sale, so that they are in a drawer. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
