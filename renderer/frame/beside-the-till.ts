import { watchLostFocus } from '../keys/lost-focus.ts';
import { coverWhenIdle } from './cover-when-idle.ts';
import { followKeysKey } from './follow-keys-key.ts';
import { followZoomKeys } from './follow-zoom-keys.ts';
import { guardWhatWasUnder } from './guard-what-was-under.ts';
import { tellOutcomes } from './tell-outcomes.ts';

/** What the window does beside its screens. Loaded after the first paint, because typing the first amount needs none of it. */
export function beginBesideTheTill(): void {
  followZoomKeys();
  followKeysKey();
  watchLostFocus();
  guardWhatWasUnder();
  tellOutcomes();
  coverWhenIdle();
}
