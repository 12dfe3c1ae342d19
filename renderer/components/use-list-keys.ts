import { type RefObject, useLayoutEffect } from 'react';

const PAGE = 10;

/** Where each key leads from a place in the list; undefined for every other key. */
function placeAfter(key: string, at: number, count: number): number | undefined {
  const places: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: count - 1,
  };
  const wanted = places[key];
  return wanted === undefined ? undefined : Math.max(0, Math.min(count - 1, wanted));
}

/**
 * Makes a list of buttons one Tab stop: the arrow keys, Page, Home and End go from one to the next, and Tab comes back to where somebody
 * was.
 *
 * @param rows selects the buttons inside the list
 */
export function useListKeys(list: RefObject<HTMLElement | null>, rows: string): void {
  // After every drawing, because rows come and go.
  useLayoutEffect(() => {
    const { current } = list;
    if (current === null) return;
    const all = (): HTMLElement[] => [...current.querySelectorAll<HTMLElement>(rows)];
    const stopAt = (stop: HTMLElement | undefined): void => {
      for (const row of all()) row.tabIndex = row === stop ? 0 : -1;
    };
    const shown = all();
    stopAt(shown.find((row) => row === document.activeElement) ?? shown.find((row) => row.dataset['stop'] === 'yes') ?? shown[0]);

    const keydown = (event: KeyboardEvent): void => {
      const at = all().indexOf(event.target as HTMLElement);
      const place = event.ctrlKey || event.altKey || event.metaKey || at < 0 ? undefined : placeAfter(event.key, at, all().length);
      if (place === undefined) return;
      event.preventDefault();
      all()[place]?.focus();
    };
    const focused = ({ target }: FocusEvent): void => {
      const row = all().find((each) => each === target);
      if (row === undefined) return;
      for (const each of all()) delete each.dataset['stop'];
      row.dataset['stop'] = 'yes';
      stopAt(row);
    };
    current.addEventListener('keydown', keydown);
    current.addEventListener('focusin', focused);
    return () => {
      current.removeEventListener('keydown', keydown);
      current.removeEventListener('focusin', focused);
    };
  });
}
