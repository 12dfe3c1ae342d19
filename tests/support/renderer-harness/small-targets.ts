import type { Page } from '@playwright/test';

/** What a finger can press on the screen and is smaller than a finger. */
export const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const pressed = 'button, a[href], select, summary, input, textarea, [role=option], [role=row], [role=radio], [role=tab]';
    const targets = [...document.querySelectorAll<HTMLElement>(pressed)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.closest('[aria-hidden=true], [inert]') === null)
      // The whole label of a radio or a box is pressed.
      .map((element) => (element instanceof HTMLInputElement && /radio|checkbox/.test(element.type) ? element.closest('label') : element))
      // A field is pressed wherever its frame is.
      .map((element) => element?.closest<HTMLElement>('.field--sum .field__box') ?? element);
    return targets.flatMap((element) => {
      if (element === null) return ['a radio without a label'];
      const { width, height } = element.getBoundingClientRect();
      const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
      return width < 43.5 || height < 43.5
        ? [`${element.tagName} ${element.className} "${name.trim().slice(0, 40)}": ${Math.round(width)} × ${Math.round(height)}`]
        : [];
    });
  });
