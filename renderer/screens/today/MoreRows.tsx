import { useEffect, useRef } from 'react';
import { Button } from '../../components/Button.tsx';
import { t, tCount } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';

/** More rows are loaded before the end is visible, so that scrolling does not stop. */
const AHEAD = '0px 0px 800px 0px';
/** Rows are loaded by themselves only after this wait, so that the button does not disappear just before a press. */
const REST_MS = 1_500;

/** The end of the list while main has more of today's payments: they are loaded by scrolling or with the button. */
export function MoreRows({ more }: { readonly more: number }) {
  const end = useRef<HTMLDivElement>(null);
  // Runs again for each number of remaining rows: the end may still be visible after new rows came.
  useEffect(() => {
    const { current } = end;
    if (current === null || more === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        clearTimeout(timer);
        if (entries.at(-1)?.isIntersecting === true) timer = setTimeout(() => void client.showMoreToday(), REST_MS);
      },
      { root: current.closest('.today__scroll'), rootMargin: AHEAD },
    );
    observer.observe(current);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [more]);
  return (
    <div className="today__more" ref={end}>
      <span className="number">{tCount('today.moreRows', more)}</span>
      <Button onPress={() => void client.showMoreToday()}>{t('today.more')}</Button>
    </div>
  );
}
