import { type BrowserWindow, Notification } from 'electron';
import { formatMoney } from '../../shared/money.ts';
import type { OutcomeNews } from '../desk/outcome-news.ts';
import type { ComfortKeeper } from '../program/comfort-part.ts';
import { boxTexts } from './box-texts.ts';
import { bringToFront } from './window.ts';

/** Calls somebody back who uses another window: the taskbar flashes, and the system shows a notice with the outcome and the sum. */
export function createOutcomeNotice(window: BrowserWindow, comfort: Pick<ComfortKeeper, 'read'>): (news: OutcomeNews) => void {
  let shown: Notification | null = null;
  const seen = (): void => {
    if (!window.isDestroyed()) window.flashFrame(false);
    shown?.close();
    shown = null;
  };
  window.on('focus', seen);

  const isSeen = (): boolean => window.isDestroyed() || window.isFocused();
  return ({ what, amountMinor, currency, environment, language }) => {
    if (isSeen()) return;
    window.flashFrame(true);
    if (!comfort.read().notification || !Notification.isSupported()) return;
    void boxTexts(language).then(({ outcome: texts }) => {
      if (isSeen()) return;
      const sum = formatMoney(amountMinor, currency, language);
      shown?.close();
      // Silent: the window plays the tone that goes with the outcome.
      shown = new Notification({ title: texts[what], body: environment === 'training' ? `${sum} · ${texts.training}` : sum, silent: true });
      shown.on('click', () => bringToFront(window));
      shown.show();
    });
  };
}
