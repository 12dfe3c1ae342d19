import { useMirror } from '../stores/mirror.ts';
import { playTone } from './outcome-tones.ts';

/** Plays the tone of each outcome that comes while this page is open, if this PC wants to hear it. */
export function tellOutcomes(): void {
  const numberOf = (): number | null => {
    const { snapshot } = useMirror.getState();
    return snapshot === null ? null : (snapshot.news?.number ?? 0);
  };
  let heard = numberOf();
  useMirror.subscribe(({ snapshot }) => {
    const number = numberOf();
    if (number === heard) return;
    // What came before this page, or in a world that was left, is not news; there the numbers begin anew.
    const isNews = heard !== null && number !== null && number > heard;
    heard = number;
    if (isNews && snapshot?.news != null && snapshot.comfort.sound) playTone(snapshot.news.tone);
  });
}
