import { useEffect, useRef } from 'react';
import { Button } from '../../components/Button.tsx';
import { t, tCount } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';

/** Asked for before the end is in sight, so that who scrolls sees no end. */
const AHEAD = '0px 0px 800px 0px';
/** Who reaches for the button finds it: it does not go away under the finger. */
const REST_MS = 1_500;

/** The end of the list while main has more of today: what follows is asked for by itself, or by the button. */
export function MoreRows({ more }: { readonly more: number }) {
  const end = useRef<HTMLDivElement>(null);
  // Anew for each length of the rest: one that came into sight once may still be there after the next rows.
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
